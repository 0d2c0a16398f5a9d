import { expect, it } from 'vitest'
import { writeBackState } from './write-back-state.ts'

const recordId = '0f0e1d2c-0000-4000-8000-000000000001'
const row = { cell: '', recordId, namesOwnRecord: false, personAccount: false }

it.each([
  ['a blank is to be written', row, 'due'],
  ['the own id is there already, in any case', { ...row, cell: recordId.toUpperCase() }, 'done'],
  ['the id of another record of the workspace is replaced', { ...row, cell: 'other', namesOwnRecord: true }, 'due'],
  ['a foreign value is left alone', { ...row, cell: 'ERP-1' }, 'never'],
  ['the contact of a person account cannot carry one', { ...row, personAccount: true }, 'never'],
] as const)('%s', (_, given, expected) => {
  expect(writeBackState(given)).toBe(expected)
})
