import type { MappingIssue, ObjectPair, SetupCheck, SetupProblem } from '@pryzm/salesforce-sdk/contract'

/** Whether opportunities have a pipeline to land in. */
export function pipelineCheck({ pipelineId }: ObjectPair, issues: readonly MappingIssue[]): SetupCheck {
  const check = { kind: 'pipeline', object: 'Opportunity', title: 'Pipeline for opportunities', link: null } as const
  const problems = problemsOf(issues, ['pipeline_not_selected', 'pipeline_missing'])
  if (problems.length === 0 && pipelineId !== null) return { ...check, status: 'pass', problems, steps: [] }
  return {
    ...check,
    status: 'fail',
    problems,
    steps: ['Under Configure mapping → Opportunity, choose a pipeline or create one from the Salesforce stages.'],
  }
}

/** Whether each mapped field still exists and is visible to the connected user. */
export function mappedFieldsCheck(issues: readonly MappingIssue[]): SetupCheck {
  const check = { kind: 'mapped_fields', object: null, title: 'Mapped fields', link: null } as const
  const problems = problemsOf(issues, ['field_missing'])
  if (problems.length === 0) return { ...check, status: 'pass', problems, steps: [] }
  return {
    ...check,
    status: 'fail',
    problems,
    steps: [
      'Check in Salesforce that these fields exist and that field-level security shows them to the connected user.',
      'Or open Configure mapping and choose other fields.',
    ],
  }
}

function problemsOf(issues: readonly MappingIssue[], codes: readonly MappingIssue['code'][]): SetupProblem[] {
  return issues
    .filter(({ code }) => codes.includes(code))
    .map(({ code, sentence, field }) => ({ code, sentence, expected: field, found: null }))
}
