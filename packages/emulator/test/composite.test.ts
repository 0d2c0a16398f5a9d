import { describe, expect, it } from 'vitest'
import { base, get, haltedBody, post } from './composite-parts.ts'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

let org: FreshOrg['org']
let send: FreshOrg['send']
inFreshOrg((fresh) => ({ org, send } = fresh))

describe('a composite request', () => {
  it('upserts and reads back in one call', async () => {
    org.admin.addPryzmIdField('Account')
    const before = org.admin.apiUsage
    const { status, answer } = await send('POST', '/composite', {
      allOrNone: false,
      compositeRequest: [
        {
          method: 'PATCH',
          url: `${base}/sobjects/Account/Pryzm_ID__c/P-1`,
          referenceId: 'write',
          body: { Name: 'Acme', Website: 'acme.example' },
        },
        { method: 'GET', url: `${base}/sobjects/Account/@{write.id}?fields=Name,Website,SystemModstamp`, referenceId: 'read' },
      ],
    })
    expect(status).toBe(200)
    expect(answer).toEqual({
      compositeResponse: [
        {
          body: { id: expect.any(String), success: true, errors: [], created: true },
          httpHeaders: { Location: expect.stringContaining('/sobjects/Account/001') },
          httpStatusCode: 201,
          referenceId: 'write',
        },
        {
          body: expect.objectContaining({ Name: 'Acme', Website: 'acme.example', SystemModstamp: expect.any(String) }),
          httpHeaders: { ETag: expect.any(String), 'Last-Modified': expect.any(String) },
          httpStatusCode: 200,
          referenceId: 'read',
        },
      ],
    })
    expect(org.admin.apiUsage).toBe(before + 1)
  })

  it('gives each subrequest its own error and goes on', async () => {
    const { answer } = await send('POST', '/composite', {
      compositeRequest: [
        { method: 'GET', url: `${base}/query/?q=select count() from Account`, referenceId: 'accounts' },
        { method: 'GET', url: `${base}/sobjects/Foo`, referenceId: 'foo' },
        { method: 'GET', url: `${base}/sobjects/Account/@{foo.id}`, referenceId: 'after' },
      ],
    })
    expect(answer).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 200, httpHeaders: {}, body: { totalSize: 4, done: true, records: [] } },
        { httpStatusCode: 404, body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }] },
        { httpStatusCode: 400, body: [{ errorCode: 'PROCESSING_HALTED' }] },
      ],
    })
  })

  it('takes everything back with allOrNone, stops at the failure, and answers an update with a null body', async () => {
    const [account] = org.admin.find('Account')
    const url = `${base}/sobjects/Account/${String(account?.Id)}`
    const update = { method: 'PATCH', url, referenceId: 'update', body: { Name: 'Changed' } }
    const requests = [update, post('Account', 'bad', {}), post('Account', 'after', { Name: 'After' })]
    const failed = await send('POST', '/composite', { allOrNone: true, compositeRequest: requests })
    expect(failed).toMatchObject({
      status: 200,
      answer: {
        compositeResponse: [
          { body: haltedBody, httpHeaders: {}, httpStatusCode: 400, referenceId: 'update' },
          { body: [{ errorCode: 'REQUIRED_FIELD_MISSING' }], httpStatusCode: 400, referenceId: 'bad' },
          { body: haltedBody, httpHeaders: {}, httpStatusCode: 400, referenceId: 'after' },
        ],
      },
    })
    expect(org.admin.record('Account', String(account?.Id))?.Name).toBe(account?.Name)
    expect(org.admin.find('Account', { Name: 'After' })).toEqual([])
    const done = await send('POST', '/composite', { allOrNone: true, compositeRequest: [update] })
    expect(done.answer).toMatchObject({ compositeResponse: [{ body: null, httpStatusCode: 204 }] })
  })

  it('takes everything back when a record of a collection fails, and shows the collection as it was answered', async () => {
    const records = [{ Name: 'Good' }, {}].map((fields) => ({ attributes: { type: 'Account' }, ...fields }))
    const collection = {
      method: 'POST',
      url: `${base}/composite/sobjects`,
      referenceId: 'accounts',
      body: { allOrNone: false, records },
    }
    const requests = [collection, post('Contact', 'contact', { LastName: 'Ng' })]
    const { answer } = await send('POST', '/composite', {
      allOrNone: true,
      collateSubrequests: false,
      compositeRequest: requests,
    })
    expect(answer).toEqual({
      compositeResponse: [
        {
          body: [
            { id: expect.any(String), success: true, errors: [] },
            { success: false, errors: [expect.objectContaining({ statusCode: 'REQUIRED_FIELD_MISSING' })] },
          ],
          httpHeaders: {},
          httpStatusCode: 200,
          referenceId: 'accounts',
        },
        { body: haltedBody, httpHeaders: {}, httpStatusCode: 400, referenceId: 'contact' },
      ],
    })
    expect([org.admin.find('Account', { Name: 'Good' }), org.admin.find('Contact', { LastName: 'Ng' })]).toEqual([[], []])
  })

  it('leaves what others write at the same time alone when it takes its own work back', async () => {
    org.faults.add({ path: '/sobjects/Contact', latencyMs: 150 })
    const requests = [post('Account', 'ours', { Name: 'Ours' }), post('Contact', 'bad', {})]
    const composite = send('POST', '/composite', { allOrNone: true, compositeRequest: requests })
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(org.admin.find('Account', { Name: 'Ours' })).toHaveLength(1)
    await send('POST', '/sobjects/Account', { Name: 'Theirs' })
    await composite
    expect(org.admin.find('Account', { Name: 'Ours' })).toEqual([])
    expect(org.admin.find('Account', { Name: 'Theirs' })).toHaveLength(1)
  })

  it('gives references the type that they have, and null for an empty field of a record from version 52 on', async () => {
    const [reception] = org.admin.find('Contact', { LastName: 'Reception' })
    const read = get(`/sobjects/Contact/${String(reception?.Id)}?fields=FirstName,LastName`, 'refContact')
    const copy = post('Contact', 'copy', { FirstName: '@{refContact.FirstName}', LastName: 'Not @{refContact.LastName}' })
    const { answer } = await send('POST', '/composite', { compositeRequest: [read, copy] })
    expect(answer).toMatchObject({ compositeResponse: [{ httpStatusCode: 200, httpHeaders: {} }, { httpStatusCode: 201 }] })
    expect(org.admin.find('Contact', { LastName: 'Not Reception' })).toMatchObject([{ FirstName: null }])

    const old = await send('POST', '/services/data/v51.0/composite', { compositeRequest: [read, copy] })
    const message =
      "Invalid reference specified. No value for refContact.FirstName found in refContact. Provided referenceId ('refContact.FirstName') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_')."
    expect(old.answer).toMatchObject({
      compositeResponse: [
        {},
        { body: [{ errorCode: 'PROCESSING_HALTED', message }], httpHeaders: {}, httpStatusCode: 400, referenceId: 'copy' },
      ],
    })
  })

  it('follows references into lists', async () => {
    const requests = [
      get('/query?q=SELECT Id, AnnualRevenue FROM Account ORDER BY Name', 'accounts'),
      get('/sobjects/Account/@{accounts.records[1].Id}?fields=Name', 'second'),
      post('Account', 'double', { Name: 'Double', AnnualRevenue: '@{accounts.records[1].AnnualRevenue}' }),
    ]
    const { answer } = await send('POST', '/composite', { compositeRequest: requests })
    expect(answer).toMatchObject({ compositeResponse: [{}, { body: { Name: 'Northgate Pumps' } }, { httpStatusCode: 201 }] })
    expect(org.admin.find('Account', { Name: 'Double' })).toMatchObject([{ AnnualRevenue: 912_260_031 }])
  })

  it('takes headers of a subrequest, save those it inherits, and shows those of its answer', async () => {
    const [account] = org.admin.find('Account')
    const request = { ...get(`/sobjects/Account/${String(account?.Id)}?fields=Name`, 'account'), httpHeaders: {} }
    const known = { ...request, httpHeaders: { 'If-Modified-Since': new Date(Date.now() + 60_000).toUTCString() } }
    const { answer } = await send('POST', '/composite', { compositeRequest: [request, { ...known, referenceId: 'known' }] })
    const headers = { ETag: expect.stringMatching(/^"[^"]+"$/), 'Last-Modified': expect.stringMatching(/GMT$/) }
    expect(answer).toMatchObject({
      compositeResponse: [
        { httpStatusCode: 200, httpHeaders: headers },
        { httpStatusCode: 304, body: null, httpHeaders: headers },
      ],
    })
    const refused = { ...request, httpHeaders: { Accept: 'application/json' } }
    expect((await send('POST', '/composite', { compositeRequest: [refused] })).status).toBe(400)
  })

  it('is refused as a whole for what is wrong with its form', async () => {
    const refused = async (...compositeRequest: object[]) => send('POST', '/composite', { compositeRequest })
    const read = get('/sobjects/Account', 'read')
    expect(await refused({ ...read, referenceId: 'read[1]' })).toEqual({
      status: 400,
      answer: [
        {
          message:
            "Provided referenceId ('read[1]') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').",
          errorCode: 'JSON_PARSER_ERROR',
        },
      ],
    })
    for (const wrong of [{ method: 'get' }, { url: '/sobjects/Account' }, { referenceId: undefined }]) {
      expect((await refused({ ...read, ...wrong })).status).toBe(400)
    }
    expect((await refused(read, read)).status).toBe(400)
    const many = (count: number, path: string) => Array.from({ length: count }, (_, at) => get(path, `r${at}`))
    expect((await refused(...many(25, '/sobjects/Account'))).status).toBe(200)
    expect((await refused(...many(26, '/sobjects/Account'))).status).toBe(400)
    expect((await refused(...many(5, '/query?q=SELECT Id FROM Account'))).status).toBe(200)
    expect((await refused(...many(6, '/query?q=SELECT Id FROM Account'))).status).toBe(400)
  })

  it('is one of the resources that are listed', async () => {
    expect((await send('GET', '/composite')).answer).toEqual({
      tree: `${base}/composite/tree`,
      batch: `${base}/composite/batch`,
      sobjects: `${base}/composite/sobjects`,
      graph: `${base}/composite/graph`,
    })
  })
})
