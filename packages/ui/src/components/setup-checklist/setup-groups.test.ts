import type { SetupProblem } from '@pryzm/salesforce-sdk'
import { buildCheck, buildSetup, failedPryzmId } from '@pryzm/salesforce-sdk/testing'
import { expect, it } from 'vitest'
import {
  allPassed,
  fieldsCanBeCreated,
  instructions,
  leftOvers,
  objectsReady,
  sameProblems,
  setupGroups,
} from './setup-groups.ts'

const missing: SetupProblem = {
  code: 'pryzm_id_missing',
  sentence: "We can't see Pryzm_ID on Contact.",
  expected: 'Pryzm_ID__c',
  found: 'No such field',
}
const tooShort: SetupProblem = { code: 'pryzm_id_too_short', sentence: 'Too short.', expected: '36', found: '18' }

it('groups the checks by what they are about, in reading order', () => {
  expect(setupGroups(buildSetup()).map(({ key }) => key)).toEqual([
    'package',
    'connection',
    'Account',
    'Contact',
    'Opportunity',
    'mapping',
  ])
})

it('leaves out objects that are turned off, which have no checks', () => {
  const { checkedAt, checks } = buildSetup()
  const report = { checkedAt, checks: checks.filter(({ object }) => object !== 'Contact') }
  expect(setupGroups(report).map(({ key }) => key)).toEqual(['package', 'connection', 'Account', 'Opportunity', 'mapping'])
  expect(objectsReady(report)).toEqual({ ready: 2, total: 2 })
})

it('gives a group the worst status of its checks', () => {
  const report = buildSetup(
    buildCheck({ kind: 'object_access', object: 'Account', title: 'Access to Account', status: 'unknown' }),
    failedPryzmId('Account', tooShort),
  )
  expect(setupGroups(report).find(({ key }) => key === 'Account')?.status).toBe('fail')
  expect(objectsReady(report)).toEqual({ ready: 2, total: 3 })
})

it('counts a check that could not be told as no obstacle', () => {
  expect(allPassed(buildSetup(buildCheck({ kind: 'package', title: 'Pryzm package', status: 'unknown' })))).toBe(true)
  expect(allPassed(buildSetup(failedPryzmId('Contact', missing)))).toBe(false)
})

it('offers to create the field only where it is missing or hidden, never to change one that is wrong', () => {
  expect(fieldsCanBeCreated(buildSetup(failedPryzmId('Contact', missing)))).toBe(true)
  expect(fieldsCanBeCreated(buildSetup(failedPryzmId('Contact', tooShort)))).toBe(false)
})

it('tells whether a repeated check found the same problems, whenever it ran', () => {
  const before = buildSetup(failedPryzmId('Contact', missing))
  expect(sameProblems(before, { ...before, checkedAt: '2026-03-04T11:00:00.000Z' })).toBe(true)
  expect(sameProblems(before, buildSetup())).toBe(false)
})

it('writes instructions of what is open alone: problem, numbered steps and link', () => {
  const text = instructions(buildSetup(failedPryzmId('Contact', missing)), 'To do')
  expect(text).toContain("We can't see Pryzm_ID on Contact.")
  expect(text).toContain('  1. In Salesforce Setup')
  expect(text).toContain('/ObjectManager/Contact/FieldsAndRelationships/view')
  expect(text).not.toContain('API access')
})

it('names what each failed check still lacks', () => {
  expect(leftOvers(buildSetup(failedPryzmId('Contact', missing, tooShort)))).toEqual([
    { subject: 'Contact', needs: ['Pryzm_ID__c', '36'] },
  ])
})
