import { describe, expect, it } from 'vitest'
import type { DuplicateRule } from '../src/index.ts'
import { caller, tokensFor } from './sign-in.ts'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

const priya = 'priya@acme-industrial.example'

let org: FreshOrg['org']
let connection: FreshOrg['connection']
let call: FreshOrg['call']
inFreshOrg((fresh) => ({ org, connection, call } = fresh))

const idOf = (name: string) => String(org.admin.find('Account', { Name: name })[0]?.Id)
const send = async (method: string, path: string, body: object, header = '') => {
  const response = await call(method, path, body, header ? { 'Sforce-Duplicate-Rule-Header': header } : {})
  const text = await response.text()
  const answer: unknown = text === '' ? undefined : JSON.parse(text)
  return { status: response.status, answer }
}
const rule = (more: Partial<DuplicateRule> = {}): DuplicateRule => ({
  object: 'Account',
  field: 'Name',
  action: 'alert',
  message: 'Use one of these records?',
  ...more,
})
const double = { Name: 'lakeside FOODS' }
const detected = [expect.objectContaining({ errorCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?' })]

describe('a duplicate rule', () => {
  it('names the records that are duplicated, under a misspelt key', async () => {
    org.admin.addDuplicateRule(rule())
    const id = idOf('Lakeside Foods')
    expect(await send('POST', '/sobjects/Account', double)).toEqual({
      status: 400,
      answer: [
        {
          duplicateResut: {
            allowSave: true,
            duplicateRule: 'Standard_Account_Duplicate_Rule',
            duplicateRuleEntityType: 'Account',
            errorMessage: 'Use one of these records?',
            matchResults: [
              {
                entityType: 'Account',
                errors: [],
                matchEngine: 'ExactMatchEngine',
                matchRecords: [
                  {
                    additionalInformation: [],
                    fieldDiffs: [],
                    matchConfidence: 100,
                    record: { attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${id}` }, Id: id },
                  },
                ],
                rule: 'Standard_Account_Match_Rule_v1_0',
                size: 1,
                success: true,
              },
            ],
          },
          errorCode: 'DUPLICATES_DETECTED',
          message: 'Use one of these records?',
        },
      ],
    })
  })

  it('shows the records whole when asked to, as far as the user may see them', async () => {
    org.admin.addDuplicateRule(rule())
    const { answer } = await send('POST', '/sobjects/Account', double, 'includeRecordDetails=true')
    const [{ record }] = Object(answer)[0].duplicateResut.matchResults[0].matchRecords
    expect(record).toMatchObject({ Id: idOf('Lakeside Foods'), Name: 'Lakeside Foods', SystemModstamp: expect.any(String) })
  })

  it('that alerts is passed by clients that insist, however they write it, from version 52 on', async () => {
    org.admin.addDuplicateRule(rule())
    for (const header of ['allowSave=false', 'includeRecordDetails=true', 'allowSave = yes', 'disallowSave=true']) {
      expect([header, (await send('POST', '/sobjects/Account', double, header)).status]).toEqual([header, 400])
    }
    for (const header of [
      'allowSave=true',
      'AllowSave = TRUE',
      'runAsCurrentUser=true; allowSave=true;includeRecordDetails=false',
    ]) {
      expect([header, (await send('POST', '/sobjects/Account', double, header)).status]).toEqual([header, 201])
    }
    const old = await send('POST', '/services/data/v51.0/sobjects/Account', double, 'allowSave=true')
    expect(old).toMatchObject({ status: 400, answer: detected })
  })

  it('that blocks is passed by nobody', async () => {
    org.admin.addDuplicateRule(rule({ action: 'block' }))
    const { status, answer } = await send('POST', '/sobjects/Account', double, 'allowSave=true')
    expect([status, answer]).toMatchObject([400, [{ duplicateResut: { allowSave: false } }]])
  })

  it('looks at updates only when a field it compares has changed', async () => {
    org.admin.insert('Account', double)
    org.admin.addDuplicateRule(rule())
    const path = `/sobjects/Account/${idOf('Lakeside Foods')}`
    expect((await send('PATCH', path, { Site: 'HQ' })).status).toBe(204)
    expect((await send('PATCH', path, { Name: 'Lakeside Foods', Site: 'Plant' })).status).toBe(204)
    expect(await send('PATCH', path, { Name: 'Northgate Pumps' })).toEqual({ status: 400, answer: detected })
  })

  it('holds for upserts, collections, trees, composite requests and bulk jobs too', async () => {
    org.admin.addPryzmIdField('Account')
    org.admin.addDuplicateRule(rule())
    expect(await send('PATCH', '/sobjects/Account/Pryzm_ID__c/P-1', double)).toEqual({ status: 400, answer: detected })
    expect((await send('PATCH', '/sobjects/Account/Pryzm_ID__c/P-1', double, 'allowSave=true')).status).toBe(201)

    const records = [{ attributes: { type: 'Account', referenceId: 'ref1' }, ...double }]
    const errors = [{ statusCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?', fields: [] }]
    expect((await send('POST', '/composite/sobjects', { records })).answer).toEqual([{ success: false, errors }])
    expect((await send('POST', '/composite/sobjects', { records }, 'allowSave=true')).answer).toMatchObject([{ success: true }])
    expect((await send('POST', '/composite/tree/Account', { records })).answer).toEqual({
      hasErrors: true,
      results: [{ referenceId: 'ref1', errors }],
    })

    const url = '/services/data/v67.0/sobjects/Account'
    const part = (httpHeaders: object, referenceId: string) => ({ method: 'POST', url, referenceId, body: double, httpHeaders })
    const insisting = { 'Sforce-Duplicate-Rule-Header': 'allowSave=true' }
    const compositeRequest = [part({}, 'plain'), part(insisting, 'insisting')]
    expect((await send('POST', '/composite', { compositeRequest })).answer).toMatchObject({
      compositeResponse: [{ body: detected, httpStatusCode: 400 }, { httpStatusCode: 201 }],
    })

    const { failedResults } = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: [double],
    })
    expect(failedResults).toMatchObject([{ sf__Error: 'DUPLICATES_DETECTED:Use one of these records?:--' }])
  })

  it('compares all of its fields, and no empty ones', async () => {
    org.admin.addDuplicateRule(rule({ object: 'Contact', field: ['LastName', 'Title'] }))
    expect((await send('POST', '/sobjects/Contact', { LastName: 'Chen', Title: 'CEO' })).status).toBe(201)
    expect((await send('POST', '/sobjects/Contact', { LastName: 'Reception' })).status).toBe(201)
    expect((await send('POST', '/sobjects/Contact', { LastName: 'Chen', Title: 'Buyer' })).status).toBe(400)
    expect(() => org.admin.addDuplicateRule(rule({ field: 'Nothing' }))).toThrow('Account has no field Nothing')
  })

  it('compares with records that the user cannot see, unless asked not to', async () => {
    org.admin.hideRecords(priya, [idOf('Lakeside Foods')])
    org.admin.addDuplicateRule(rule())
    call = caller(org, (await tokensFor(org, priya)).access_token ?? '')
    expect((await send('POST', '/sobjects/Account', double)).status).toBe(400)
    expect((await send('POST', '/sobjects/Account', double, 'runAsCurrentUser=true')).status).toBe(201)
  })
})

describe('fuzzy matching', () => {
  it('passes over accents, punctuation and what companies add to their names', async () => {
    org.admin.addDuplicateRule(rule({ matching: 'fuzzy' }))
    for (const name of ['LAKESIDE FOODS, INC.', 'The Lakeside Foods Company', 'Odegard Precision Bearings AB']) {
      expect(await send('POST', '/sobjects/Account', { Name: name })).toEqual({ status: 400, answer: detected })
    }
    expect(JSON.stringify((await send('POST', '/sobjects/Account', { Name: 'Lakeside Foods Ltd' })).answer)).toContain(
      'FuzzyMatchEngine',
    )
    expect((await send('POST', '/sobjects/Account', { Name: 'Lakeside Food Service' })).status).toBe(201)
  })

  it('knows short first names, phone numbers and addresses of web sites by what they mean', async () => {
    org.admin.addDuplicateRule(rule({ object: 'Contact', field: ['FirstName', 'LastName'], matching: 'fuzzy' }))
    expect((await send('POST', '/sobjects/Contact', { FirstName: 'Thomas', LastName: 'O’Brien' })).status).toBe(400)
    expect((await send('POST', '/sobjects/Contact', { FirstName: 'Tim', LastName: "O'Brien" })).status).toBe(201)
    org.admin.addDuplicateRule(rule({ field: 'Phone', matching: 'fuzzy' }))
    expect((await send('POST', '/sobjects/Account', { Name: 'Other', Phone: '+1 216-555-0110' })).status).toBe(400)
    org.admin.insert('Account', { Name: 'Web', Website: 'https://www.web.example/' })
    org.admin.addDuplicateRule(rule({ field: 'Website', matching: 'fuzzy' }))
    expect((await send('POST', '/sobjects/Account', { Name: 'Other', Website: 'web.example' })).status).toBe(400)
  })
})
