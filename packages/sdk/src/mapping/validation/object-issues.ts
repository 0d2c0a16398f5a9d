import type { IssueFix, MappingIssue } from '../../contract/mapping.ts'
import { objectDirectionFix } from './issue-fixes.ts'
import { objectIssue, type PairContext } from './pair-context.ts'
import { checkPryzmIdField } from './pryzm-id-field.ts'
import { objectPairLabels } from '../words.ts'

/** From this many field pairs on, a mapping is likely to be more than anybody reads. */
const manyFields = 50

/** What is wrong with an object pair as a whole: access, Pryzm_ID, the pipeline, its size. */
export function objectIssues(context: PairContext, salesforceAsked: boolean): MappingIssue[] {
  return [
    ...(salesforceAsked ? accessIssues(context) : []),
    ...pryzmIdIssues(context),
    ...pipelineIssues(context),
    ...sizeIssues(context),
  ]
}

function accessIssues(context: PairContext): MappingIssue[] {
  const { describe, pushes } = context
  const { salesforcePlural } = objectPairLabels[context.pair.object]
  if (!describe?.queryable) {
    const sentence = `The connected Salesforce user may not read ${salesforcePlural}. Ask a Salesforce admin for read access, or switch ${salesforcePlural} off.`
    return [objectIssue(context, 'object_not_accessible', 'blocking', sentence)]
  }
  const issues: MappingIssue[] = []
  if (!describe.createable) {
    const sentence = pushes
      ? `The connected Salesforce user may not create ${salesforcePlural}. Records that are linked already can still be pushed; for new ones, ask a Salesforce admin for create access.`
      : `The connected Salesforce user may not create ${salesforcePlural}. Nothing is created on a pull, so this does no harm.`
    issues.push(objectIssue(context, 'object_not_creatable', 'warning', sentence, { fixes: onlyPull(context) }))
  }
  if (!describe.updateable) {
    const sentence = pushes
      ? `The connected Salesforce user may not edit ${salesforcePlural}, so nothing can be pushed. Ask a Salesforce admin for edit access, or only pull ${salesforcePlural}.`
      : `The connected Salesforce user may not edit ${salesforcePlural}, so pulled records stay linked only in Pryzm.`
    const severity = pushes ? 'blocking' : 'warning'
    issues.push(objectIssue(context, 'object_not_editable', severity, sentence, { fixes: onlyPull(context) }))
  }
  return issues
}

function pryzmIdIssues(context: PairContext): MappingIssue[] {
  const { describe, pushes } = context
  if (!describe?.queryable) return []
  return checkPryzmIdField(describe).map(({ code, sentence }) => {
    // What can be read but not edited only keeps a pull from writing ids back.
    const harmless = code === 'pryzm_id_not_accessible' && !pushes
    const told = harmless
      ? `${sentence} Pulled records stay linked only in Pryzm.`
      : `${sentence} The setup checklist tells how to mend it.`
    const fixes = code === 'pryzm_id_not_accessible' ? onlyPull(context) : []
    return objectIssue(context, code, harmless ? 'warning' : 'blocking', told, { fixes })
  })
}

/** What a user may not write can still be read. */
function onlyPull(context: PairContext): IssueFix[] {
  return context.pushes ? objectDirectionFix(context, 'pull') : []
}

function pipelineIssues(context: PairContext): MappingIssue[] {
  const { pair, recordType } = context
  if (pair.object !== 'Opportunity') return []
  if (pair.pipelineId === null) {
    const sentence = 'Choose the pipeline that Opportunities sync with, or create one from Salesforce stages.'
    return [objectIssue(context, 'pipeline_not_selected', 'blocking', sentence)]
  }
  if (recordType) return []
  const sentence = 'The chosen pipeline no longer exists in Pryzm. Choose another one.'
  return [objectIssue(context, 'pipeline_missing', 'blocking', sentence)]
}

function sizeIssues(context: PairContext): MappingIssue[] {
  const count = context.pair.fields.length
  if (count <= manyFields) return []
  const sentence = `${count} fields are mapped. A smaller mapping of the fields that your team uses is easier to keep right: remove the pairs that nobody needs.`
  return [objectIssue(context, 'many_fields', 'warning', sentence)]
}
