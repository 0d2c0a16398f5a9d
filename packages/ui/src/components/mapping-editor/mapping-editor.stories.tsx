import {
  buildConnection,
  buildDisconnected,
  buildScenario,
  member,
  type Scenario,
  scenarios,
} from '@pryzm/salesforce-sdk/testing'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import preview from '../../../../../.storybook/preview.tsx'
import { transportOf } from '../../../../../.storybook/transport.ts'
import { MappingEditor } from './mapping-editor.tsx'
import {
  describesWith,
  manyPairs,
  manyToOne,
  mappingFile,
  pairOf,
  recordTypesWith,
  savedByColleague,
  threeVersions,
  withCurrencies,
  withField,
  withMapping,
  withOptions,
  withSeveralValues,
  withUsage,
} from './mapping-editor.scenarios.ts'

const meta = preview.meta({ title: 'MappingEditor/States', component: MappingEditor })

interface Played {
  canvasElement: HTMLElement
}

function from(scenario: Scenario, play?: (played: Played) => Promise<void>) {
  return { parameters: { scenario }, ...(play && { play }) }
}

/** Opens a row's detail. */
function detailOf(label: string) {
  return async ({ canvasElement }: Played) => {
    const button = await within(canvasElement).findByRole('button', { name: new RegExp(`Details of ${label}$`) })
    await userEvent.click(button)
  }
}

function open(role: 'tab' | 'button' | 'radio', name: RegExp) {
  return async ({ canvasElement }: Played) => {
    const [element] = await within(canvasElement).findAllByRole(role, { name })
    if (element) await userEvent.click(element)
  }
}

async function picker({ canvasElement }: Played) {
  await open('button', /^Salesforce field for Industry/)({ canvasElement })
  return within(canvasElement).findByRole('combobox', { name: 'Salesforce field for Industry' })
}

async function removeWebsite(played: Played) {
  await open('button', /^Remove Website$/)(played)
}

async function removeAndSave(played: Played) {
  await removeWebsite(played)
  await open('button', /^Save$/)(played)
}

const failing = (overrides: Scenario['overrides']) => buildScenario({ overrides })
const opportunities = open('tab', /^(Opportunities|Sales pipeline)/)

export const Loading = meta.story(from(failing({ 'mapping.get': { delay: 'forever' } })))
export const LoadFailed = meta.story(
  from(failing({ 'mapping.get': { error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' } } })),
)
export const SchemaPartlyLoaded = meta.story(
  from(
    failing({
      'schema.get': {
        where: { object: 'Contact' },
        error: { code: 'salesforce_busy', message: 'Salesforce is busy. Try again in a minute.' },
      },
    }),
    open('tab', /^People/),
  ),
)
export const NotConnected = meta.story(from(buildScenario({ connection: buildDisconnected() })))
export const ModuleNotEnabled = meta.story(from(scenarios.moduleDisabled))
export const ViewOnly = meta.story(from(buildScenario({ connection: buildConnection({ viewer: member }) })))
export const SetupIncomplete = meta.story(from(buildScenario({ describes: scenarios.firstRun.describes })))
export const EmptyWithSuggestions = meta.story(from(scenarios.nothingMapped))
export const EmptyNoSuggestions = meta.story(
  from(
    buildScenario({
      mappings: [],
      recordTypes: buildScenario().recordTypes.map((type) => ({
        ...type,
        attributes: type.attributes
          .slice(0, 2)
          .map((attribute, index) => ({ ...attribute, name: `own_${index}`, label: `Own ${index}` })),
      })),
    }),
  ),
)
export const Valid = meta.story(from(scenarios.connectedHealthy))

export const ObjectBidirectional = meta.story(from(withMapping((mapping) => void (mapping.pairs[0].direction = 'bidirectional'))))
export const ObjectPullOnly = meta.story(
  from(
    withMapping(({ pairs: [account] }) => {
      account.direction = 'pull'
      for (const pair of account.fields) pair.direction = 'pull'
    }),
  ),
)
export const ObjectPushOnly = meta.story(
  from(
    withMapping(({ pairs: [account] }) => {
      account.direction = 'push'
      for (const pair of account.fields) pair.direction = 'push'
    }),
  ),
)
export const ObjectNarrowsFields = meta.story(from(withMapping((mapping) => void (mapping.pairs[0].direction = 'pull'))))

export const PipelineNotChosen = meta.story(
  from(
    withMapping((mapping) => void (mapping.pairs[2].pipelineId = null)),
    opportunities,
  ),
)
export const PipelineDeleted = meta.story(
  from(
    withMapping((mapping) => void (mapping.pairs[2].pipelineId = 'gone')),
    opportunities,
  ),
)

export const RowSuggested = meta.story(from(scenarios.nothingMapped, open('button', /^Review suggestions$/)))
export const RowSuggestedWeak = meta.story(
  from(
    buildScenario({ mappings: [], recordTypes: recordTypesWith('phone', { name: 'phone_line', label: 'Phone line' }) }),
    async (played) => {
      await open('button', /^Review suggestions$/)(played)
      await within(played.canvasElement).findByText(/Check it before you accept\.$/)
    },
  ),
)
export const SuggestionsReviewed = meta.story(
  from(scenarios.nothingMapped, async (played) => {
    await open('button', /^Review suggestions$/)(played)
    await open('button', /^Dismiss the suggestion/)(played)
    await open('button', /^Accept (?!\d)/)(played)
    await within(played.canvasElement).findByText('1 unsaved change')
  }),
)

export const RowPickerOpen = meta.story(from(scenarios.connectedHealthy, async (played) => void (await picker(played))))
export const RowPickerUsage = meta.story(from(withUsage(), async (played) => void (await picker(played))))
export const RowPickerFiltered = meta.story(
  from(scenarios.manySalesforceFields, async ({ canvasElement }) => {
    await open('button', /^Accept \d+ strong$/)({ canvasElement })
    await userEvent.type(await picker({ canvasElement }), 'ren')
    await screen.findByText(/^\d{2,3} fields$/)
  }),
)
export const RowPickerNoMatch = meta.story(
  from(scenarios.connectedHealthy, async (played) => userEvent.type(await picker(played), 'xyz')),
)
export const RowPickerAlreadyMapped = meta.story(
  from(scenarios.connectedHealthy, async (played) => userEvent.type(await picker(played), 'type')),
)

export const RowIncompatible = meta.story(from(withField('Account', 'annual_revenue', 'Industry'), detailOf('Annual revenue')))
export const RowLossy = meta.story(
  from(
    withMapping(() => {}, { describes: describesWith('Account', 'Description', { length: 80 }) }),
    detailOf('Description'),
  ),
)
export const RowReadOnlyPush = meta.story(
  from(
    withMapping(() => {}, {
      describes: describesWith('Account', 'Website', { createable: false, updateable: false, calculated: true }),
    }),
    detailOf('Website'),
  ),
)
export const RowCreateOnly = meta.story(
  from(
    withMapping(() => {}, {
      describes: describesWith('Account', 'Website', { createable: true, updateable: false }),
    }),
    async (played) => {
      await detailOf('Website')(played)
      await within(played.canvasElement).findByText(/can be set when a record is created, and not changed after that/)
    },
  ),
)
export const RowRequiredUnmapped = meta.story(
  from(
    withMapping(({ pairs: [account] }) => void (account.fields = account.fields.filter(({ attribute }) => attribute !== 'name'))),
  ),
)
export const RowDuplicateTarget = meta.story(from(withField('Account', 'description', 'Name'), detailOf('Name')))
export const RowFieldRemoved = meta.story(from(withField('Account', 'website', 'Region__c'), detailOf('Website')))
export const RowFieldHidden = meta.story(from(withField('Contact', 'email', 'Private_Email__c'), open('tab', /^People/)))
export const RowAttributeDeleted = meta.story(
  from(
    withMapping((mapping) => {
      const pair = pairOf(mapping, 'Account', 'website')
      if (pair) pair.attribute = 'blog'
    }),
    detailOf('blog'),
  ),
)
export const RowLookup = meta.story(from(scenarios.connectedHealthy, detailOf('Parent organization')))
export const RowPolymorphicLookup = meta.story(
  from(
    withMapping(() => {}, { describes: describesWith('Account', 'OwnerId', { referenceTo: ['Group', 'User'] }) }),
    async (played) => {
      await detailOf('Owner')(played)
      await within(played.canvasElement).findAllByText(/does not point at users alone, but at Group, User/)
    },
  ),
)
export const RowMultiPicklist = meta.story(
  from(withSeveralValues(), async (played) => {
    await detailOf('Product lines')(played)
    await within(played.canvasElement).findByText(/^Records can hold several values at once/)
  }),
)
export const RowMultiCurrency = meta.story(
  from(withCurrencies(), async (played) => {
    await detailOf('Annual revenue')(played)
    await within(played.canvasElement).findByText(/^This org has several currencies/)
  }),
)
export const RowLongNames = meta.story(
  from(
    withMapping(() => {}, {
      recordTypes: recordTypesWith('website', {
        label: 'Web address of the organization as it is printed on invoices, contracts and delivery notes',
      }),
      describes: describesWith('Account', 'Website', {
        label: 'Firmenwebseite_der_Hauptniederlassung_einschliesslich_aller_Zweigstellen_im_Ausland',
      }),
    }),
  ),
)

export const RowRules = meta.story(
  from(
    withMapping((mapping) => {
      const pair = pairOf(mapping, 'Account', 'website')
      if (pair) Object.assign(pair, { blankOnPull: 'keep', defaultOnPush: 'https://example.com' })
    }),
    detailOf('Website'),
  ),
)

export const PicklistAllMatched = meta.story(from(withOptions(12, 12), detailOf('Industry')))
export const PicklistMismatch = meta.story(from(withOptions(12, 9), detailOf('Industry')))
export const PicklistInactive = meta.story(
  from(
    withMapping(() => {}, {
      describes: describesWith('Account', 'Rating', {
        picklistValues: ['Hot', 'Warm', 'Cold'].map((value) => ({
          value,
          label: value,
          active: value !== 'Warm',
          defaultValue: false,
        })),
      }),
      recordTypes: recordTypesWith('type', {
        options: ['Hot', 'Warm', 'Cold'].map((label) => ({ id: label.toLowerCase(), label })),
      }),
      mappings: withField('Account', 'type', 'Rating').mappings,
    }),
    detailOf('Type'),
  ),
)
export const PicklistRestricted = meta.story(
  from(
    withMapping(() => {}, { describes: describesWith('Account', 'Industry', { restrictedPicklist: true }) }),
    detailOf('Industry'),
  ),
)
export const PicklistDependent = meta.story(
  from(
    withMapping(() => {}, {
      describes: describesWith('Account', 'Industry', { dependentPicklist: true, controllerName: 'Type' }),
    }),
    detailOf('Industry'),
  ),
)
export const PicklistManyToOne = meta.story(from(manyToOne(), detailOf('Type')))
export const PicklistTwoHundred = meta.story(from(withOptions(200, 180), detailOf('Industry')))
export const StageMapping = meta.story(
  from(scenarios.connectedHealthy, async (played) => {
    await opportunities(played)
    await detailOf('Stage')(played)
    await within(played.canvasElement).findByText('Won')
  }),
)

export const RequiredBlank = meta.story(
  from(
    withMapping(() => {}, { describes: describesWith('Account', 'Website', { nillable: false }) }),
    async (played) => {
      await detailOf('Website')(played)
      await within(played.canvasElement).findByText(/a new record cannot be created/)
    },
  ),
)

export const DirtyOne = meta.story(from(scenarios.connectedHealthy, removeWebsite))
export const DirtyMany = meta.story(from(scenarios.nothingMapped, open('button', /^Accept \d+ strong$/)))
export const ReviewChanges = meta.story(
  from(scenarios.connectedHealthy, async (played) => {
    await removeWebsite(played)
    await open('button', /^Review changes$/)(played)
  }),
)
export const UndoRedo = meta.story(
  from(scenarios.connectedHealthy, async (played) => {
    const turn = await within(played.canvasElement).findByRole('radiogroup', { name: 'Direction for Website' })
    await userEvent.click(within(turn).getByRole('radio', { name: /^Push/ }))
    await open('button', /^Remove Phone$/)(played)
    await open('button', /^Undo$/)(played)
    await within(played.canvasElement).findByText('Direction changed')
  }),
)
export const Saving = meta.story(from(failing({ 'mapping.save': { delay: 'forever' } }), removeAndSave))
export const SaveFailed = meta.story(
  from(
    failing({ 'mapping.save': { error: { code: 'rate_limited', message: 'Too many requests. Wait a moment.' } } }),
    removeAndSave,
  ),
)
export const SaveRejectedByServer = meta.story(
  from(
    failing({
      'mapping.save': {
        error: {
          code: 'invalid_input',
          message: 'mapping.pairs.0.fields.2.attribute: Pryzm has no such attribute.',
          details: { issues: [{ path: 'mapping.pairs.0.fields.2.attribute', message: 'Pryzm has no such attribute' }] },
        },
      },
    }),
    async (played) => {
      await removeAndSave(played)
      await within(played.canvasElement).findByText(/^Refused when saving: /)
    },
  ),
)
export const SaveConflict = meta.story({
  parameters: { scenario: scenarios.connectedHealthy },
  play: async ({ canvasElement, loaded }) => {
    await removeWebsite({ canvasElement })
    const { mappings } = transportOf({ loaded }).scenario
    mappings.push(savedByColleague())
    await open('button', /^Save$/)({ canvasElement })
    await waitFor(() => expect(within(canvasElement).getByRole('button', { name: 'Keep mine' })).toBeVisible())
  },
})
export const SavedWithErrors = meta.story(from(scenarios.mappingWithIssues, removeAndSaveFirst))
export const SavedValid = meta.story(from(scenarios.connectedHealthy, removeAndSave))
export const DiscardConfirm = meta.story(
  from(scenarios.connectedHealthy, async (played) => {
    await removeWebsite(played)
    await open('button', /^Discard$/)(played)
  }),
)

export const LeaveGuard = meta.story(
  from(buildScenario({ describes: scenarios.firstRun.describes }), async (played) => {
    await removeWebsite(played)
    await userEvent.click(within(played.canvasElement).getAllByRole('link', { name: 'Open setup' })[0] ?? document.body)
    await screen.findByRole('alertdialog', { name: 'Leave without saving?' })
  }),
)

export const ThreeErrors = meta.story(from(manyPairs(8, 3)))
export const TwentyErrors = meta.story(from(manyPairs(40, 20)))
export const EightHundredFields = meta.story(
  from(scenarios.manySalesforceFields, async ({ canvasElement }) => {
    await open('button', /^Accept \d+ strong$/)({ canvasElement })
    await picker({ canvasElement })
  }),
)
/** When rows were rendered, so that the renders of a change can be counted; a mark of the browser's would take as long as a row. */
const rowRenders: number[] = []
Object.assign(globalThis, { rowRenders })
export const TwoHundredRows = meta.story({
  ...from(manyPairs(200)),
  args: {
    classNames: {
      row: () => {
        rowRenders.push(performance.now())
        return ''
      },
    },
  },
})
export const SearchNoResults = meta.story(
  from(scenarios.connectedHealthy, async ({ canvasElement }) =>
    userEvent.type(await within(canvasElement).findByRole('searchbox', { name: 'Search fields' }), 'xyz'),
  ),
)
export const FilterNeedsAttentionEmpty = meta.story(
  from(scenarios.connectedHealthy, async ({ canvasElement }) =>
    userEvent.selectOptions(await within(canvasElement).findByLabelText('Show'), 'attention'),
  ),
)
export const SchemaRefreshing = meta.story({
  parameters: { scenario: scenarios.connectedHealthy },
  play: async ({ canvasElement, loaded }) => {
    const refresh = await within(canvasElement).findByRole('button', { name: 'Refresh fields' })
    transportOf({ loaded }).override('schema.get', { delay: 'forever' })
    await userEvent.click(refresh)
  },
})
export const SchemaChanged = meta.story(from(scenarios.schemaChanged, open('button', /^Show \d+ other changes?$/)))
export const ExplainSkippedField = meta.story({
  args: { initialRow: { object: 'Account', pairId: 'removed' } },
  parameters: { scenario: scenarios.mappingWithIssues },
})

export const Versions = meta.story(
  from(threeVersions(), async (played) => {
    await open('button', /^Versions$/)(played)
    await screen.findByText('Restored from version 1')
  }),
)
export const VersionChanges = meta.story({ args: { initialVersion: 2 }, parameters: { scenario: threeVersions() } })
export const VersionRestore = meta.story({
  args: { initialVersion: 2 },
  parameters: { scenario: threeVersions() },
  play: async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Restore this version' }))
    await screen.findByRole('alertdialog')
  },
})
export const ImportReview = meta.story(
  from(scenarios.connectedHealthy, async ({ canvasElement }) => {
    await userEvent.upload(
      await within(canvasElement).findByLabelText('Mapping file'),
      mappingFile((file) => {
        file.org = { id: '00D000000000001AAA', name: 'Acme Sandbox' }
        file.mapping.pairs[0].direction = 'pull'
      }),
    )
    await screen.findByRole('dialog')
  }),
)
export const ImportFailed = meta.story(
  from(scenarios.connectedHealthy, async ({ canvasElement }) => {
    const broken = new File(['name,field'], 'mapping.csv', { type: 'application/json' })
    await userEvent.upload(await within(canvasElement).findByLabelText('Mapping file'), broken)
    await within(canvasElement).findByText('The mapping wasn’t imported')
  }),
)

/** Opens the preview and chooses a record. */
function sample(name: RegExp, shown: RegExp, side: 'In Salesforce' | 'In Pryzm' = 'In Salesforce') {
  return async (played: Played) => {
    await open('button', /^Preview$/)(played)
    await userEvent.click(await screen.findByRole('radio', { name: side }))
    await userEvent.click(await screen.findByRole('button', { name }))
    await screen.findAllByText(shown)
  }
}

export const SamplePull = meta.story(from(scenarios.connectedHealthy, sample(/^Acme Industrial/, /^Updates the record in Pryzm/)))
export const SamplePush = meta.story(
  from(scenarios.connectedHealthy, sample(/^Acme/, /^Updates the record in Salesforce/, 'In Pryzm')),
)
export const SampleLoading = meta.story(
  from(failing({ 'preview.sync': { delay: 'forever' } }), sample(/^Acme Industrial/, /^Acme Industrial/)),
)
export const SampleNone = meta.story(
  from(buildScenario({ samples: [] }), async (played) => {
    await open('button', /^Preview$/)(played)
    await screen.findByText('No records to preview with')
  }),
)
export const SampleNoAccess = meta.story(
  from(
    failing({
      'preview.sync': {
        error: { code: 'salesforce_refused', message: 'The connected user may not read this account in Salesforce.' },
      },
    }),
    sample(/^Acme Industrial/, /^The preview didn’t load$/),
  ),
)
export const SampleValueSkipped = meta.story(from(scenarios.connectedHealthy, sample(/^Globex/, /matches no option of Industry/)))

async function removeAndSaveFirst(played: Played) {
  await open('button', /^Remove Phone$/)(played)
  await open('button', /^Save$/)(played)
}
