import type { SetupCheck, SetupProblem } from '@pryzm/salesforce-sdk'
import {
  buildCheck,
  buildConnection,
  buildScenario,
  buildSetup,
  failedPryzmId,
  member,
  minutesAgo,
  type Override,
  type Overrides,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { fn, spyOn, userEvent, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { transportOf } from '../../../../../.storybook/transport.ts'
import { SetupChecklist, SetupChecklistDialog } from './setup-checklist.tsx'

const meta = preview.meta({ title: 'SetupChecklist/States', component: SetupChecklist })

function withChecks(checks: SetupCheck[], overrides: Overrides = {}) {
  return { parameters: { scenario: buildScenario({ setup: buildSetup(...checks), overrides }) } }
}

function problem(code: string, sentence: string, expected: string, found: string): SetupProblem {
  return { code, sentence, expected, found }
}

const missing = (object: string) =>
  problem(
    'pryzm_id_missing',
    `We can't see Pryzm_ID on ${object}. It may not exist yet, or ada@acme.example may not have access to it.`,
    'Pryzm_ID__c',
    'No such field',
  )
const tooShort = problem('pryzm_id_too_short', 'Pryzm_ID on Account is 18 characters long. It needs at least 36.', '36', '18')
const notUnique = problem('pryzm_id_not_unique', 'Turn on Unique for Pryzm_ID on Opportunity.', 'Unique', 'Not unique')
const notExternalId = problem('pryzm_id_not_external_id', 'Turn on External ID for Pryzm_ID on Contact.', 'External ID', 'Off')

export const Loading = meta.story(withChecks([], { 'setup.check': { delay: 'forever' } }))
export const LoadFailed = meta.story(
  withChecks([], {
    'setup.check': { error: { code: 'salesforce_busy', message: 'Salesforce is not answering. Try again in a minute.' } },
  }),
)
export const NotConnected = meta.story({ parameters: { scenario: scenarios.disconnected } })
export const AllMissing = meta.story({ parameters: { scenario: scenarios.firstRun } })
export const Mixed = meta.story(withChecks([failedPryzmId('Account', tooShort), failedPryzmId('Contact', missing('Contact'))]))
export const AllPassed = meta.story({ parameters: { scenario: scenarios.connectedHealthy } })
export const FieldNotSeen = meta.story(withChecks([failedPryzmId('Contact', missing('Contact'))]))
export const NearMatch = meta.story(
  withChecks([
    failedPryzmId(
      'Account',
      problem(
        'pryzm_id_missing',
        'We can\'t see a field Pryzm_ID__c on Account. There is a field "Pryzm ID" named PryzmID__c, but the API name has to be exactly Pryzm_ID__c.',
        'Pryzm_ID__c',
        'PryzmID__c',
      ),
    ),
  ]),
)
export const ReadOnlyForUser = meta.story(
  withChecks([
    failedPryzmId(
      'Contact',
      problem(
        'pryzm_id_not_accessible',
        'The connected user can read Pryzm_ID__c on Contact, but not edit it.',
        'Read and edit access',
        'Read access only',
      ),
    ),
  ]),
)
export const ObjectNotVisible = meta.story(
  withChecks([
    buildCheck({
      kind: 'object_access',
      object: 'Opportunity',
      title: 'Access to Opportunities',
      status: 'fail',
      problems: [problem('object_not_accessible', 'ada@acme.example may not read Opportunities.', 'Read', 'No access')],
      steps: [
        'In Salesforce Setup, open the profile or a permission set of ada@acme.example.',
        'Under Object Settings → Opportunity, grant Read.',
      ],
      link: 'https://acme.my.salesforce.com/lightning/setup/Profiles/home',
    }),
    buildCheck({
      kind: 'pryzm_id',
      object: 'Opportunity',
      title: 'Pryzm_ID on Opportunity',
      status: 'unknown',
      steps: ['Grant ada@acme.example read access to Opportunity first.'],
    }),
  ]),
)
export const PackageStep = meta.story({
  ...withChecks([
    buildCheck({
      kind: 'package',
      title: 'Pryzm package',
      status: 'unknown',
      problems: [problem('package_not_seen', "We can't see the Pryzm package in this org.", 'Installed', 'Not seen')],
      steps: ['Ask a Salesforce admin to install the Pryzm package for all users.', 'Check again.'],
      link: 'https://acme.my.salesforce.com/lightning/setup/ImportedPackage/home',
    }),
  ]),
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Show the checks' }))
    await within(canvasElement).findByText("We can't see the Pryzm package in this org.")
  },
})
export const LongObjectLabels = meta.story(
  withChecks([
    {
      ...failedPryzmId('Account', missing('Account')),
      title: 'Pryzm_ID on Kundenkonto mit Vertragspartnerverantwortung und Konzernzugehörigkeit (Account)',
    },
  ]),
)
export const WrongType = meta.story(
  withChecks([
    failedPryzmId(
      'Account',
      problem('pryzm_id_wrong_type', 'Pryzm_ID__c on Account is of type number, but has to be Text.', 'Text', 'Number'),
    ),
  ]),
)
export const TooShort = meta.story(withChecks([failedPryzmId('Account', tooShort)]))
export const NotExternalId = meta.story(withChecks([failedPryzmId('Contact', notExternalId)]))
export const NotUnique = meta.story(withChecks([failedPryzmId('Opportunity', notUnique)]))
export const DuplicateValuesBlockUnique = meta.story(
  withChecks([
    failedPryzmId('Opportunity', {
      ...notUnique,
      sentence: "Unique can't be turned on for Pryzm_ID on Opportunity while values occur twice. Clear them first.",
      duplicates: { records: 14, url: 'https://acme.my.salesforce.com/lightning/o/Opportunity/list?filterName=PryzmDuplicates' },
    }),
  ]),
)
export const SeveralProblems = meta.story(withChecks([failedPryzmId('Account', tooShort, notExternalId, notUnique)]))

export const Rechecking = meta.story({
  ...withChecks([failedPryzmId('Contact', missing('Contact'))]),
  play: async (context) => {
    await checkAgain(context, { delay: 'forever' })
  },
})
export const RecheckNoChange = meta.story({
  ...withChecks([failedPryzmId('Contact', missing('Contact'))]),
  play: async (context) => {
    await checkAgain(context)
    await within(context.canvasElement).findByText(/^Checked just now/, { selector: 'p' })
  },
})
export const RecheckFixed = meta.story({
  ...withChecks([failedPryzmId('Contact', missing('Contact'))]),
  play: async (context) => {
    await checkAgain(context, { answer: { ...buildSetup(), checkedAt: minutesAgo(0) } })
    await within(context.canvasElement).findByText('All objects are ready.')
  },
})
export const Stale = meta.story({
  parameters: {
    scenario: buildScenario({ setup: { ...buildSetup(failedPryzmId('Account', tooShort)), checkedAt: minutesAgo(60 * 72) } }),
  },
})
export const ApiPaused = meta.story({
  parameters: {
    scenario: buildScenario({
      connection: scenarios.apiLimitReached.connection,
      setup: buildSetup(failedPryzmId('Account', tooShort)),
    }),
  },
})
export const InstructionsCopied = meta.story({
  ...withChecks([failedPryzmId('Contact', missing('Contact'))]),
  beforeEach: () => {
    const copy = spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    return () => copy.mockRestore()
  },
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Copy instructions' }))
    await within(canvasElement).findByRole('button', { name: 'Copied' })
  },
})
export const ViewOnly = meta.story({
  parameters: {
    scenario: buildScenario({
      connection: buildConnection({ viewer: member }),
      setup: buildSetup(failedPryzmId('Account', tooShort)),
    }),
  },
})
export const AsDialog = meta.story({
  ...withChecks([failedPryzmId('Contact', missing('Contact'))]),
  render: () => <SetupChecklistDialog open onClose={fn()} />,
})

interface Playing {
  canvasElement: HTMLElement
  loaded: Record<string, unknown>
}

/** Presses "Check again"; Salesforce then answers as given. */
async function checkAgain({ canvasElement, loaded }: Playing, next?: Override<'setup.check'>) {
  const button = await within(canvasElement).findByRole('button', { name: 'Check again' })
  if (next) transportOf({ loaded }).override('setup.check', next)
  await userEvent.click(button)
}
