import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { suggestedMapping, setUp } from './support/map.ts'
import { jobOf, pull } from './support/pull.ts'
import { createWorkbench, type Workbench, workspace } from './support/workbench.ts'

let bench: Workbench
let own: { runId: string; jobId: string; recordId: string; pipelineId: string }
beforeAll(async () => {
  bench = await createWorkbench()
  await bench.server.work()
  const saved = await setUp(bench)
  const run = await pull(bench.client())
  const [organization] = (await bench.records.list(workspace, 'organization', { search: '', page: 1, size: 1 })).items
  own = {
    runId: run.id,
    jobId: jobOf(run, 'Account').id,
    recordId: organization?.id ?? '',
    pipelineId: saved.mapping.pairs[2].pipelineId ?? '',
  }
})
afterAll(() => bench.close())

interface Answer {
  status: number
  code: string
  message: string
  issues: { path: string; message: string }[]
}

async function ask(
  method: string,
  path: string,
  body?: unknown,
  options: { person?: 'admin' | 'editor' | 'viewer' } = {},
): Promise<Answer> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const response = await bench.ask(method, path, { ...(text !== undefined && { body: text }), ...options })
  const { code, message, data } = (await response.json()) as {
    code: string
    message: string
    data?: { issues?: Answer['issues'] }
  }
  return { status: response.status, code, message, issues: data?.issues ?? [] }
}

/** Everything that a refused request must leave as it was. */
async function state() {
  const client = bench.client()
  const [connection, mapping, jobs, pipelines, run] = await Promise.all([
    client.connection.get(),
    client.mapping.get(),
    client.jobs.list({}),
    client.pipelines.list(),
    client.runs.latest(),
  ])
  return { connection, mapping, jobs, pipelines, run, accounts: bench.org.admin.find('Account').length }
}

const bodyRoutes = [
  ['POST', '/connection/connect'],
  ['POST', '/connection/choose-org'],
  ['PUT', '/mapping'],
  ['POST', '/mapping/versions/1/restore'],
  ['POST', '/mapping/import'],
  ['POST', '/pipelines'],
  ['POST', '/runs'],
  ['POST', '/preview'],
  ['POST', '/pushes'],
  ['POST', '/pushes/preview'],
] as const

describe.each(bodyRoutes)('%s %s', (method, path) => {
  it.each([
    ['broken JSON', '{"a":', 400, 'invalid_input'],
    ['a list', '[]', 400, 'invalid_input'],
    ['a text', '"text"', 400, 'invalid_input'],
    ['too much', JSON.stringify({ filler: 'x'.repeat(1_000_001) }), 413, 'too_large'],
  ])('refuses %s and changes nothing', async (_, body, status, code) => {
    const before = await state()
    expect(await ask(method, path, body)).toMatchObject({ status, code })
    expect(await state()).toEqual(before)
  })

  it('refuses another content type', async () => {
    const response = await bench.ask(method, path, {
      body: 'a=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect(response.status).toBe(400)
  })
})

describe('wrong values', () => {
  const uuid = randomUUID()
  const key = 'key-of-a-press'
  it.each<[string, string, unknown, string]>([
    ['POST', '/connection/connect', { returnTo: 'https://evil.test' }, 'returnTo'],
    ['POST', '/connection/connect', { returnTo: '//evil.test' }, 'returnTo'],
    ['POST', '/connection/connect', { returnTo: '/\\evil.test' }, 'returnTo'],
    ['POST', '/connection/connect', { loginHost: 'evil.test' }, 'loginHost'],
    ['POST', '/connection/connect', { loginHost: 'evil.test/acme.my.salesforce.com' }, 'loginHost'],
    ['POST', '/connection/choose-org', { choice: 'other' }, 'choice'],
    ['POST', '/connection/choose-org', {}, 'choice'],
    ['GET', '/schema/Lead', undefined, 'object'],
    ['GET', `/schema/Account?pipelineId=${'x'.repeat(65)}`, undefined, 'pipelineId'],
    ['GET', '/schema/Account?read=again', undefined, 'read'],
    ['PUT', '/mapping', { baseVersion: -1, mapping: {} }, 'baseVersion'],
    ['PUT', '/mapping', { baseVersion: 1 }, 'mapping'],
    ['PUT', '/mapping', { baseVersion: 1, mapping: { pairs: [] } }, 'mapping.pairs'],
    ['GET', '/mapping/versions/zero', undefined, 'version'],
    ['GET', '/mapping/versions/0', undefined, 'version'],
    ['GET', '/mapping/versions/99999999999', undefined, 'version'],
    ['GET', '/mapping/versions?limit=201', undefined, 'limit'],
    ['GET', `/mapping/versions?cursor=${'9'.repeat(501)}`, undefined, 'cursor'],
    ['GET', '/mapping/compare', undefined, 'from'],
    ['GET', '/mapping/compare?from=1', undefined, 'to'],
    ['GET', '/mapping/compare?from=1&to=-1', undefined, 'to'],
    ['GET', '/mapping/compare?from=1.5&to=1', undefined, 'from'],
    ['GET', '/mapping/compare?from=1&to=99999999999', undefined, 'to'],
    ['POST', '/mapping/versions/1/restore', {}, 'baseVersion'],
    ['POST', '/mapping/versions/1/restore', { baseVersion: '1' }, 'baseVersion'],
    ['POST', '/mapping/versions/0/restore', { baseVersion: 1 }, 'version'],
    ['GET', '/mapping/export?version=none', undefined, 'version'],
    ['GET', '/mapping/export?version=0', undefined, 'version'],
    ['POST', '/mapping/import', {}, 'formatVersion'],
    ['POST', '/mapping/import', { formatVersion: 1 }, 'format'],
    [
      'POST',
      '/mapping/import',
      { format: 'pryzm.salesforce-mapping', formatVersion: 1, mapping: { pairs: [] } },
      'mapping.pairs',
    ],
    ['POST', '/mapping/import', { format: 'pryzm.salesforce-mapping', formatVersion: 2 }, 'formatVersion'],
    ['POST', '/pipelines', { name: ' ', stages: ['Closed Won'] }, 'name'],
    ['POST', '/pipelines', { name: 'x'.repeat(81), stages: ['Closed Won'] }, 'name'],
    ['POST', '/pipelines', { name: 'Deals 2', stages: [] }, 'stages'],
    ['GET', `/pipelines/${'x'.repeat(65)}/change`, undefined, 'id'],
    ['POST', '/runs', { mode: 'partial' }, 'mode'],
    ['GET', '/jobs?limit=0', undefined, 'limit'],
    ['GET', '/jobs?limit=many', undefined, 'limit'],
    ['GET', '/jobs?from=yesterday', undefined, 'from'],
    ['GET', '/jobs?state=sleeping', undefined, 'state'],
    ['GET', `/jobs/${'x'.repeat(65)}`, undefined, 'id'],
    ['GET', '/jobs/x/records?outcome=lost', undefined, 'outcome'],
    ['GET', '/jobs/x/records?reason=because', undefined, 'reason'],
    ['GET', '/records/lead/x/push', undefined, 'recordType'],
    ['GET', '/records/organization/7/push', undefined, 'recordId'],
    ['POST', '/pushes', { recordType: 'organization', recordId: 'no uuid', idempotencyKey: key }, 'recordId'],
    ['POST', '/pushes', { recordType: 'lead', recordId: uuid, idempotencyKey: key }, 'recordType'],
    ['POST', '/pushes', { recordType: 'organization', recordId: uuid, idempotencyKey: 'short' }, 'idempotencyKey'],
    ['POST', '/pushes', { recordType: 7, recordId: uuid, idempotencyKey: key }, 'recordType'],
    ['POST', '/pushes/preview', { recordType: 'lead', recordId: uuid }, 'recordType'],
    ['POST', '/pushes/preview', { recordType: 'organization', recordId: 'no uuid' }, 'recordId'],
    ['GET', '/preview/records?object=Lead&side=pryzm', undefined, 'object'],
    ['GET', '/preview/records?object=Account', undefined, 'side'],
    ['GET', '/preview/records?object=Account&side=left', undefined, 'side'],
    ['GET', `/preview/records?object=Account&side=pryzm&text=${'x'.repeat(201)}`, undefined, 'text'],
    ['POST', '/preview', { object: 'Lead', side: 'pryzm', id: uuid }, 'object'],
    ['POST', '/preview', { object: 'Account', side: 'left', id: uuid }, 'side'],
    ['POST', '/preview', { object: 'Account', side: 'pryzm', id: '' }, 'id'],
    ['POST', '/preview', { object: 'Account', side: 'pryzm', id: 'x'.repeat(65) }, 'id'],
    ['POST', '/preview', { object: 'Account', side: 'pryzm', id: uuid, mapping: { pairs: [] } }, 'mapping.pairs'],
  ])('%s %s %j is refused by naming %s', async (method, path, body, field) => {
    const answer = await ask(method, path, body)
    expect(answer).toMatchObject({ status: 400, code: 'invalid_input' })
    expect(answer.issues.map((issue) => issue.path).join(' ')).toContain(field)
    expect(answer.message).not.toBe('')
  })

  it.each([
    '/mapping/versions?cursor=nonsense',
    '/mapping/versions?cursor=999999999999999',
    '/mapping/compare?from=&to=1',
    '/jobs?cursor=%00',
    '/jobs?cursor=nonsense',
    '/jobs?cursor=%F0%9F%92%A9',
    '/jobs?startedBy[x]=1',
    '/jobs?limit[0]=1',
  ])('a broken query %s never ends as an internal error', async (path) => {
    const { status } = await ask('GET', path)
    expect(status === 200 || status === 400).toBe(true)
  })

  it('refuses a stage that Salesforce does not have, and a stage named twice', async () => {
    expect(await ask('POST', '/pipelines', { name: 'Deals 3', stages: ['Nope'] })).toMatchObject({
      status: 400,
      code: 'invalid_input',
    })
    expect(await ask('POST', '/pipelines', { name: 'Deals 3', stages: ['Closed Won', 'Closed Won'] })).toMatchObject({
      status: 400,
    })
    expect(await ask('POST', '/pipelines', { name: 'Deals', stages: ['Closed Won'] })).toMatchObject({
      status: 409,
      code: 'name_taken',
    })
  })

  it('refuses a mapping in which one id names two field pairs', async () => {
    const mapping = await suggestedMapping(bench, own.pipelineId)
    for (const pair of mapping.pairs[0].fields) pair.id = 'same'
    expect(await ask('PUT', '/mapping', { baseVersion: 1, mapping })).toMatchObject({ status: 400, code: 'invalid_input' })
    const preview = { object: 'Account', side: 'pryzm', id: own.recordId, mapping }
    expect(await ask('POST', '/preview', preview)).toMatchObject({ status: 400, code: 'invalid_input' })
  })

  it('refuses a save that is based on an old version, naming both', async () => {
    const { mapping } = await bench.client().mapping.get()
    const before = await state()
    await expect(bench.client().mapping.save({ baseVersion: 0, mapping })).rejects.toMatchObject({
      code: 'stale_version',
      details: { baseVersion: 0, current: { version: 1 }, theirs: expect.any(Array), yours: expect.any(Array) },
    })
    expect(await state()).toEqual(before)
  })
})

describe('what does not exist, or belongs to another workspace', () => {
  const unknown = randomUUID()
  it.each<[string, string, unknown?]>([
    ['GET', `/runs/${unknown}`],
    ['GET', '/runs/not-a-uuid'],
    ['POST', `/runs/${unknown}/cancel`, {}],
    ['POST', `/runs/${unknown}/resume`, {}],
    ['POST', '/runs/not-a-uuid/resume', {}],
    ['GET', `/jobs/${unknown}`],
    ['GET', '/jobs/not-a-uuid'],
    ['GET', `/jobs/${unknown}/records`],
    ['GET', `/jobs/${unknown}/records/1/fields`],
    ['GET', '/jobs/not-a-uuid/records/1/fields'],
    ['POST', `/jobs/${unknown}/retry`, {}],
    ['GET', '/pipelines/none/change'],
    ['GET', `/pipelines/${unknown}/change`],
    ['GET', '/mapping/versions/99'],
    ['GET', '/mapping/compare?from=1&to=99'],
    ['GET', '/mapping/export?version=99'],
    ['POST', '/mapping/versions/99/restore', { baseVersion: 1 }],
    ['GET', `/records/organization/${unknown}/push`],
    ['GET', `/records/pipeline:none/${unknown}/push`],
    ['POST', '/pushes', { recordType: 'organization', recordId: unknown, idempotencyKey: 'unknown-record' }],
    ['POST', '/pushes/preview', { recordType: 'organization', recordId: unknown }],
    ['POST', '/preview', { object: 'Account', side: 'pryzm', id: unknown }],
    ['POST', '/preview', { object: 'Contact', side: 'pryzm', id: '\0' }],
    ['POST', '/preview', { object: 'Account', side: 'salesforce', id: '001000000000000AAA' }],
    ['POST', '/preview', { object: 'Account', side: 'salesforce', id: "'); delete" }],
  ])('%s %s is not found', async (method, path, body) => {
    expect(await ask(method, path, body)).toMatchObject({ status: 404, code: 'not_found' })
  })

  it.each(['0', '999999', '-1', 'x', '1e3', '99999999999'])('record %s of a job is not found', async (seq) => {
    expect(await ask('GET', `/jobs/${own.jobId}/records/${seq}/fields`)).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('is the same to somebody of another workspace', async () => {
    const stranger = bench.client('admin', 'globex')
    await expect(stranger.runs.get({ id: own.runId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.runs.cancel({ id: own.runId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.runs.resume({ id: own.runId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.jobs.get({ id: own.jobId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.jobs.records({ id: own.jobId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.jobs.fields({ id: own.jobId, recordResultId: '1' })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.jobs.retry({ id: own.jobId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.mapping.version({ version: 1 })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.pipelines.change({ id: own.pipelineId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.mapping.compare({ from: 0, to: 1 })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.mapping.restore({ version: 1, baseVersion: 0 })).rejects.toMatchObject({ code: 'not_found' })
    await expect(stranger.mapping.export({ version: 1 })).rejects.toMatchObject({ code: 'not_found' })
    expect((await stranger.mapping.versions({})).items).toEqual([])
    await expect(stranger.pushes.target({ recordType: 'organization', recordId: own.recordId })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(stranger.pushes.preview({ recordType: 'organization', recordId: own.recordId })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await stranger.mapping.get()).version).toBe(0)
    expect(await stranger.mapping.drift()).toEqual({ since: null, checkedAt: null, changes: [], issues: [] })
    expect((await stranger.jobs.list({})).items).toEqual([])
    expect((await stranger.pipelines.list()).items).toEqual([])
    expect((await stranger.jobs.people()).items).toEqual([])
    expect((await stranger.runs.latest()).run).toBeNull()
  })

  it('names a conflict where there is nothing to do', async () => {
    expect(await ask('POST', `/runs/${own.runId}/cancel`, {})).toMatchObject({ status: 409, code: 'conflict' })
    expect(await ask('POST', `/runs/${own.runId}/resume`, {})).toMatchObject({ status: 409, code: 'conflict' })
    expect(await ask('POST', `/jobs/${own.jobId}/retry`, {})).toMatchObject({ status: 409, code: 'conflict' })
    expect(await ask('POST', '/connection/choose-org', { choice: 'keep' })).toMatchObject({ status: 409, code: 'conflict' })
  })
})

describe('rights', () => {
  it.each<[string, string, unknown, 'editor' | 'viewer']>([
    ['POST', '/connection/connect', {}, 'editor'],
    ['POST', '/connection/choose-org', { choice: 'keep' }, 'editor'],
    ['POST', '/connection/disconnect', {}, 'editor'],
    ['POST', '/setup/fields', {}, 'editor'],
    ['POST', '/mapping/drift/acknowledge', {}, 'editor'],
    ['POST', '/pipelines', { name: 'Deals 9', stages: ['Closed Won'] }, 'editor'],
    ['POST', '/mapping/versions/1/restore', { baseVersion: 1 }, 'editor'],
    ['POST', '/runs', {}, 'editor'],
    ['POST', `/runs/${randomUUID()}/cancel`, {}, 'editor'],
    ['POST', `/runs/${randomUUID()}/resume`, {}, 'editor'],
    ['POST', `/jobs/${randomUUID()}/retry`, {}, 'editor'],
    ['POST', '/pushes', { recordType: 'organization', recordId: randomUUID(), idempotencyKey: 'a-viewers-press' }, 'viewer'],
    ['POST', '/pushes/preview', { recordType: 'organization', recordId: randomUUID() }, 'viewer'],
    ['POST', '/preview', { object: 'Account', side: 'pryzm', id: randomUUID() }, 'editor'],
    ['GET', '/preview/records?object=Account&side=pryzm', undefined, 'editor'],
  ])('%s %s is refused for want of the rule, and changes nothing', async (method, path, body, person) => {
    const before = await state()
    const answer = await ask(method, path, body, { person })
    expect(answer).toMatchObject({ status: 403, code: 'not_permitted' })
    expect(answer.message).toMatch(/integrations:(manage|push)/)
    expect(await state()).toEqual(before)
  })

  it('refuses to save a mapping without the rule', async () => {
    const { version, mapping } = await bench.client('editor').mapping.get()
    await expect(bench.client('editor').mapping.save({ baseVersion: version, mapping })).rejects.toMatchObject({
      code: 'not_permitted',
    })
  })

  it('refuses to read a mapping from a file without the rule, but lets everybody take one', async () => {
    const viewer = bench.client('viewer')
    const file = await viewer.mapping.export({})
    expect(file.version).toBe(1)
    await expect(viewer.mapping.import(file)).rejects.toMatchObject({ code: 'not_permitted' })
    expect((await viewer.mapping.versions({})).items).toHaveLength(1)
    expect((await viewer.mapping.compare({ from: 0, to: 1 })).changes.length).toBeGreaterThan(0)
  })

  it('refuses to change the mapping of records that the person may not see', async () => {
    const outsider = bench.client('outsider')
    const before = await state()
    const { version, mapping } = await outsider.mapping.get()
    mapping.pairs[1].direction = 'pull'
    await expect(outsider.mapping.save({ baseVersion: version, mapping })).rejects.toMatchObject({
      code: 'not_permitted',
      message: 'Changing the mapping of Contacts needs access to People in Pryzm.',
    })
    expect(await state()).toEqual(before)
  })

  it('lets everybody see connection, mapping and jobs', async () => {
    const viewer = bench.client('viewer')
    expect((await viewer.connection.get()).viewer).toMatchObject({ canManage: false, canPush: false })
    expect((await viewer.mapping.get()).version).toBe(1)
    expect((await viewer.mapping.drift()).changes).toEqual([])
    expect((await viewer.jobs.get({ id: own.jobId })).job.counts.created).toBe(4)
    expect((await viewer.jobs.people()).items).toEqual([{ id: 'user-admin', name: 'The admin' }])
  })

  it('shows counts, but neither names, ids nor values, to those who may not see the records', async () => {
    const outsider = bench.client('outsider')
    expect((await outsider.jobs.get({ id: own.jobId })).job.counts.created).toBe(4)
    await expect(outsider.jobs.records({ id: own.jobId })).rejects.toMatchObject({ code: 'not_permitted' })
    await expect(outsider.jobs.fields({ id: own.jobId, recordResultId: '1' })).rejects.toMatchObject({ code: 'not_permitted' })
    await expect(outsider.pushes.target({ recordType: 'organization', recordId: own.recordId })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('does not pull what the person may not create and edit', async () => {
    await expect(bench.client('outsider').runs.start({})).rejects.toMatchObject({
      code: 'not_permitted',
      details: { reasons: [{ code: 'no_entity_access' }, { code: 'no_entity_access' }, { code: 'no_entity_access' }] },
    })
  })
})
