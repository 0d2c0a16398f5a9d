import type { SetupCheck } from '@pryzm/salesforce-sdk'
import {
  buildCheck,
  buildConnection,
  buildScenario,
  buildSetup,
  checkedPryzmId,
  member,
  minutesAgo,
  type Override,
  type Overrides,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { expect, fn, spyOn, userEvent, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { transportOf } from '../../../../../.storybook/transport.ts'
import { SetupChecklist, SetupChecklistDialog } from './setup-checklist.tsx'

const meta = preview.meta({ title: 'SetupChecklist/States', component: SetupChecklist })

function withChecks(checks: SetupCheck[], overrides: Overrides = {}) {
  return { parameters: { scenario: buildScenario({ setup: buildSetup(...checks), overrides }) } }
}

export const Loading = meta.story(withChecks([], { 'setup.check': { delay: 'forever' } }))
export const LoadFailed = meta.story(
  withChecks([], {
    'setup.check': { error: { code: 'salesforce_busy', message: 'Salesforce is not answering. Try again in a minute.' } },
  }),
)
export const NotConnected = meta.story({ parameters: { scenario: scenarios.disconnected } })
export const AllMissing = meta.story({ parameters: { scenario: scenarios.firstRun } })
export const Mixed = meta.story(withChecks([checkedPryzmId('Account', { length: 18 }), checkedPryzmId('Contact', null)]))
export const AllPassed = meta.story({ parameters: { scenario: scenarios.connectedHealthy } })
export const FieldNotSeen = meta.story(withChecks([checkedPryzmId('Contact', null)]))
export const NearMatch = meta.story(withChecks([checkedPryzmId('Account', { name: 'PryzmID__c', label: 'Pryzm ID' })]))
export const ReadOnlyForUser = meta.story(withChecks([checkedPryzmId('Contact', { createable: false, updateable: false })]))
export const ObjectNotVisible = meta.story(
  withChecks([
    buildCheck({
      kind: 'object_access',
      object: 'Opportunity',
      title: 'Access to Opportunities',
      status: 'fail',
      problems: [
        {
          code: 'object_not_accessible',
          sentence: 'ada@acme.example may not read Opportunities.',
          expected: 'Read',
          found: 'No access',
        },
      ],
      steps: [
        'In Salesforce Setup, open the profile or a permission set of ada@acme.example.',
        'Under Object Settings → Opportunity, grant Read.',
      ],
      link: 'https://acme.my.salesforce.com/lightning/setup/EnhancedProfiles/home',
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
export const PackageStep = meta.story(
  withChecks([
    buildCheck({
      kind: 'package',
      title: 'Pryzm package',
      status: 'fail',
      problems: [
        {
          code: 'package_missing',
          sentence: 'The Pryzm package is not installed in this org.',
          expected: 'Installed',
          found: 'Not installed',
        },
      ],
      steps: [
        'Open https://login.salesforce.com/packaging/installPackage.apexp?p0=04tPryzm0000001 as a Salesforce admin.',
        'Confirm that the package appears under Setup → Installed Packages.',
      ],
      link: 'https://acme.my.salesforce.com/lightning/setup/ImportedPackage/home',
    }),
  ]),
)

export const LongObjectLabels = meta.story(
  withChecks([
    {
      ...checkedPryzmId('Account', null),
      title: 'Pryzm_ID on Kundenkonto mit Vertragspartnerverantwortung und Konzernzugehörigkeit (Account)',
    },
  ]),
)
export const WrongType = meta.story(withChecks([checkedPryzmId('Account', { type: 'double' })]))
export const TooShort = meta.story(withChecks([checkedPryzmId('Account', { length: 18 })]))
export const NotExternalId = meta.story(withChecks([checkedPryzmId('Contact', { externalId: false })]))
export const NotUnique = meta.story(withChecks([checkedPryzmId('Opportunity', { unique: false })]))
const notUnique = checkedPryzmId('Opportunity', { unique: false })
export const DuplicateValuesBlockUnique = meta.story(
  withChecks([
    {
      ...notUnique,
      problems: notUnique.problems.map((problem) => ({
        ...problem,
        duplicates: {
          records: 14,
          url: 'https://acme.my.salesforce.com/lightning/o/Opportunity/list?filterName=PryzmDuplicates',
        },
      })),
    },
  ]),
)
export const SeveralProblems = meta.story(
  withChecks([checkedPryzmId('Account', { length: 18, externalId: false, unique: false })]),
)
export const Rechecking = meta.story({
  ...withChecks([checkedPryzmId('Contact', null)]),
  play: async (context) => {
    await checkAgain(context, { delay: 'forever' })
  },
})
export const RecheckNoChange = meta.story({
  ...withChecks([checkedPryzmId('Contact', null)]),
  play: async (context) => {
    await checkAgain(context)
    await within(context.canvasElement).findByText(/^Checked just now\. Contact still needs Pryzm_ID__c\./, { selector: 'p' })
  },
})
export const RecheckFixed = meta.story({
  ...withChecks([checkedPryzmId('Contact', null)]),
  play: async (context) => {
    await checkAgain(context, { answer: { ...buildSetup(), checkedAt: minutesAgo(0) } })
    await within(context.canvasElement).findByText('All objects are ready.')
  },
})
export const Stale = meta.story({
  parameters: {
    scenario: buildScenario({
      setup: { ...buildSetup(checkedPryzmId('Account', { length: 18 })), checkedAt: minutesAgo(60 * 72) },
    }),
  },
})
export const ApiPaused = meta.story({
  parameters: {
    scenario: buildScenario({
      connection: scenarios.apiLimitReached.connection,
      setup: buildSetup(checkedPryzmId('Account', { length: 18 })),
    }),
  },
})
export const InstructionsCopied = meta.story({
  ...withChecks([checkedPryzmId('Contact', null)]),
  beforeEach: () => {
    const copy = spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    return () => copy.mockRestore()
  },
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Copy instructions' }))
    await within(canvasElement).findByRole('button', { name: 'Copied' })
    await expect(within(canvasElement).getByText('Instructions copied. Send them to a Salesforce admin.')).toBeInTheDocument()
  },
})
export const ViewOnly = meta.story({
  parameters: {
    scenario: buildScenario({
      connection: buildConnection({ viewer: member }),
      setup: buildSetup(checkedPryzmId('Account', { length: 18 })),
    }),
  },
})
export const AsDialog = meta.story({
  ...withChecks([checkedPryzmId('Contact', null)]),
  render: () => <SetupChecklistDialog open onClose={fn()} />,
  play: async ({ canvasElement }) => {
    const dialog = await within(canvasElement).findByRole('dialog', { name: 'Salesforce setup' })
    await within(dialog).findByRole('button', { name: 'Check again' })
  },
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
