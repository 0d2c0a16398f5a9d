import type { Formats } from '../../formats.ts'

/** Every string of the pipeline picker. */
export const pipelinePickerMessages = {
  choose: 'Choose pipeline',
  chosen: ({ name }: Named) => `Pipeline: ${name}`,
  title: 'Where should Salesforce opportunities go?',
  tabs: 'Pipeline',
  existing: 'Existing pipeline',
  create: 'Create from Salesforce stages',
  loadFailed: 'The pipelines didn’t load',
  stillLoading: 'Still reading the pipelines',

  pipelines: 'Pipelines',
  search: 'Search pipelines',
  nothingFound: ({ query }: { query: string }) => `No pipeline matches ${query}`,
  size: ({ records, stages }: { records: number; stages: number }, f: Formats) =>
    `${f.number(records)} ${f.plural(records, { one: 'record', other: 'records' })} · ${f.number(stages)} ${stageWord(stages, f)}`,
  usePipeline: 'Use this pipeline',
  changePipeline: 'Change pipeline',
  chooseFirst: 'Choose a pipeline first.',
  sameAlready: 'This pipeline is chosen already.',
  changeTitle: 'Linked records stay where they are',
  changeHarmless: 'What happens next',
  changeUnknown: 'What this means for linked records couldn’t be read',
  changeQuestion: ({ to }: { to: string }) => `Change to ${to}?`,
  keepPipeline: ({ from }: { from: string }) => `Keep ${from}`,

  createExplained: ({ count }: { count: number }, f: Formats) =>
    `${f.number(count)} ${stageWord(count, f)} from Salesforce. Won and Lost are taken from there too.`,
  name: 'Pipeline name',
  nameRequired: 'Give the pipeline a name.',
  nameTooLong: ({ limit }: { limit: number }, f: Formats) => `Use ${f.number(limit)} characters or fewer.`,
  nameTaken: ({ name }: Named) => `A pipeline called ${name} already exists. Choose another name.`,
  stages: 'Stages',
  stagesFailed: 'The stages of Salesforce didn’t load',
  stagesNone: 'Salesforce has no opportunity stages',
  stagesNoneBody: 'A Salesforce admin adds them in Setup, under Opportunity Stages.',
  processes: 'Sales processes',
  processesExplained: 'Choose one, or several to take the stages of all of them.',
  processesNone: 'Without a process, all active stages of the org are taken over.',
  processSize: ({ stages, shared }: { stages: number; shared: number }, f: Formats) =>
    `${f.number(stages)} ${stageWord(stages, f)}${shared > 0 ? `, ${f.number(shared)} shared` : ''}`,
  stagesNoOpen: 'Choose at least one open stage.',
  stagesRequired: 'Choose at least one stage.',
  stagesTwice: ({ name }: Named) => `Two chosen stages are called ${name}. Leave one out.`,
  stagesTooMany: ({ limit }: { limit: number }, f: Formats) => `Choose ${f.number(limit)} stages or fewer.`,
  manyStages: ({ count }: { count: number }, f: Formats) =>
    `${f.number(count)} stages make a pipeline that is hard to read. Leave out those that your team doesn’t use.`,
  searchStages: 'Search stages',
  inactiveNote: 'Inactive stages are left out unless you choose them.',
  inactive: 'Inactive',
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
  probability: ({ percent }: { percent: number }, f: Formats) => f.percent(percent / 100),
  createPipeline: 'Create pipeline',
  creating: 'Creating pipeline',
  createFailed: 'The pipeline wasn’t created',
  created: ({ name, count }: Named & { count: number }, f: Formats) =>
    `${name} pipeline created with ${f.number(count)} ${stageWord(count, f)}.`,
  cancel: 'Cancel',
  discardTitle: 'Discard this pipeline?',
  discardBody: 'The name and the stages you chose are forgotten.',
  discard: 'Discard',
  keepEditing: 'Keep editing',
}
export type PipelinePickerMessages = typeof pipelinePickerMessages

interface Named {
  name: string
}

function stageWord(count: number, f: Formats): string {
  return f.plural(count, { one: 'stage', other: 'stages' })
}
