import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spoiledWorkspace } from '../../../test/any-spoiled-workspace.ts'
import { fieldPair } from '../../../test/one-pair.ts'
import { type Sides, workspace } from '../../../test/workspace.ts'
import type { IssueFix, Mapping, MappingIssue } from '../../contract/mapping.ts'
import { IssueFix as IssueFixSchema } from '../../contract/mapping.ts'
import { applyFix } from './apply-fix.ts'
import { flows } from '../effective-direction.ts'
import { validateMapping } from './validate-mapping.ts'

describe('a fix', () => {
  it('removes the issue that offers it, and brings no other error about', () => {
    fc.assert(
      fc.property(spoiledWorkspace, ({ mapping, sides }) => {
        const before = validateMapping(mapping, sides)
        const errors = new Set(before.flatMap(stopsOf))
        for (const issue of before) {
          for (const fix of issue.fixes) {
            if (fix.kind === 'map_field' && fix.attribute === null) continue
            const after = validateMapping(mended(mapping, issue, fix, sides), sides)
            expect(after.map(told)).not.toContainEqual(told(issue))
            const fresh = after.flatMap(stopsOf).filter((stop) => !errors.has(stop))
            expect({ issue: issue.sentence, fix, fresh }).toMatchObject({ fresh: [] })
          }
        }
      }),
      { numRuns: 300 },
    )
  }, 120_000)

  it('is at most one of two, and has a label and a shape that the contract knows', () => {
    fc.assert(
      fc.property(spoiledWorkspace, ({ mapping, sides }) => {
        for (const { fixes } of validateMapping(mapping, sides)) {
          expect(fixes.length).toBeLessThanOrEqual(2)
          expect(new Set(fixes.map(({ label }) => label)).size).toBe(fixes.length)
          for (const fix of fixes) expect(IssueFixSchema.parse(fix)).toEqual(fix)
        }
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('leaves the pairs that it does not concern as they are', () => {
    const { mapping, sides } = workspace()
    const [accounts] = mapping.pairs
    const [first, ...others] = accounts.fields
    const mend = applyFix(
      accounts,
      { kind: 'set_direction', label: '', pairId: first?.id ?? '', direction: 'pull' },
      sides.Account,
    )
    expect(mend.fields[0]).toEqual({ ...first, direction: 'pull' })
    mend.fields.slice(1).forEach((pair, index) => expect(pair).toBe(others[index]))
  })

  it('that ties a pair to another side brings the options of that side', () => {
    const { mapping, sides } = workspace()
    const [accounts] = mapping.pairs
    const type = accounts.fields.find(({ attribute }) => attribute === 'type')
    const fix = { kind: 'choose_attribute', label: '', pairId: 'type', attribute: 'industry' } as const
    const tied = applyFix(
      { ...accounts, fields: accounts.fields.map((pair) => (pair === type ? { ...pair, defaultOnPush: 'other' } : pair)) },
      fix,
      sides.Account,
    ).fields.find(({ id }) => id === 'type')
    expect(tied).toMatchObject({ attribute: 'industry', field: 'Type', options: [{ option: 'other', value: 'Other' }] })
    expect(tied?.defaultOnPush).toBeUndefined()
  })

  it('that maps a field gives the new pair a name of its own', () => {
    const { mapping, sides } = workspace()
    const [accounts] = mapping.pairs
    const taken = { ...accounts, fields: [fieldPair('phone', 'Phone', { id: 'name-Name' })] }
    const fix = { kind: 'map_field', label: '', field: 'Name', attribute: 'name', direction: 'push' } as const
    const { fields } = applyFix(taken, fix, sides.Account)
    expect(fields.map(({ id }) => id)).toEqual(['name-Name', 'name-Name-2'])
    expect(fields[1]).toMatchObject({ attribute: 'name', field: 'Name', direction: 'push' })
    expect(applyFix(taken, { ...fix, attribute: null }, sides.Account)).toBe(taken)
  })
})

/** What an error stops, each way by itself; nothing for a warning. */
function stopsOf({ code, severity, object, pairId, stops }: MappingIssue): string[] {
  if (severity === 'blocking') return [`${code} ${object}`]
  return (['pull', 'push'] as const).filter((way) => flows(stops, way)).map((way) => `${code} ${object} ${pairId} ${way}`)
}

function told({ code, object, pairId, field, sentence }: MappingIssue) {
  return { code, object, pairId, field, sentence }
}

function mended(mapping: Mapping, { object }: MappingIssue, fix: IssueFix, sides: Sides): Mapping {
  const pairs = mapping.pairs.map((pair) => (pair.object === object ? applyFix(pair, fix, sides[object]) : pair))
  return { pairs } as Mapping
}
