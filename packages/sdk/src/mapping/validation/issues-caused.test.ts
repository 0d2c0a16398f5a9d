import { expect, it } from 'vitest'
import { codes, fieldIn, workspace } from '../../../test/workspace.ts'
import { issuesCaused } from './issues-caused.ts'
import { validateMapping } from './validate-mapping.ts'

it('leaves out what was wrong before', () => {
  const { mapping, sides } = workspace()
  mapping.pairs[0].fields.push({ id: 'gone', attribute: 'tier', field: 'Gone__c', direction: 'bidirectional', options: [] })
  const before = validateMapping(mapping, sides)
  expect(codes(before)).toContain('field_missing')
  fieldIn(sides, 'Account', 'Phone').createable = false
  fieldIn(sides, 'Account', 'Phone').updateable = false
  const caused = issuesCaused(before, validateMapping(mapping, sides))
  expect(caused).toMatchObject([{ code: 'field_read_only', object: 'Account', field: 'Phone', stops: 'push' }])
})

it('counts an issue that says more than before', () => {
  const { mapping, sides } = workspace()
  const industry = fieldIn(sides, 'Account', 'Industry')
  industry.picklistValues.push({ value: 'x', label: 'X', active: true, defaultValue: false })
  const before = validateMapping(mapping, sides)
  expect(codes(before)).toContain('option_unmapped')
  industry.picklistValues.push({ value: 'y', label: 'Y', active: true, defaultValue: false })
  expect(codes(issuesCaused(before, validateMapping(mapping, sides)))).toEqual(['option_unmapped'])
  expect(issuesCaused(before, before)).toEqual([])
})
