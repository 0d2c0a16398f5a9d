import { XMLParser } from 'fast-xml-parser'
import { describe, expect, it } from 'vitest'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

let org: FreshOrg['org']
let connection: FreshOrg['connection']
inFreshOrg((fresh) => ({ org, connection } = fresh))

const idOf = (name: string) => String(org.admin.find('Account', { Name: name })[0]?.Id)
const noId = '001000000000001AAA'

async function post(body: string, version = '67.0', token = connection.accessToken ?? '') {
  const envelope = `<?xml version="1.0" encoding="UTF-8"?><e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com"><e:Header><SessionHeader><sessionId>${token}</sessionId></SessionHeader></e:Header><e:Body>${body}</e:Body></e:Envelope>`
  const response = await fetch(`${org.url}/services/Soap/u/${version}`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml', SOAPAction: '""' },
    body: envelope,
  })
  const text = await response.text()
  const xml: unknown = new XMLParser({ removeNSPrefix: true, parseTagValue: false }).parse(text)
  const { Header: header, Body: content } = Object(xml).Envelope
  return { status: response.status, type: response.headers.get('Content-Type'), text, header, content }
}

describe('merge', () => {
  it('leaves the master with what it takes over, and tells which records were merged and which moved', async () => {
    const [master, loser] = [idOf('Lakeside Foods'), idOf('Northgate Pumps')]
    const children = [...org.admin.find('Contact'), ...org.admin.find('Opportunity')].filter((row) => row.AccountId === loser)
    const masterRecord = { type: 'Account', Id: master, Phone: '(216) 555-0110', NumberOfEmployees: '12' }
    const result = await connection.soap.merge({ masterRecord, recordToMergeIds: [loser] })
    expect(result).toMatchObject({ id: master, success: true, errors: [], mergedRecordIds: [loser] })
    expect(result.updatedRelatedIds.toSorted()).toEqual(
      [...children.map((row) => String(row.Id)), idOf('Northgate Pumps Service')].toSorted(),
    )
    expect(org.admin.record('Account', master)).toMatchObject({ Phone: '(216) 555-0110', NumberOfEmployees: 12 })
    expect(org.admin.record('Account', loser)).toMatchObject({ IsDeleted: true, MasterRecordId: master })
    expect(
      children.map((row) => org.admin.record(String(row.Id).startsWith('003') ? 'Contact' : 'Opportunity', String(row.Id))),
    ).toEqual(children.map(() => expect.objectContaining({ AccountId: master, IsDeleted: false })))
  })

  it('tells of each request what became of it', async () => {
    const [master, one, two] = [idOf('Lakeside Foods'), idOf('Northgate Pumps'), idOf('Northgate Pumps Service')]
    const request = (...recordToMergeIds: string[]) => ({ masterRecord: { type: 'Account', Id: master }, recordToMergeIds })
    const results = await connection.soap.merge([request(one), request(one), request(noId), request(master), request(two)])
    expect(results).toMatchObject([
      { id: master, success: true },
      { success: false, errors: [{ statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }] },
      { success: false, errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id' }] },
      { success: false, errors: [{ statusCode: 'INVALID_ID_FIELD' }] },
      { id: master, success: true, mergedRecordIds: [two] },
    ])
    expect(await connection.soap.merge(request(one, two, noId))).toMatchObject({ success: false })
  })
})

describe('the recycle bin', () => {
  it('is read and emptied record by record', async () => {
    const [pumps, foods] = [idOf('Northgate Pumps'), idOf('Lakeside Foods')]
    const [maya] = org.admin.find('Contact', { LastName: 'Chen' })
    await connection.sobject('Account').destroy([pumps, foods])
    expect(await connection.soap.undelete([pumps, String(maya?.Id), noId, 'nonsense'])).toMatchObject([
      { id: pumps, success: true, errors: [] },
      { success: false, errors: [{ statusCode: 'UNDELETE_FAILED', message: 'Entity is not in the recycle bin' }] },
      { success: false, errors: [{ statusCode: 'UNDELETE_FAILED' }] },
      { success: false, errors: [{ statusCode: 'MALFORMED_ID' }] },
    ])
    expect(org.admin.find('Contact', { LastName: 'Chen' })).toMatchObject([{ AccountId: pumps }])
    expect(await connection.soap.emptyRecycleBin([foods, pumps])).toMatchObject([
      { id: foods, success: true },
      { success: false, errors: [{ statusCode: 'INVALID_ID_FIELD', message: 'invalid record id; no recycle bin entry found' }] },
    ])
    expect(await connection.soap.undelete([foods])).toMatchObject([{ success: false }])
  })
})

describe('other calls', () => {
  it('make, change, find and delete records, whose values are texts', async () => {
    org.admin.addPryzmIdField('Account')
    const account = { type: 'Account', Name: 'Tom & "Ann" <Ltd>', AnnualRevenue: 1200, NumberOfEmployees: 3 }
    const id = String((await connection.soap.create(account)).id)
    expect(org.admin.record('Account', id)).toMatchObject({
      Name: 'Tom & "Ann" <Ltd>',
      AnnualRevenue: 1200,
      NumberOfEmployees: 3,
    })
    const updates = [
      { type: 'Account', Id: id, AnnualRevenue: null, Pryzm_ID__c: 'P-1' },
      { type: 'Account', Id: noId, Name: 'Nothing' },
    ]
    expect(await connection.soap.update(updates)).toMatchObject([
      { id, success: true, errors: [] },
      { success: false, errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY' }] },
    ])
    expect(org.admin.record('Account', id)).toMatchObject({ AnnualRevenue: null, NumberOfEmployees: 3 })
    expect(await connection.soap.upsert('Pryzm_ID__c', { type: 'Account', Pryzm_ID__c: 'P-1', Site: 'HQ' })).toMatchObject({
      id,
      created: false,
      success: true,
    })
    const contact =
      '<create><sObjects><type>Contact</type><LastName>Ng</LastName><Account><type>Account</type><Pryzm_ID__c>P-1</Pryzm_ID__c></Account></sObjects></create>'
    expect((await post(contact)).content.createResponse.result).toMatchObject({ success: 'true' })
    expect(org.admin.find('Contact', { LastName: 'Ng' })).toMatchObject([{ AccountId: id }])
    expect(await connection.soap.delete([id])).toMatchObject([{ id, success: true }])
    expect(org.admin.record('Account', id)).toMatchObject({ IsDeleted: true })
  })

  it('tell errors with their fields', async () => {
    expect(await connection.soap.create({ type: 'Contact', FirstName: 'Ann' })).toMatchObject({
      id: null,
      success: false,
      errors: [
        { statusCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [LastName]', fields: ['LastName'] },
      ],
    })
  })

  it('say who calls and what time it is', async () => {
    const { timestamp } = await connection.soap.getServerTimestamp()
    expect(Math.abs(Date.parse(timestamp) - Date.now())).toBeLessThan(60_000)
    const dana = org.admin.find('User')[0]
    expect(await connection.soap.getUserInfo()).toMatchObject({
      userId: dana?.Id,
      userName: 'dana@acme-industrial.example',
      userFullName: 'Dana Okoye',
      organizationName: 'Acme Industrial',
      organizationMultiCurrency: false,
      sessionSecondsValid: 7200,
      roleId: null,
    })
  })

  it('count as calls of the API, and tell how many there were', async () => {
    const before = org.admin.apiUsage
    const { status, type, header } = await post('<getServerTimestamp/>')
    expect([status, type]).toEqual([200, 'text/xml;charset=UTF-8'])
    expect(header.LimitInfoHeader.limitInfo).toEqual({ current: String(before + 1), limit: '15000', type: 'API REQUESTS' })
    org.admin.setApiUsage(15_000)
    const { content } = await post('<getServerTimestamp/>')
    expect(content.Fault.faultstring).toBe('REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.')
  })
})

describe('a fault', () => {
  it('tells of a dead session, so that jsforce refreshes it', async () => {
    const dead = await post('<getUserInfo/>', '67.0', 'dead')
    const message = 'Invalid Session ID found in SessionHeader: Illegal Session'
    expect([dead.status, dead.type, dead.content]).toEqual([
      500,
      'text/xml;charset=UTF-8',
      {
        Fault: {
          faultcode: 'sf:INVALID_SESSION_ID',
          faultstring: `INVALID_SESSION_ID: ${message}`,
          detail: { UnexpectedErrorFault: { exceptionCode: 'INVALID_SESSION_ID', exceptionMessage: message } },
        },
      },
    ])
    expect(dead.text).toContain('<faultcode>sf:INVALID_SESSION_ID</faultcode>')
    org.admin.expireSessions()
    expect(await connection.soap.getUserInfo()).toMatchObject({ userName: 'dana@acme-industrial.example' })
  })

  it('tells of versions that are retired, of calls that the emulator lacks and of texts that are no message', async () => {
    expect((await post('<getUserInfo/>', '30.0')).content.Fault.faultcode).toBe('sf:UNSUPPORTED_API_VERSION')
    expect((await post('<describeTabs/>')).content.Fault).toMatchObject({
      faultcode: 'sf:EMULATOR_LIMIT',
      faultstring: expect.stringContaining('The org emulator does not support the SOAP call describeTabs.'),
    })
    expect((await post('<unclosed>')).content.Fault.faultcode).toBe('sf:SOAP_ENVELOPE_INVALID')
    await expect(connection.soap.describeTabs()).rejects.toMatchObject({ errorCode: 'sf:EMULATOR_LIMIT' })
  })
})
