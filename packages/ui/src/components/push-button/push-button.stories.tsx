import {
  createSalesforceClient,
  type ErrorCode,
  type FieldResult,
  type JobReason,
  type Push,
  type PushTarget,
} from '@pryzm/salesforce-sdk'
import {
  buildField,
  buildJob,
  buildPush,
  buildPushTarget,
  buildRecord,
  buildSamples,
  buildScenario,
  edgar,
  minutesAgo,
  type Overrides,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { PushButton } from './push-button.tsx'

const overHttp = createSalesforceClient({ baseUrl: '/api/salesforce' })

const meta = preview.meta({
  title: 'PushButton/States',
  component: PushButton,
  args: { recordType: 'organization', recordId: '7b0d1c52-9a4e-4a55-8f0b-2f1f6f3c9a01', recordName: 'Acme' },
})

function withTarget(pushTarget: PushTarget, overrides: Overrides = {}) {
  return { parameters: { scenario: buildScenario({ pushTarget, overrides }) } }
}

function refused(code: string, sentence: string, remedy: string) {
  return withTarget(buildPushTarget({ action: 'refused', reason: { code, sentence }, remedy }))
}

function pushed(push: Push) {
  return { parameters: { scenario: buildScenario({ push }) }, play: pressAndSee }
}

/** A push whose record Salesforce did not take, because of one field where one is named. */
function failed(reason: JobReason, field?: Partial<FieldResult> & Pick<FieldResult, 'attribute' | 'attributeLabel'>) {
  const isDuplicate = reason.code === 'DUPLICATES_DETECTED'
  const matches = ['001gK00000A1b2DQAR', '001gK00000A1b2EQAR'].map((salesforceId) => ({
    salesforceId,
    salesforceUrl: `https://acme.my.salesforce.com/${salesforceId}`,
  }))
  const push = buildPush({
    job: buildJob({ id: 'push-1', kind: 'push', state: 'failed', reason }),
    result: buildRecord({ id: '1', outcome: 'failed', syncedFields: 0, reason, matches: isDuplicate ? matches : [] }),
    fields: field ? [buildField({ outcome: 'skipped', reason: 'rejected_by_salesforce', ...field })] : [],
    unlinked: [],
  })
  return pushed(push)
}

function failing(code: ErrorCode, message: string) {
  return { ...withTarget(buildPushTarget(), { 'pushes.create': { error: { code, message } } }), play: pressAndSee }
}

async function review({ canvasElement }: { canvasElement: HTMLElement }) {
  await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Preview' }))
  await screen.findByRole('dialog')
}

/** The organization that both sides have, and the one that Salesforce does not know yet. */
const [acme, initech] = ['Acme', 'Initech'].map((name) => buildSamples().find(({ pryzm }) => pryzm?.name === name)?.pryzm)
const linked = { recordId: acme?.id ?? '', recordName: 'Acme' }
const unlinked = { recordId: initech?.id ?? '', recordName: 'Initech' }
const toCreate = buildPushTarget({
  action: 'create',
  salesforceId: null,
  salesforceUrl: null,
  lastPushedAt: null,
  lastPushedBy: null,
})
const quiet = buildSamples().map((sample) => ({ ...sample, changedThere: false }))

export const ReviewLoading = meta.story({
  ...withTarget(buildPushTarget(), { 'pushes.preview': { delay: 'forever' } }),
  play: review,
})
export const ReviewDiff = meta.story({
  args: linked,
  parameters: { scenario: buildScenario({ samples: quiet }) },
  play: async (context) => {
    await review(context)
    await screen.findByText('In Salesforce now')
  },
})
export const ReviewNothingToSend = meta.story({
  ...withTarget(buildPushTarget(), {
    'pushes.preview': {
      answer: {
        action: 'unchanged',
        reason: null,
        fields: [],
        salesforceId: '001gK00000A1b2CQAR',
        salesforceUrl: 'https://acme.my.salesforce.com/001gK00000A1b2CQAR',
        orgName: 'Acme Corporation',
      },
    },
  }),
  play: async (context) => {
    await review(context)
    const dialog = within(await screen.findByRole('dialog'))
    await dialog.findAllByText(/^Nothing to send\. Salesforce already has these values\./)
  },
})
export const NewerInSalesforce = meta.story({
  args: linked,
  ...withTarget(buildPushTarget()),
  play: async (context) => {
    await press(context)
    await screen.findByRole('button', { name: 'Push anyway' })
  },
})
export const Idle = meta.story(withTarget(buildPushTarget({ lastPushedAt: null, lastPushedBy: null })))
/** It shows its icon alone by itself where there is no room for words. */
export const IconOnly = meta.story({
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 48 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('button', { name: 'Push Acme to Salesforce' })
  },
})
export const MenuItem = meta.story({
  args: {
    renderTrigger: ({ label, push, preview: look, busy, disabledReason }) => (
      <ul role="menu" aria-label="Record" style={hostMenu}>
        <li role="none">
          <button type="button" role="menuitem" style={hostItem}>
            Duplicate
          </button>
        </li>
        <li role="none">
          <button
            type="button"
            role="menuitem"
            style={hostItem}
            aria-disabled={busy || disabledReason !== undefined}
            title={disabledReason}
            onClick={push}
          >
            {label}
          </button>
        </li>
        <li role="none">
          <button type="button" role="menuitem" style={hostItem} aria-disabled={look === undefined} onClick={look}>
            See what a push would change
          </button>
        </li>
      </ul>
    ),
  },
})
const hostMenu = {
  inlineSize: 260,
  margin: 0,
  padding: 4,
  border: '1px solid GrayText',
  borderRadius: 8,
  listStyle: 'none',
} as const
const hostItem = {
  inlineSize: '100%',
  padding: '8px 12px',
  border: 0,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'start',
} as const
export const CheckingAccess = meta.story(withTarget(buildPushTarget(), { 'pushes.target': { delay: 'forever' } }))
const noRule = refused('not_permitted', 'Pushing needs integrations:push. Workspace Admins and Editors have it.', 'ask_admin')
export const HiddenNotPermitted = meta.story({ ...noRule, args: { whenNotPermitted: 'hide' } })
export const DisabledNotPermitted = meta.story(noRule)
export const NoEntityAccess = meta.story(refused('no_entity_access', 'Pushing a record needs edit access to it.', 'ask_admin'))
export const ModuleNotEnabled = meta.story({ parameters: { scenario: scenarios.moduleDisabled } })
export const NotConnected = meta.story(refused('not_connected', 'This workspace is not connected to Salesforce.', 'connect'))
export const MappingIncomplete = meta.story(
  refused('mapping_invalid', 'Organizations cannot be pushed until the mapping of Account is mended.', 'edit_mapping'),
)
export const PipelineNotChosen = meta.story(
  refused('pipeline_not_selected', 'Choose a pipeline for opportunities before anything is pushed.', 'edit_mapping'),
)
export const ObjectPullOnly = meta.story(
  refused('direction', 'Organizations are set to Pull, so they are not sent.', 'edit_mapping'),
)
export const RecordInOtherPipeline = meta.story({
  ...refused(
    'pipeline_not_mapped',
    'Opportunities sync with Enterprise deals. Records of this pipeline do not sync with Salesforce.',
    'edit_mapping',
  ),
  args: { recordType: 'pipeline:renewals', recordName: 'Renewal of Acme' },
})
export const WillCreate = meta.story({ args: unlinked, ...withTarget(toCreate) })
export const WillUpdate = meta.story({ args: linked, ...withTarget(buildPushTarget({ lastPushedAt: null, lastPushedBy: null })) })
export const RecentlyPushed = meta.story(withTarget(buildPushTarget({ lastPushedAt: minutesAgo(2), lastPushedBy: edgar })))

export const Pending = meta.story({ ...withTarget(buildPushTarget(), { 'pushes.create': { delay: 'forever' } }), play: press })
export const PendingSlow = meta.story({
  ...withTarget(buildPushTarget(), { 'pushes.create': { delay: 'forever' } }),
  play: async (context) => {
    await press(context)
    await within(context.canvasElement).findByRole('button', { name: /^Waiting for Salesforce/ }, { timeout: 9000 })
  },
})
export const SucceededUpdated = meta.story(
  pushed(
    buildPush({
      unlinked: [],
      result: buildRecord({ id: '1', syncedFields: 2 }),
      fields: [
        buildField({ attribute: 'name', attributeLabel: 'Name', field: 'Name' }),
        buildField({ attribute: 'website', attributeLabel: 'Website', field: 'Website' }),
      ],
    }),
  ),
)
export const SucceededCreated = meta.story(
  pushed(
    buildPush({
      unlinked: [],
      result: buildRecord({ id: '1', outcome: 'created', syncedFields: 1 }),
      fields: [buildField({ attribute: 'name', attributeLabel: 'Name', field: 'Name' })],
    }),
  ),
)
export const SucceededWithSkips = meta.story(
  pushed(
    buildPush({
      unlinked: [],
      result: buildRecord({ id: '1', syncedFields: 1, skippedFields: 2 }),
      fields: [
        buildField({ attribute: 'name', attributeLabel: 'Name', field: 'Name' }),
        buildField({
          attribute: 'stage',
          attributeLabel: 'Stage',
          field: 'StageName',
          outcome: 'skipped',
          reason: 'option_mismatch',
          sentence: 'On hold has no matching Salesforce option.',
          dropped: 'On hold',
        }),
        buildField({
          attribute: 'phone',
          attributeLabel: 'Phone',
          field: 'Phone',
          outcome: 'skipped',
          reason: 'rejected_by_salesforce',
          sentence: 'Salesforce did not accept this value: data value too large (max length=40).',
          dropped: '+1 202 555 0182, +1 202 555 0183, +1 202 555 0184',
        }),
      ],
    }),
  ),
)
export const ParentNotLinked = meta.story({
  ...pushed(buildPush()),
  play: async (context) => {
    await press(context)
    await screen.findByRole('button', { name: 'Push Acme Holding first' })
  },
})
export const FailedValidationRule = meta.story(
  failed(
    {
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      sentence: 'A validation rule in Salesforce refused the record: "Phone numbers begin with a plus."',
    },
    {
      attribute: 'phone',
      attributeLabel: 'Phone',
      field: 'Phone',
      sentence: '"Phone numbers begin with a plus."',
      dropped: '415 555 0199',
    },
  ),
)
export const FailedDuplicateRule = meta.story(
  failed({
    code: 'DUPLICATES_DETECTED',
    sentence: 'A duplicate rule in Salesforce refused the record: "You may be making a duplicate of an account."',
  }),
)
export const FailedFieldAccess = meta.story(
  failed(
    {
      code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      sentence: 'The connected Salesforce user may not edit Industry. Ask a Salesforce admin for edit access to it.',
    },
    {
      attribute: 'industry',
      attributeLabel: 'Industry',
      field: 'Industry',
      sentence: 'The connected Salesforce user may not edit Industry.',
      dropped: 'Manufacturing',
    },
  ),
)
export const FailedRecordDeleted = meta.story(
  failed({
    code: 'deleted_in_salesforce',
    sentence: 'This record was deleted in Salesforce, so it is not linked any more. Push again to create it anew.',
  }),
)
export const FailedRecordLocked = meta.story(
  failed({
    code: 'UNABLE_TO_LOCK_ROW',
    sentence: 'The record was locked by other work in Salesforce, several times in a row. Try again in a moment.',
  }),
)
export const Offline = meta.story({
  ...withTarget(buildPushTarget()),
  beforeEach: () => {
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false })
    return () => void Reflect.deleteProperty(navigator, 'onLine')
  },
  play: async (context) => {
    await press(context)
    await screen.findByRole('dialog', { name: "You're offline. Nothing was sent." })
  },
})
export const FailedRequiredMissing = meta.story(
  failing('required_field_unmapped', 'Salesforce needs Last Name to create a contact, and nothing is mapped to it.'),
)
export const FailedTokenRevoked = meta.story(
  failing('reauthorization_required', 'Salesforce no longer accepts our access. Connect again to go on.'),
)
export const FailedApiLimit = meta.story(failing('salesforce_limit', "The org's API calls of the last 24 hours are used up."))
export const OutcomeUnknown = meta.story({
  ...withTarget(buildPushTarget(), { 'pushes.create': { error: 'offline' } }),
  play: pressAndSee,
})
export const LongValues = meta.story(
  pushed(
    buildPush({
      unlinked: [],
      result: buildRecord({ id: '1', syncedFields: 0, skippedFields: 1 }),
      fields: [
        buildField({
          attribute: 'description',
          attributeLabel: 'Description',
          field: 'Description',
          outcome: 'skipped',
          reason: 'too_long',
          sentence: 'The text has 4,000 characters; the field holds 255.',
          dropped: 'Lorem ipsum dolor sit amet, '.repeat(60),
        }),
      ],
    }),
  ),
)
export const RedactedValue = meta.story(
  pushed(
    buildPush({
      unlinked: [],
      result: buildRecord({ id: '1', syncedFields: 1, skippedFields: 1 }),
      fields: [
        buildField({ attribute: 'name', attributeLabel: 'Name', field: 'Name' }),
        buildField({
          attribute: 'creditRating',
          attributeLabel: 'Credit rating',
          field: 'Rating',
          outcome: 'skipped',
          reason: 'option_mismatch',
          sentence: 'The value has no option in Rating.',
          valueHidden: true,
        }),
      ],
    }),
  ),
)

/** The same answers through a service worker, as a host's own requests would get them. */
export const OverHttp = meta.story({
  render: (args) => <PushButton {...args} client={overHttp} />,
  play: pressAndSee,
})

async function pressAndSee(context: { canvasElement: HTMLElement }) {
  await press(context)
  await screen.findByRole('dialog')
}

async function press({ canvasElement }: { canvasElement: HTMLElement }) {
  const button = await within(canvasElement).findByRole('button', { name: /^Push to Salesforce/ })
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'))
  await userEvent.click(button)
}
