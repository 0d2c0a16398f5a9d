import type { Message } from '../../messages.ts'

/** Every string of the pipeline picker. */
export const pipelinePickerMessages = {
  choose: 'Choose pipeline',
  chosen: 'Pipeline: {name}' as Message<Named>,
  title: 'Where should Salesforce opportunities go?',
  tabs: 'Pipeline',
  existing: 'Existing pipeline',
  create: 'Create from Salesforce stages',
  loadFailed: 'The pipelines didn’t load',
  stillLoading: 'Still reading the pipelines',

  pipelines: 'Pipelines',
  search: 'Search pipelines',
  nothingFound: 'No pipeline matches {query}' as Message<{ query: string }>,
  size: '{records, plural, one {# record} other {# records}} · {stages, plural, one {# stage} other {# stages}}' as Message<{
    records: number
    stages: number
  }>,
  usePipeline: 'Use this pipeline',
  changePipeline: 'Change pipeline',
  typeToChange: 'Type {name} to change the pipeline' as Message<Named>,
  typeToChangeFirst: 'Type the name {name} first.' as Message<Named>,
  hidden:
    '{count, plural, one {# pipeline you can’t access isn’t listed.} other {# pipelines you can’t access aren’t listed.}}' as Message<{
      count: number
    }>,
  pushOnly: 'Opportunities are set to Push',
  pushOnlyBody: 'Records of the pipeline are pushed. Nothing is pulled into it until the direction of Opportunities allows that.',
  preview: 'How the pipeline will look',
  chooseFirst: 'Choose a pipeline first.',
  sameAlready: 'This pipeline is chosen already.',
  changeTitle: 'Linked records stay where they are',
  changeHarmless: 'What happens next',
  changeUnknown: 'What this means for linked records couldn’t be read',
  changeQuestion: 'Change to {to}?' as Message<{ to: string }>,
  keepPipeline: 'Keep {from}' as Message<{ from: string }>,

  createExplained:
    '{count, plural, one {# stage} other {# stages}} from Salesforce. Won and Lost are taken from there too.' as Message<{
      count: number
    }>,
  name: 'Pipeline name',
  nameRequired: 'Give the pipeline a name.',
  nameTooLong: 'Use {limit, number} characters or fewer.' as Message<{ limit: number }>,
  nameTaken: 'A pipeline called {name} already exists. Choose another name.' as Message<Named>,
  stages: 'Stages',
  stagesFailed: 'The stages of Salesforce didn’t load',
  stagesNone: 'Salesforce has no opportunity stages',
  stagesNoneBody: 'A Salesforce admin adds them in Setup, under Opportunity Stages.',
  processes: 'Sales processes',
  processesExplained: 'Choose one, or several to take the stages of all of them.',
  processesNone: 'Without a process, all active stages of the org are taken over.',
  processSize: '{stages, plural, one {# stage} other {# stages}}{shared, plural, =0 {} other {, # shared}}' as Message<{
    stages: number
    shared: number
  }>,
  stagesNoOpen: 'Choose at least one open stage.',
  stagesRequired: 'Choose at least one stage.',
  stagesTwice: 'Salesforce has several stages called {name}. Each gets its API name behind it here.' as Message<Named>,
  stagesTooMany: 'Choose {limit, number} stages or fewer.' as Message<{ limit: number }>,
  manyStages:
    '{count, number} stages make a pipeline that is hard to read. Leave out those that your team doesn’t use.' as Message<{
      count: number
    }>,
  searchStages: 'Search stages',
  inactiveNote: 'Inactive stages are left out unless you choose them.',
  inactive: 'Inactive',
  open: 'Open',
  won: 'Won',
  lost: 'Lost',
  probability: '{share, number, percent}' as Message<{ share: number }>,
  createPipeline: 'Create pipeline',
  creating: 'Creating pipeline',
  createFailed: 'The pipeline wasn’t created',
  created: '{name} pipeline created with {count, plural, one {# stage} other {# stages}}.' as Message<Named & { count: number }>,
  cancel: 'Cancel',
  discardTitle: 'Discard this pipeline?',
  discardBody: 'The name and the stages you chose are forgotten.',
  discard: 'Discard',
  keepEditing: 'Keep editing',
  stagesFirst: 'Waits for the stages of Salesforce.',
  readOnlyForm: 'The form around it is read-only.',
}
export type PipelinePickerMessages = typeof pipelinePickerMessages

interface Named {
  name: string
}
