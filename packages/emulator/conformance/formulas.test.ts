import { Connection } from 'jsforce'
import { expect } from 'vitest'
import { caller, tokensFor } from '../test/sign-in.ts'
import { onEmulator, version } from './scenario.ts'

onEmulator(68, async (org) => {
  org.admin.addField('Contact', {
    fullName: 'Account_Phone__c',
    type: 'Text',
    label: 'Account Phone',
    formula: 'Account.Phone & " (" & TEXT(Account.Industry) & ")"',
  })
  const { access_token: accessToken = '' } = await tokensFor(org)
  const call = caller(org, accessToken, version)
  const jsforce = new Connection({ instanceUrl: org.url, accessToken, version })
  const contacts = "SELECT Id, Account_Phone__c, SystemModstamp FROM Contact WHERE Account.Name = 'Northgate Pumps' ORDER BY Id"
  const before = await jsforce.query<Record<string, unknown>>(contacts)
  expect(before.records.map((record) => record.Account_Phone__c)).toEqual([
    '(216) 555-0110 (Manufacturing)',
    '(216) 555-0110 (Manufacturing)',
  ])

  const [account] = org.admin.find('Account', { Name: 'Northgate Pumps' })
  const start = new Date(Date.now() - 1000)
  const changed = await call('PATCH', `/sobjects/Account/${String(account?.Id)}`, { Phone: '1 800 PUMPS', Industry: 'Energy' })
  expect(changed.status).toBe(204)

  const after = await jsforce.query<Record<string, unknown>>(contacts)
  expect(after.records.map((record) => record.Account_Phone__c)).toEqual(['1 800 PUMPS (Energy)', '1 800 PUMPS (Energy)'])
  expect(after.records.map((record) => record.SystemModstamp)).toEqual(before.records.map((record) => record.SystemModstamp))

  const since = `SystemModstamp >= ${start.toISOString()}`
  const window = async (object: string) => (await jsforce.query(`SELECT Id FROM ${object} WHERE ${since}`)).totalSize
  expect([await window('Account'), await window('Contact')]).toEqual([1, 0])
  const [from, to] = [new Date(start.getTime() - 120_000), new Date(start.getTime() + 120_000)].map((at) =>
    encodeURIComponent(at.toISOString()),
  )
  const updated = async (object: string): Promise<unknown> =>
    Object(await (await call('GET', `/sobjects/${object}/updated?start=${from}&end=${to}`)).json()).ids
  expect([await updated('Account'), await updated('Contact')]).toEqual([[account?.Id], []])
})
