import { expect, it } from 'vitest'
import { refusalSentence } from './refusal-sentence.ts'

const say = (code: string, message: string, fields: string[] = []) => refusalSentence({ code, message, fields })

it('has a sentence of its own for each way people meet often', () => {
  const codes = [
    'UNABLE_TO_LOCK_ROW',
    'ENTITY_IS_LOCKED',
    'ENTITY_IS_DELETED',
    'INSUFFICIENT_ACCESS_OR_READONLY',
    'NOT_PROCESSED',
  ]
  expect(new Set(codes.map((code) => say(code, 'word'))).size).toBe(codes.length)
  for (const code of codes) expect(say(code, 'word')).not.toContain('word')
})

it('quotes a validation rule word for word', () => {
  expect(say('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Phone is needed.')).toContain('"Phone is needed."')
})

it('tells a hidden record with the same Pryzm_ID from other duplicates', () => {
  expect(say('DUPLICATE_VALUE', 'duplicate value found: Pryzm_ID__c duplicates value on record with id: 001')).toContain(
    'cannot see',
  )
  expect(say('DUPLICATE_VALUE', 'duplicate value found: Tax__c duplicates value')).toContain('unique value')
})

it('quotes what is not known, with its code, and never at endless length', () => {
  expect(say('SOME_NEW_CODE', 'Something  new\nhappened')).toBe('Salesforce refused it: "Something new happened" (SOME_NEW_CODE)')
  expect(say('SOME_NEW_CODE', 'x'.repeat(10_000)).length).toBeLessThan(600)
})
