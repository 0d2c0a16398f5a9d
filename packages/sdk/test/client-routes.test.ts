import { type AnyContractProcedure, oc } from '@orpc/contract'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { contract } from '../src/contract/routes.ts'
import { createSalesforceClient } from '../src/index.ts'
import { createScenarioTransport, type RouteName, scenarios } from '../src/testing/index.ts'
import { anyInput } from './any-input.ts'
import { unsayable } from './unsayable.ts'

type Call = (input: unknown) => Promise<unknown>

const routes = Object.entries(contract).flatMap(([group, members]) =>
  Object.entries(members).map(([name, route]: [string, AnyContractProcedure]) => ({
    name: `${group}.${name}` as RouteName,
    route,
    path: route['~orpc'].route.path ?? '',
    schema: route['~orpc'].inputSchema as z.ZodType | undefined,
  })),
)
const taking = routes.flatMap(({ schema, ...route }) => (schema ? [{ ...route, schema }] : []))

/** A route's function over oRPC's own handler, which keeps what it understood. */
function calling(name: RouteName): { call: Call; understood: ReturnType<typeof createScenarioTransport>['calls'] } {
  const transport = createScenarioTransport(scenarios.connectedHealthy)
  transport.override(name, { answer: {} as never })
  const client = createSalesforceClient({ baseUrl: 'http://app.test/api/salesforce', transport })
  const [group = '', member = ''] = name.split('.')
  const call = (client as unknown as Record<string, Record<string, Call>>)[group]?.[member]
  if (!call) throw new Error(`The client has no ${name}.`)
  return { call, understood: transport.calls }
}

/** Whether a URL can carry what the path names: it takes dots for steps, and nothing for no step at all. */
function hasAddress(path: string, input: unknown): boolean {
  const values = new Map(Object.entries(input ?? {}))
  return [...path.matchAll(/\{(\w+)\}/g)].every(([, name = '']) => !['', '.', '..'].includes(String(values.get(name))))
}

describe('every route of the contract', () => {
  it.each(routes)('$name asks for nothing that the client cannot say', ({ route }) => {
    expect(unsayable(route)).toEqual([])
  })

  it.each(routes.filter(({ schema }) => !schema))('$name is what its function calls', async ({ name }) => {
    const { call, understood } = calling(name)
    await call(undefined)
    expect(understood.map(({ route }) => route)).toEqual([name])
  })

  it.each(taking)('$name hears what its function is called with', async ({ name, path, schema }) => {
    const { call, understood } = calling(name)
    let accepted = 0
    const input = anyInput(schema).filter((given) => hasAddress(path, given))
    await fc.assert(
      fc.asyncProperty(input, async (given) => {
        const before = understood.length
        await call(given)
        expect(understood.slice(before).map(({ route }) => route)).toEqual([name])
        const meant = schema.safeParse(given)
        expect(schema.safeParse(understood.at(-1)?.input)).toEqual(meant)
        if (meant.success) accepted += 1
      }),
      { numRuns: 200 },
    )
    expect(accepted).toBeGreaterThan(20)
  })
})

describe('an input of a route', () => {
  it('leaves what is undefined or null out of an address', async () => {
    const { call, understood } = calling('jobs.list')
    await call({ state: undefined, startedBy: null, limit: 10 })
    expect(understood[0]?.input).toEqual({ limit: '10' })
  })

  it.each(['', '.', '..'])('that no address can carry ("%s") is not found, and never asks another route', async (id) => {
    const { call, understood } = calling('jobs.get')
    await expect(call({ id })).rejects.toMatchObject({ code: 'not_found', remedy: 'reload' })
    expect(understood).toEqual([])
  })
})

describe('a route that the client could not call', () => {
  const answers = z.object({ id: z.string() })

  it.each<[string, string, AnyContractProcedure]>([
    [
      'a nested query',
      'a query with a range that is no text or number',
      oc
        .route({ method: 'GET', path: '/jobs' })
        .input(z.object({ range: z.object({ from: z.string() }) }))
        .output(answers),
    ],
    [
      'a list in a query',
      'a query with a states that is no text or number',
      oc
        .route({ method: 'GET', path: '/jobs' })
        .input(z.object({ states: z.array(z.string()) }))
        .output(answers),
    ],
    [
      'null in a query',
      'a query with a from that is no text or number',
      oc
        .route({ method: 'GET', path: '/jobs' })
        .input(z.object({ from: z.string().nullable() }))
        .output(answers),
    ],
    [
      'an optional part of a path',
      'a path without its id',
      oc
        .route({ method: 'GET', path: '/jobs/{id}' })
        .input(z.object({ id: z.string().optional() }))
        .output(answers),
    ],
    [
      'the rest of a path',
      "the path's {+file}",
      oc
        .route({ method: 'GET', path: '/files/{+file}' })
        .input(z.object({ file: z.string() }))
        .output(answers),
    ],
    [
      'a file',
      'a file',
      oc
        .route({ method: 'POST', path: '/files' })
        .input(z.object({ file: z.file() }))
        .output(answers),
    ],
    ['an answer that is a file', 'an answer that is a file', oc.route({ method: 'GET', path: '/file' }).output(z.file())],
    ['no answer', 'an answer without a body', oc.route({ method: 'POST', path: '/jobs' }).output(z.void())],
    ['no method', 'no method', oc.route({ path: '/jobs' }).output(answers)],
    [
      'headers',
      'an input of path, query, headers and body',
      oc
        .route({ method: 'POST', path: '/jobs', inputStructure: 'detailed' })
        .input(z.object({ body: answers }))
        .output(answers),
    ],
  ])('is told: %s', (_, problem, route) => {
    expect(unsayable(route)).toContain(problem)
  })

  it('is told where JSON has no such thing', () => {
    const route = oc
      .route({ method: 'POST', path: '/jobs' })
      .input(z.object({ at: z.date() }))
      .output(answers)
    expect(() => unsayable(route)).toThrow(/Date/)
  })
})
