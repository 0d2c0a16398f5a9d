import { type FieldResult, type Job, type RecordResult, type SkipReason, skipReasons } from '@pryzm/salesforce-sdk'
import {
  buildCounts,
  buildField,
  buildJob,
  buildRecord,
  buildScenario,
  minutesAgo,
  type Scenario,
  type ScenarioRecord,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { transportOf } from '../../../../../.storybook/transport.ts'
import { JobDetail } from './job-detail.tsx'

const meta = preview.meta({ title: 'JobDetail/States', component: JobDetail, args: { id: 'job' } })

interface Played {
  canvasElement: HTMLElement
}

function from(scenario: Scenario, play?: (played: Played) => Promise<void>) {
  return { parameters: { scenario }, ...(play && { play }) }
}

/** One job with these records, and its counts out of them. */
function withRecords(records: ScenarioRecord[], job: Partial<Job> = {}, overrides: Scenario['overrides'] = {}): Scenario {
  const count = (outcome: RecordResult['outcome']) => records.filter(({ result }) => result.outcome === outcome).length
  const skipped = records.map(({ result }) => result.skippedFields)
  const counts = buildCounts({
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    skipped: count('skipped'),
    failed: count('failed'),
    withSkippedFields: skipped.filter((fields) => fields > 0).length,
    skippedFields: skipped.reduce((sum, fields) => sum + fields, 0),
  })
  const state = counts.failed > 0 ? 'completed_with_errors' : 'succeeded'
  return buildScenario({
    jobs: [{ job: buildJob({ id: 'job', counts, state, total: records.length, ...job }), records }],
    overrides,
  })
}

function record(result: Partial<RecordResult> & { id: string }, fields: FieldResult[] = [field({})]): ScenarioRecord {
  const skipped = fields.filter(({ outcome }) => outcome === 'skipped').length
  return { result: buildRecord({ syncedFields: fields.length - skipped, skippedFields: skipped, ...result }), fields }
}

function field(change: Partial<FieldResult>): FieldResult {
  return buildField({ attribute: 'website', attributeLabel: 'Website', field: 'Website', pairId: 'website', ...change })
}

function left(
  attributeLabel: string,
  reason: FieldResult['reason'],
  sentence: string,
  dropped: FieldResult['dropped'],
): FieldResult {
  const attribute = attributeLabel.toLowerCase().replaceAll(' ', '_')
  return field({
    attribute,
    attributeLabel,
    field: `${attributeLabel.replaceAll(' ', '')}__c`,
    pairId: attribute,
    outcome: 'skipped',
    reason,
    sentence,
    dropped,
  })
}

const region = left('Region', 'option_mismatch', 'Region has no option called EMEA-South. Match it in the mapping.', 'EMEA-South')

/** An attribute for each reason that a field is left out for, what the server says then, and the value that was not taken. */
const skips: Record<SkipReason, [label: string, sentence: string, dropped: FieldResult['dropped']]> = {
  not_mapped: ['Notes', 'Notes is not mapped to a Salesforce field.', null],
  direction: ['Website', 'This field is set to Push, so it does not take part in a pull.', null],
  mapping_error: ['Segment', 'The Salesforce field Segment__c is missing or hidden from the connected user.', null],
  not_coercible: ['Founded', 'Founded needs a date.', 'around 1990'],
  option_mismatch: ['Region', '"EMEA-South" matches no option of Region.', 'EMEA-South'],
  too_long: [
    'Slogan',
    'Slogan holds 40 characters, but the value has 63.',
    'Good food for everybody who works all day and half of the night',
  ],
  out_of_range: ['Discount', 'Discount holds 2 decimal places; the value has more.', '12.125'],
  blank_required: ['Industry', 'Salesforce has no value, but Industry is required in Pryzm.', null],
  blank_never_synced: ['Fax', 'Fax is blank and was never synced with a value, so Account Fax keeps what Salesforce has.', null],
  blank_kept: ['Phone', 'Salesforce has no value, and this pair keeps what Phone has in Pryzm.', null],
  read_only: ['Annual revenue', 'The connected user may not write Annual Revenue.', { amount: '12000000', currency: 'USD' }],
  related_not_linked: [
    'Parent organization',
    'The Account that Parent organization points at is not linked to a record in Pryzm. Pull Accounts first, then this record again.',
    'Bright Group',
  ],
  rejected_by_salesforce: ['Close date', 'Close date can’t be in the past.', '2026-01-31'],
  rejected_by_pryzm: ['Employees', 'Employees can’t be less than zero.', '-4'],
  not_kept_by_salesforce: ['Rating', 'Salesforce took the value of Rating but holds "Warm".', 'Hot'],
  currency_mismatch: ['Amount', 'Amount is in EUR, but the value is in USD.', { amount: '4200', currency: 'USD' }],
  user_not_matched: [
    'Owner',
    'Owner: not exactly one user in Pryzm has the email address dana@acme.example.',
    'dana@acme.example',
  ],
  create_only: ['Account number', 'Salesforce takes Account Number only when a record is created.', 'A-1042'],
}
const written = [
  field({
    attribute: 'name',
    attributeLabel: 'Name',
    field: 'Name',
    pairId: 'name',
    values: { before: 'Acme', after: 'Acme Industrial' },
  }),
  field({ values: { before: null, after: 'https://acme.example' } }),
  field({
    attribute: 'phone',
    attributeLabel: 'Phone',
    field: 'Phone',
    pairId: 'phone',
    values: { before: '+1 555 0100', after: null },
  }),
  field({
    attribute: 'industry',
    attributeLabel: 'Industry',
    field: 'Industry',
    pairId: 'industry',
    values: { before: 'Energy', after: 'Other' },
    note: { code: 'default_used', sentence: 'Pryzm has no value, so the default of this pair was sent.' },
  }),
  field({
    attribute: 'founded',
    attributeLabel: 'Founded',
    field: 'Founded__c',
    pairId: 'founded',
    values: { before: '1990-01-01', after: '1990-01-01' },
  }),
]
const brightFoods = record({ id: '1', name: 'Bright Foods', outcome: 'updated' }, [region, field({})])
const acme = record({ id: '2', name: 'Acme Industrial', outcome: 'created' })

function press(name: RegExp) {
  return async ({ canvasElement }: Played) => {
    const [button] = await within(canvasElement).findAllByRole('button', { name })
    if (button) await userEvent.click(button)
  }
}

const openFirst = press(/^Field results for/)

export const Loading = meta.story(from(buildScenario({ overrides: { 'jobs.get': { delay: 'forever' } } })))
export const LoadFailed = meta.story(
  from(
    buildScenario({
      overrides: { 'jobs.get': { error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' } } },
    }),
  ),
)
export const NotFound = meta.story(from(buildScenario()))
export const NotPermitted = meta.story(
  from(buildScenario({ overrides: { 'jobs.get': { error: { code: 'not_permitted', message: 'Not open to you.' } } } })),
)
export const Running = meta.story(from(withRecords([brightFoods, acme], { state: 'running', total: 3480, finishedAt: null })))
export const PausedApiLimit = meta.story(
  from(
    withRecords([brightFoods, acme], {
      state: 'paused',
      total: 3480,
      finishedAt: null,
      nextTryAt: minutesAgo(-15),
      reason: {
        code: 'api_limit_reached',
        sentence: "The org's API calls of the last 24 hours are used up. The pull goes on by itself.",
      },
    }),
  ),
)
export const Cancelled = meta.story(
  from(
    withRecords([brightFoods, acme], {
      state: 'canceled',
      total: 3480,
      reason: { code: 'canceled', sentence: 'Cancelled by Ada Admin. Records already pulled stay.' },
    }),
  ),
)
export const Succeeded = meta.story(from(withRecords([acme, record({ id: '3', name: 'Delta Partners', outcome: 'unchanged' })])))
export const PartlyFailed = meta.story({ ...from(scenarios.connectedHealthy), args: { id: 'run-1-account' } })
export const FailedBeforeRecords = meta.story(
  from(
    withRecords([], {
      state: 'failed',
      reason: { code: 'query_failed', sentence: 'Salesforce could not finish the query. Pull again.' },
    }),
  ),
)
export const ZeroRecords = meta.story(from(withRecords([])))
export const PushSingleRecord = meta.story({ ...from(scenarios.connectedHealthy), args: { id: 'push-0' } })

export const RecordExpanded = meta.story(
  from(
    withRecords([
      record({ id: '1', name: 'Bright Foods' }, [{ ...region, values: { before: 'EMEA', after: 'EMEA' } }, ...written]),
      acme,
    ]),
    openFirst,
  ),
)
export const RecordExpandedLoading = meta.story(
  from(withRecords([brightFoods, acme], {}, { 'jobs.fields': { delay: 'forever' } }), openFirst),
)
export const RecordExpandedFailed = meta.story(
  from(
    withRecords(
      [brightFoods, acme],
      {},
      { 'jobs.fields': { error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' } } },
    ),
    openFirst,
  ),
)
export const RecordAllSynced = meta.story(
  from(withRecords([record({ id: '1', name: 'Acme', outcome: 'updated' }, written), acme]), openFirst),
)
export const RecordUnchanged = meta.story(
  from(
    withRecords([
      record({
        id: '1',
        name: 'Acme',
        outcome: 'unchanged',
        reason: { code: 'superseded', sentence: 'A newer change was here already.' },
      }),
      acme,
    ]),
    openFirst,
  ),
)
export const RecordCreated = meta.story(from(withRecords([acme, brightFoods]), openFirst))
export const RecordWithSkips = meta.story(
  from(
    withRecords([
      record(
        { id: '1', name: 'Bright Foods' },
        skipReasons.map((reason) => left(skips[reason][0], reason, skips[reason][1], skips[reason][2])),
      ),
      acme,
    ]),
    openFirst,
  ),
)
export const RecordFailed = meta.story(
  from(
    withRecords([
      record(
        {
          id: '1',
          name: 'Delta Partners',
          outcome: 'failed',
          recordUrl: null,
          reason: { code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', sentence: 'Close date can’t be in the past.' },
        },
        [],
      ),
      acme,
    ]),
    openFirst,
  ),
)
export const RecordDeletedInSalesforce = meta.story(
  from(
    withRecords([
      record(
        {
          id: '1',
          name: 'Old Mill',
          outcome: 'skipped',
          salesforceUrl: null,
          reason: { code: 'deleted', sentence: 'Deleted in Salesforce. The record in Pryzm is kept and no longer linked.' },
        },
        [],
      ),
      acme,
    ]),
    openFirst,
  ),
)
export const RecordMerged = meta.story(
  from(
    withRecords([
      record(
        {
          id: '1',
          name: 'Bright Foods Ltd',
          outcome: 'skipped',
          reason: { code: 'merged', sentence: 'Merged into Bright Foods in Salesforce. The link moved there.' },
        },
        [],
      ),
      acme,
    ]),
    openFirst,
  ),
)
export const FilterFailed = meta.story({
  ...from(scenarios.connectedHealthy, press(/^Failed 2$/)),
  args: { id: 'run-1-account' },
})
export const FilterSkippedReason = meta.story({
  ...from(scenarios.connectedHealthy, press(/^No matching option/)),
  args: { id: 'run-1-account' },
})
export const FilterNoResults = meta.story({
  ...from(scenarios.connectedHealthy),
  args: { id: 'run-1-account', view: { search: 'nobody' } },
})
export const TenThousandRecords = meta.story(
  from(
    withRecords(
      Array.from({ length: 10_000 }, (_, index) =>
        record({ id: String(index + 1), name: `Record ${index + 1}`, outcome: 'updated' }),
      ),
    ),
  ),
)
export const LongValues = meta.story(
  from(
    withRecords([
      record({ id: '1', name: 'Bright Foods' }, [
        left('Notes', 'too_long', 'Notes holds 4,000 characters; the field takes 255.', 'A long note. '.repeat(300)),
      ]),
      acme,
    ]),
    openFirst,
  ),
)
export const RedactedValue = meta.story(
  from(
    withRecords([
      record({ id: '1', name: 'Bright Foods' }, [
        { ...left('Salary', 'not_coercible', 'Salary needs a number.', null), valueHidden: true },
      ]),
      acme,
    ]),
    openFirst,
  ),
)
export const RichTextValue = meta.story(
  from(
    withRecords([
      record({ id: '1', name: 'Bright Foods' }, [
        left(
          'Notes',
          'too_long',
          'The text with its HTML codes is too long.',
          '<p>Call <b>before noon</b></p><script>alert(1)</script>',
        ),
      ]),
      acme,
    ]),
    openFirst,
  ),
)
export const EmptyVsBlank = meta.story(
  from(
    withRecords([
      record({ id: '1', name: 'Bright Foods' }, [
        left('Close date', 'blank_required', 'Salesforce requires a value for Close date and Pryzm has none.', null),
        left('Next step', 'rejected_by_salesforce', 'Salesforce did not accept the text.', '   '),
      ]),
      acme,
    ]),
    openFirst,
  ),
)
export const RetryFailed = meta.story({
  ...from(scenarios.connectedHealthy, press(/^Pull 2 failed records again$/)),
  args: { id: 'run-1-account' },
})
export const Export = meta.story({
  ...from(scenarios.connectedHealthy),
  args: { id: 'run-1-account', view: { outcome: 'failed' } },
})
export const ExportPreparing = meta.story({
  ...from(scenarios.connectedHealthy),
  args: { id: 'run-1-account' },
  play: async ({ canvasElement, loaded }) => {
    const canvas = within(canvasElement)
    const start = await canvas.findByRole('link', { name: 'Export CSV' })
    transportOf({ loaded }).override('jobs.records', { delay: 'forever' })
    await userEvent.click(start)
    await canvas.findByRole('button', { name: 'Preparing the file' })
  },
})
export const SharedLinkToRecord = meta.story({
  ...from(scenarios.connectedHealthy),
  args: { id: 'run-1-account', view: { outcome: 'with_skips', record: '001gK0000000045QAR' } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(document.activeElement).toHaveAccessibleName('Field results for Hooli 45'))
    await within(canvasElement).findByRole('table', { name: 'Field results for Hooli 45' })
  },
})
export const StaleMapping = meta.story({
  ...from(
    buildScenario({
      ...scenarios.connectedHealthy,
      mappings: [...scenarios.connectedHealthy.mappings, ...scenarios.connectedHealthy.mappings],
    }),
  ),
  args: { id: 'run-1-account' },
})
export const Narrow = meta.story({ ...from(withRecords([brightFoods, acme]), openFirst), globals: { width: '320' } })
export const Rtl = meta.story({ ...from(withRecords([brightFoods, acme]), openFirst), globals: { dir: 'rtl' } })
export const LongNames = meta.story(
  from(
    withRecords([
      record({ id: '1', name: 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle_Sued_GmbH_und_Co_KG' }, [
        region,
      ]),
      acme,
    ]),
    openFirst,
  ),
)
