import { describe, expect, it } from 'vitest'
import { base, get, haltedBody, post } from './composite-parts.ts'
import { type FreshOrg, inFreshOrg } from './fresh-org.ts'

let org: FreshOrg['org']
let send: FreshOrg['send']
inFreshOrg((fresh) => ({ org, send } = fresh))

describe('graphs', () => {
  const graph = (graphId: string, ...compositeRequest: object[]) => ({ graphId, compositeRequest })
  const family = (number: number, lastName: string | undefined) =>
    graph(
      `g${number}`,
      post('Account', `account${number}`, { name: `Account ${number}` }),
      post('Contact', `contact${number}`, { LastName: lastName, AccountId: `@{account${number}.id}` }),
    )

  it('are each done as a whole or not at all', async () => {
    const before = org.admin.apiUsage
    const { status, answer } = await send('POST', '/composite/graph', { graphs: [family(1, 'Ng'), family(2, undefined)] })
    const [account] = org.admin.find('Account', { Name: 'Account 1' })
    const [contact] = org.admin.find('Contact', { LastName: 'Ng' })
    expect(contact).toMatchObject({ AccountId: account?.Id })
    const made = (object: string, id: unknown, referenceId: string) => ({
      body: { id, success: true, errors: [] },
      httpHeaders: { Location: `${base}/sobjects/${object}/${String(id)}` },
      httpStatusCode: 201,
      referenceId,
    })
    expect([status, answer]).toEqual([
      200,
      {
        graphs: [
          {
            graphId: 'g1',
            graphResponse: {
              compositeResponse: [made('Account', account?.Id, 'account1'), made('Contact', contact?.Id, 'contact1')],
            },
            isSuccessful: true,
          },
          {
            graphId: 'g2',
            graphResponse: {
              compositeResponse: [
                { body: haltedBody, httpHeaders: {}, httpStatusCode: 400, referenceId: 'account2' },
                {
                  body: [
                    {
                      message: 'Required fields are missing: [LastName]',
                      errorCode: 'REQUIRED_FIELD_MISSING',
                      fields: ['LastName'],
                    },
                  ],
                  httpHeaders: {},
                  httpStatusCode: 400,
                  referenceId: 'contact2',
                },
              ],
            },
            isSuccessful: false,
          },
        ],
      },
    ])
    expect(org.admin.find('Account', { Name: 'Account 2' })).toEqual([])
    expect(org.admin.apiUsage).toBe(before + 1)
  })

  it('are not begun any more after the fifteenth that failed', async () => {
    const graphs = [...Array.from({ length: 15 }, (_, at) => family(at, undefined)), family(15, 'Ng')]
    const { answer } = await send('POST', '/composite/graph', { graphs })
    expect(Object(answer).graphs[15]).toMatchObject({
      isSuccessful: false,
      graphResponse: { compositeResponse: [{ body: haltedBody }, { body: haltedBody }] },
    })
    expect(org.admin.find('Contact', { LastName: 'Ng' })).toEqual([])
  })

  it('are refused as a whole beyond their limits', { timeout: 30_000 }, async () => {
    const refused = async (...graphs: object[]) => (await send('POST', '/composite/graph', { graphs })).status
    const nodes = (count: number) => Array.from({ length: count }, (_, at) => post('Account', `n${at}`, { Name: 'N' }))
    const chain = (count: number) =>
      nodes(count).map((node, at) => (at === 0 ? node : { ...node, body: { Name: 'N', ParentId: `@{n${at - 1}.id}` } }))
    expect(await refused(...Array.from({ length: 75 }, (_, at) => graph(`g${at}`, ...nodes(1))))).toBe(200)
    expect(await refused(...Array.from({ length: 76 }, (_, at) => graph(`g${at}`, ...nodes(1))))).toBe(400)
    expect(await refused(graph('g', ...nodes(500)))).toBe(200)
    expect(await refused(graph('g', ...nodes(500)), graph('h', ...nodes(1)))).toBe(400)
    expect(await refused(graph('g', ...chain(15)))).toBe(200)
    expect(await refused(graph('g', ...chain(16)))).toBe(400)
    expect(await refused(graph('g', ...nodes(1)), graph('g', ...nodes(1)))).toBe(400)
    expect(await refused(graph('a.b', ...nodes(1)))).toBe(400)
    expect(await refused(graph('g', get('/query?q=SELECT Id FROM Account', 'query')))).toBe(400)
    expect((await send('POST', '/services/data/v49.0/composite/graph', { graphs: [graph('g', ...nodes(1))] })).status).toBe(404)
  })
})
