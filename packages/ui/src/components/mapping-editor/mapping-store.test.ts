import type { FieldPair, Mapping, MappingIssue } from '@pryzm/salesforce-sdk'
import { applyFix, defaultSchema } from '@pryzm/salesforce-sdk/mapping'
import { accountDescribe, picklist, salesforceField } from '@pryzm/salesforce-sdk/testing'
import { describe, expect, it, type Mock, vi } from 'vitest'
import { issuesOfPair } from './issue-index.ts'
import { fieldPairsOf, toDraft, toMapping } from './mapping-draft.ts'
import { createMappingStore, UNDO_STEPS, type Validate } from './mapping-store.ts'
import type { RulesChange } from './pair-rules.ts'

const name = fieldPair('name', 'Name')
const website = fieldPair('website', 'Website')
const phone = fieldPair('phone', 'Phone')

describe('the draft', () => {
  it('is the mapping again after a way there and back', () => {
    const mapping = mappingWith(name, website)
    expect(toMapping(toDraft(mapping))).toEqual(mapping)
  })

  it('starts without changes', () => {
    expect(store().getSnapshot()).toMatchObject({ baseVersion: 3, changes: [], past: [], future: [] })
  })

  it('replaces only the pair that an edit touches', () => {
    const editor = store()
    const before = editor.getSnapshot().draft
    editor.edit({ kind: 'set_direction', object: 'Account', pairId: 'website', direction: 'pull' })
    const after = editor.getSnapshot().draft
    expect(after.Account.byId.website).toEqual({ ...website, direction: 'pull' })
    expect(after.Account.byId.name).toBe(before.Account.byId.name)
    expect(after.Contact).toBe(before.Contact)
  })

  it('writes a rule only while it differs from what holds anyway', () => {
    const editor = store()
    const rule = (rules: RulesChange) => editor.edit({ kind: 'set_rules', object: 'Account', pairId: 'website', rules })
    rule({ blankOnPull: 'keep' })
    rule({ defaultOnPush: 'https://example.com' })
    expect(editor.getSnapshot().draft.Account.byId.website).toEqual({
      ...website,
      blankOnPull: 'keep',
      defaultOnPush: 'https://example.com',
    })
    expect(editor.getSnapshot().changes).toMatchObject([{ kind: 'pair_changed', before: website }])
    rule({ blankOnPull: undefined, defaultOnPush: undefined })
    expect(Object.keys(editor.getSnapshot().draft.Account.byId.website ?? {})).toEqual(Object.keys(website))
    expect(editor.getSnapshot().changes).toEqual([])
    rule({ blankOnPull: undefined })
    expect(editor.getSnapshot().past).toHaveLength(3)
  })

  it('tells nobody about an edit that changes nothing', () => {
    const editor = store()
    const listener = vi.fn<() => void>()
    editor.subscribe(listener)
    editor.edit({ kind: 'set_direction', object: 'Account', pairId: 'website', direction: 'bidirectional' })
    editor.edit({ kind: 'remove_pair', object: 'Account', pairId: 'unknown' })
    expect(listener).not.toHaveBeenCalled()
    expect(editor.getSnapshot().past).toEqual([])
  })
})

describe('changes against the saved mapping', () => {
  it('name added, removed and changed pairs, and what changed about the object', () => {
    const editor = store()
    editor.edit({ kind: 'add_pairs', object: 'Account', pairs: [phone] })
    editor.edit({ kind: 'remove_pair', object: 'Account', pairId: 'name' })
    editor.edit({ kind: 'choose_field', object: 'Account', pairId: 'website', field: 'Blog__c', options: [] })
    editor.edit({ kind: 'set_object_direction', object: 'Contact', direction: 'push' })
    editor.edit({ kind: 'set_enabled', object: 'Contact', enabled: false })
    expect(editor.getSnapshot().changes).toEqual([
      {
        kind: 'pair_changed',
        object: 'Account',
        properties: ['field'],
        before: website,
        after: { ...website, field: 'Blog__c' },
      },
      { kind: 'pair_added', object: 'Account', after: phone },
      { kind: 'pair_removed', object: 'Account', before: name },
      {
        kind: 'object_changed',
        object: 'Contact',
        properties: ['enabled', 'direction'],
        before: { object: 'Contact', enabled: true, direction: 'bidirectional', pipelineId: null },
        after: { object: 'Contact', enabled: false, direction: 'push', pipelineId: null },
      },
    ])
  })

  it('are gone when an edit is made undone by hand', () => {
    const editor = store()
    editor.edit({ kind: 'set_direction', object: 'Account', pairId: 'name', direction: 'push' })
    editor.edit({ kind: 'set_direction', object: 'Account', pairId: 'name', direction: 'bidirectional' })
    expect(editor.getSnapshot().changes).toEqual([])
  })

  it('see a change of a single option', () => {
    const options = [{ option: 'hot', value: 'Hot', direction: 'bidirectional' as const }]
    const editor = store(mappingWith({ ...name, options }))
    editor.edit({ kind: 'set_options', object: 'Account', pairId: 'name', options: [{ ...options[0]!, direction: 'pull' }] })
    expect(editor.getSnapshot().changes).toHaveLength(1)
  })
})

describe('undo and redo', () => {
  it('go back and forth over edits', () => {
    const editor = store()
    editor.edit({ kind: 'remove_pair', object: 'Account', pairId: 'name' })
    editor.edit({ kind: 'set_direction', object: 'Account', pairId: 'website', direction: 'pull' })
    editor.undo()
    expect(fieldPairsOf(editor.getSnapshot().draft.Account)).toEqual([website])
    editor.undo()
    expect(fieldPairsOf(editor.getSnapshot().draft.Account)).toEqual([name, website])
    expect(editor.getSnapshot().changes).toEqual([])
    editor.redo()
    editor.redo()
    expect(fieldPairsOf(editor.getSnapshot().draft.Account)).toEqual([{ ...website, direction: 'pull' }])
  })

  it('put a removed pair back where it was', () => {
    const editor = store()
    editor.edit({ kind: 'remove_pair', object: 'Account', pairId: 'name' })
    editor.undo()
    expect(editor.getSnapshot().draft.Account.order).toEqual(['name', 'website'])
  })

  it('forget what could be redone once something else is edited', () => {
    const editor = store()
    editor.edit({ kind: 'remove_pair', object: 'Account', pairId: 'name' })
    editor.undo()
    editor.edit({ kind: 'set_direction', object: 'Account', pairId: 'website', direction: 'pull' })
    expect(editor.getSnapshot().future).toEqual([])
  })

  it(`remember ${UNDO_STEPS} edits`, () => {
    const editor = store()
    for (let count = 0; count <= UNDO_STEPS; count += 1) {
      editor.edit({ kind: 'choose_field', object: 'Account', pairId: 'name', field: `Field_${count}__c`, options: [] })
    }
    expect(editor.getSnapshot().past).toHaveLength(UNDO_STEPS)
    for (let count = 0; count <= UNDO_STEPS; count += 1) editor.undo()
    expect(editor.getSnapshot().draft.Account.byId.name?.field).toBe('Field_0__c')
  })

  it('do nothing where there is nothing to take back', () => {
    const editor = store()
    const before = editor.getSnapshot()
    editor.undo()
    editor.redo()
    expect(editor.getSnapshot()).toBe(before)
  })
})

describe('validation', () => {
  const twice: Validate = ({ pairs: [account] }) => {
    const targets = account.fields.map(({ field }) => field)
    return account.fields
      .filter(({ field }) => targets.filter((other) => other === field).length > 1)
      .map(({ id, field }) => issue(id, `Two attributes push to ${field}.`))
  }

  it('follows an edit and sorts the issues to their pairs', async () => {
    const validate = vi.fn<Validate>(twice)
    const editor = store(mappingWith(name, website), validate)
    await checked(validate, () =>
      editor.edit({ kind: 'choose_field', object: 'Account', pairId: 'website', field: 'Name', options: [] }),
    )
    const { Account } = editor.getSnapshot().issues
    expect(issuesOfPair(Account, 'name')).toEqual([issue('name', 'Two attributes push to Name.')])
    expect(issuesOfPair(Account, 'website')).toHaveLength(1)
  })

  it('keeps the list of a pair whose issues stay the same, so that its row does not render', async () => {
    const validate = vi.fn<Validate>(twice)
    const editor = store(mappingWith(name, { ...website, field: 'Name' }), validate)
    const before = issuesOfPair(editor.getSnapshot().issues.Account, 'name')
    await checked(validate, () => editor.edit({ kind: 'add_pairs', object: 'Account', pairs: [{ ...phone, field: 'Fax' }] }))
    expect(issuesOfPair(editor.getSnapshot().issues.Account, 'name')).toBe(before)
  })

  it('waits until an edit has been shown, and sees several at once', async () => {
    const validate = vi.fn<Validate>(() => [])
    const editor = store(mappingWith(name, website), validate)
    await checked(validate, () => {
      editor.edit({ kind: 'set_direction', object: 'Account', pairId: 'name', direction: 'push' })
      editor.edit({ kind: 'remove_pair', object: 'Account', pairId: 'website' })
      expect(validate).toHaveBeenCalledTimes(1)
    })
    expect(validate.mock.calls.map(([{ pairs }]) => pairs[0].fields.length)).toEqual([2, 1])
  })

  it('runs again when the rules change', () => {
    const editor = store()
    editor.validateWith(() => [issue('name', 'Name is gone.')])
    expect(issuesOfPair(editor.getSnapshot().issues.Account, 'name')).toHaveLength(1)
  })
})

describe('another saved version', () => {
  it('takes the place of the draft', () => {
    const editor = store()
    editor.edit({ kind: 'remove_pair', object: 'Account', pairId: 'name' })
    editor.rebase({ version: 4, mapping: mappingWith(phone) })
    expect(editor.getSnapshot()).toMatchObject({ baseVersion: 4, changes: [], past: [] })
    expect(fieldPairsOf(editor.getSnapshot().draft.Account)).toEqual([phone])
  })

  it('is what the kept draft is compared with', () => {
    const editor = store()
    editor.edit({ kind: 'remove_pair', object: 'Account', pairId: 'name' })
    editor.rebase({ version: 4, mapping: mappingWith(name, website, phone) }, { keepDraft: true })
    expect(fieldPairsOf(editor.getSnapshot().draft.Account)).toEqual([website])
    expect(editor.getSnapshot().changes.map(({ kind }) => kind)).toEqual(['pair_removed', 'pair_removed'])
  })
})

describe('choosing a pipeline', () => {
  const stage = {
    ...fieldPair('stage', 'StageName'),
    options: [{ option: 'new', value: 'New', direction: 'bidirectional' as const }],
  }

  it('adds the pair of its stages', () => {
    const editor = store()
    editor.edit({ kind: 'choose_pipeline', object: 'Opportunity', pipelineId: 'deals', stage })
    expect(editor.getSnapshot().draft.Opportunity).toMatchObject({ pipelineId: 'deals', byId: { stage } })
  })

  it('gives an existing pair of its stages the new options, and keeps its direction', () => {
    const editor = store()
    const own = { ...stage, id: 'mine', direction: 'pull' as const, options: [] }
    editor.edit({ kind: 'add_pairs', object: 'Opportunity', pairs: [own] })
    editor.edit({ kind: 'choose_pipeline', object: 'Opportunity', pipelineId: 'deals', stage })
    expect(fieldPairsOf(editor.getSnapshot().draft.Opportunity)).toEqual([{ ...own, options: stage.options }])
  })
})

describe('a fix', () => {
  const tier = salesforceField('Tier__c', 'Tier', 'picklist', { picklistValues: picklist('Banking') })
  const [organization] = defaultSchema()
  const sides = { describe: { ...accountDescribe, fields: [tier] }, recordType: organization ?? null }

  it('of the field brings the options that fit it, and can be taken back', () => {
    const editor = store(mappingWith(name, fieldPair('industry', 'Industry')))
    const before = editor.getSnapshot().draft.Account
    const fix = { kind: 'choose_field' as const, label: 'Use Tier', pairId: 'industry', field: 'Tier__c' }
    editor.edit({ kind: 'apply_fix', object: 'Account', mend: (pair) => applyFix(pair, fix, sides) })
    const { byId } = editor.getSnapshot().draft.Account
    expect(byId['industry']).toMatchObject({ field: 'Tier__c', options: [{ option: 'banking', value: 'Banking' }] })
    expect(byId['name']).toBe(before.byId['name'])
    editor.undo()
    expect(editor.getSnapshot().draft.Account).toBe(before)
  })

  it('that maps a field waits for a person to name the attribute', () => {
    const editor = store()
    const before = editor.getSnapshot()
    const fix = { kind: 'map_field', label: 'Map it', field: 'Site', attribute: null, direction: 'push' } as const
    editor.edit({ kind: 'apply_fix', object: 'Account', mend: (pair) => applyFix(pair, fix, sides) })
    expect(editor.getSnapshot()).toBe(before)
  })
})

describe('several directions at once', () => {
  it('are one step, across objects, that leaves every other pair as it is', () => {
    const editor = store(mappingWith(name, website))
    const before = editor.getSnapshot().draft
    const turns = [
      { object: 'Account' as const, pairId: 'name', direction: 'pull' as const },
      { object: 'Account' as const, pairId: 'website', direction: 'pull' as const },
    ]
    editor.edit({ kind: 'set_directions', turns })
    const { draft, past } = editor.getSnapshot()
    expect(fieldPairsOf(draft.Account).map(({ direction }) => direction)).toEqual(['pull', 'pull'])
    expect(draft.Contact).toBe(before.Contact)
    expect(past).toHaveLength(1)
    editor.undo()
    expect(editor.getSnapshot().draft).toBe(before)
  })

  it('change nothing where every pair has them already', () => {
    const editor = store(mappingWith(name))
    const before = editor.getSnapshot()
    editor.edit({ kind: 'set_directions', turns: [{ object: 'Account', pairId: 'name', direction: 'bidirectional' }] })
    expect(editor.getSnapshot()).toBe(before)
  })
})

/** Resolves once the draft was checked after `edit`. */
async function checked(validate: Mock<Validate>, edit: () => void): Promise<void> {
  const before = validate.mock.calls.length
  edit()
  await vi.waitFor(() => expect(validate.mock.calls.length).toBeGreaterThan(before))
}

function store(mapping: Mapping = mappingWith(name, website), validate: Validate = () => []) {
  return createMappingStore({ version: 3, mapping }, validate)
}

function fieldPair(attribute: string, field: string): FieldPair {
  return { id: attribute, attribute, field, direction: 'bidirectional', options: [] }
}

function mappingWith(...fields: FieldPair[]): Mapping {
  const pair = { enabled: true, direction: 'bidirectional' as const, pipelineId: null }
  return {
    pairs: [
      { ...pair, object: 'Account', fields },
      { ...pair, object: 'Contact', fields: [] },
      { ...pair, object: 'Opportunity', fields: [] },
    ],
  }
}

function issue(pairId: string, sentence: string): MappingIssue {
  return {
    code: 'field_mapped_twice',
    severity: 'field',
    object: 'Account',
    pairId,
    attribute: null,
    field: null,
    stops: 'push',
    sentence,
    fixes: [],
  }
}
