import { createSalesforceClient, type ErrorCode, type Push, type PushTarget } from '@pryzm/salesforce-sdk'
import {
  buildField,
  buildJob,
  buildPush,
  buildPushTarget,
  buildRecord,
  buildScenario,
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
  return { parameters: { scenario: buildScenario({ push }) }, play: press }
}

function failing(code: ErrorCode, message: string) {
  return { ...withTarget(buildPushTarget(), { 'pushes.create': { error: { code, message } } }), play: press }
}

async function review({ canvasElement }: { canvasElement: HTMLElement }) {
  await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Preview' }))
  await screen.findByRole('dialog')
}

export const ReviewLoading = meta.story({
  ...withTarget(buildPushTarget(), { 'pushes.preview': { delay: 'forever' } }),
  play: review,
})
export const ReviewDiff = meta.story({ ...withTarget(buildPushTarget({ action: 'create' })), play: review })
export const ReviewNothingToSend = meta.story({
  ...withTarget(buildPushTarget(), {
    'pushes.preview': {
      answer: {
        action: 'unchanged',
        reason: null,
        fields: [],
        salesforceId: '001gK00000A1b2CQAR',
        salesforceUrl: null,
        orgName: 'Acme Corporation',
      },
    },
  }),
  play: review,
})
export const NewerInSalesforce = meta.story({ ...withTarget(buildPushTarget()), play: review })
export const Idle = meta.story(withTarget(buildPushTarget({ lastPushedAt: null })))
export const IconOnly = meta.story({ args: { look: 'icon' } })
export const MenuItem = meta.story({
  args: {
    renderTrigger: ({ label, push, busy }) => (
      <button type="button" onClick={push} disabled={busy}>
        {label}
      </button>
    ),
  },
})
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
export const WillCreate = meta.story(
  withTarget(buildPushTarget({ action: 'create', salesforceId: null, salesforceUrl: null, lastPushedAt: null })),
)
export const WillUpdate = meta.story(withTarget(buildPushTarget()))
export const RecentlyPushed = meta.story(withTarget(buildPushTarget({ lastPushedAt: '2026-03-04T09:58:00.000Z' })))

export const Pending = meta.story({ ...withTarget(buildPushTarget(), { 'pushes.create': { delay: 'forever' } }), play: press })
export const SucceededUpdated = meta.story(
  pushed(
    buildPush({
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
      result: buildRecord({ id: '1', outcome: 'created', syncedFields: 1 }),
      fields: [buildField({ attribute: 'name', attributeLabel: 'Name', field: 'Name' })],
    }),
  ),
)
export const SucceededWithSkips = meta.story(
  pushed(
    buildPush({
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
export const ParentNotLinked = meta.story(pushed(buildPush()))
export const FailedValidationRule = meta.story(
  pushed(
    buildPush({
      job: buildJob({ id: 'push-1', kind: 'push', state: 'completed_with_errors' }),
      result: buildRecord({
        id: '1',
        outcome: 'failed',
        syncedFields: 0,
        reason: { code: 'validation_rule', sentence: "Salesforce didn't accept this change: “Close date can't be in the past.”" },
      }),
      fields: [],
    }),
  ),
)
export const FailedRequiredMissing = meta.story(
  failing('required_field_unmapped', 'Salesforce needs Last Name to create a contact, and nothing is mapped to it.'),
)
export const FailedTokenRevoked = meta.story(
  failing('reauthorization_required', 'Salesforce no longer accepts our access. Connect again to go on.'),
)
export const FailedApiLimit = meta.story(failing('salesforce_limit', "The org's API calls of the last 24 hours are used up."))
export const OutcomeUnknown = meta.story({
  ...withTarget(buildPushTarget(), { 'pushes.create': { error: 'offline' } }),
  play: press,
})
export const LongValues = meta.story(
  pushed(
    buildPush({
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

/** The same answers through a service worker, as a host's own requests would get them. */
export const OverHttp = meta.story({
  render: (args) => <PushButton {...args} client={overHttp} />,
  play: async (context) => {
    await press(context)
    await within(context.canvasElement).findByRole('dialog')
  },
})

async function press({ canvasElement }: { canvasElement: HTMLElement }) {
  const button = await within(canvasElement).findByRole('button', { name: /^Push to Salesforce/ })
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'))
  await userEvent.click(button)
}
