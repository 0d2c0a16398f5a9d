import type { FieldResult } from '../contract/job.ts'
import type { Push, PushTarget } from '../contract/push.ts'
import { buildCounts, buildJob, buildRecord } from './build-job.ts'
import { acmeOrg } from './build-connection.ts'
import { ada } from './people.ts'
import { minutesAgo } from './scenario-clock.ts'

/** A field that synced, but for what is named. */
export function buildField(field: Partial<FieldResult> & Pick<FieldResult, 'attribute' | 'attributeLabel'>): FieldResult {
  return {
    field: null,
    pairId: field.attribute,
    outcome: 'synced',
    reason: null,
    sentence: null,
    dropped: null,
    note: null,
    ...field,
  }
}

/** A push that would update a linked organization, but for what is named. */
export function buildPushTarget(target: Partial<PushTarget> = {}): PushTarget {
  return {
    action: 'update',
    reason: null,
    remedy: null,
    salesforceId: '001gK00000A1b2CQAR',
    salesforceUrl: 'https://acme.my.salesforce.com/001gK00000A1b2CQAR',
    orgName: acmeOrg.name,
    lastPushedAt: minutesAgo(60 * 24),
    lastPushedBy: ada,
    ...target,
  }
}

/** A push that updated an organization and left one field out, but for what is named. */
export function buildPush(push: Partial<Push> = {}): Push {
  const counts = buildCounts({ updated: 1, withSkippedFields: 1, skippedFields: 1 })
  return {
    job: buildJob({
      id: 'push-1',
      kind: 'push',
      counts,
      queuedAt: minutesAgo(0),
      startedAt: minutesAgo(0),
      finishedAt: minutesAgo(0),
    }),
    result: buildRecord({ id: '1', syncedFields: 2, skippedFields: 1 }),
    fields: [
      buildField({ attribute: 'name', attributeLabel: 'Name', field: 'Name' }),
      buildField({ attribute: 'website', attributeLabel: 'Website', field: 'Website' }),
      buildField({
        attribute: 'parent',
        attributeLabel: 'Parent organization',
        field: 'ParentId',
        outcome: 'skipped',
        reason: 'related_not_linked',
        sentence:
          'The record in Parent organization is not linked to Salesforce. Push or pull it first, then push this record again.',
        dropped: '5f0e7a52-1c55-4f43-9d7c-3a9a2f1b7c11',
      }),
    ],
    unlinked: [
      {
        attribute: 'parent',
        recordType: 'organization',
        recordId: '5f0e7a52-1c55-4f43-9d7c-3a9a2f1b7c11',
        name: 'Acme Holding',
      },
    ],
    ...push,
  }
}
