import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { EventPublisher, ORPCError } from '@orpc/server'
import type { Transport } from '../client/create-salesforce-client.ts'
import { type ErrorCode, errors, SyncError } from '../contract/errors.ts'
import type { LiveEvent } from '../contract/event.ts'
import { connectionAnswers, schemaAnswers, setupAnswers } from './answers/connection-answers.ts'
import { routes } from './answers/implementer.ts'
import { jobAnswers } from './answers/job-answers.ts'
import { mappingAnswers } from './answers/mapping-answers.ts'
import { pipelineAnswers } from './answers/pipeline-answers.ts'
import { previewAnswers } from './answers/preview-answers.ts'
import { pushAnswers } from './answers/push-answers.ts'
import { runAnswers } from './answers/run-answers.ts'
import { type Override, type Overrides, type RouteName, routeNameOf } from './override.ts'
import { resultsCsv, resultsFileIn } from './results-csv.ts'
import { ScenarioState } from './scenario-state.ts'
import type { Scenario } from './scenario.ts'

/** Answers every route of the contract from a scenario's data, which it changes as the real server would. */
export interface ScenarioTransport extends Transport {
  /** The data as it is now. */
  readonly scenario: Scenario
  /** Calls so far, oldest first: `runs.start` … with their input. */
  readonly calls: readonly { route: RouteName; input: unknown }[]
  /** Makes one route answer otherwise from now on; `null` takes that back. */
  override<Route extends RouteName>(route: Route, override: Override<Route> | null): void
  /** Sends a live event to every open stream. */
  emit(event: LiveEvent): void
}

export interface ScenarioTransportOptions {
  /** Path under which requests come in, as the client's `baseUrl` has it. */
  basePath?: `/${string}`
}

/**
 * Makes a transport of a scenario: for stories, for component tests, and behind a mock service worker.
 *
 * @example
 * const client = createSalesforceClient({ baseUrl: '/api/salesforce', transport: createScenarioTransport(connectedHealthy) })
 */
export function createScenarioTransport(
  scenario: Scenario,
  { basePath = '/api/salesforce' }: ScenarioTransportOptions = {},
): ScenarioTransport {
  const publisher = new EventPublisher<{ live: LiveEvent }>()
  const emit = (event: LiveEvent) => publisher.publish('live', event)
  const state = new ScenarioState(scenario, emit)
  const overrides: Overrides = { ...scenario.overrides }
  const calls: { route: RouteName; input: unknown }[] = []

  const handler = new OpenAPIHandler<CallContext>(answers(state, publisher), {
    clientInterceptors: [
      async (call) => {
        const route = routeNameOf(call.path)
        calls.push({ route, input: call.input })
        const { delay, error, answer } = overrideOf(route, call.input)
        if (delay !== undefined) await pause(delay, call.signal)
        if (error === 'offline') call.context.offline = true
        else if (error) throw wireError(error.code, error.message, error.details)
        return answer === undefined ? call.next().catch(rethrow) : answer
      },
    ],
  })

  function overrideOf(route: RouteName, input: unknown): Override {
    const override: Override = overrides[route] ?? {}
    const values = new Map(Object.entries(input ?? {}))
    return Object.entries(override.where ?? {}).every(([name, value]) => values.get(name) === value) ? override : {}
  }

  /** The file is made of the records, so it waits and fails as these do. */
  async function answerFile(request: Request, jobId: string): Promise<Response> {
    const { delay, error } = overrides['jobs.records'] ?? {}
    if (delay !== undefined) await pause(delay, request.signal)
    if (error === 'offline') throw new TypeError('Failed to fetch')
    if (!error) return resultsCsv(state.job(jobId))
    const { code, message, details = {} } = error
    return Response.json({ code, message, data: details }, { status: errors[code].status })
  }

  const transport = async (request: Request): Promise<Response> => {
    const file = resultsFileIn(new URL(request.url).pathname.slice(basePath.length))
    if (file !== null) return answerFile(request, file)
    const context: CallContext = { offline: false }
    const { response } = await handler.handle(request, { prefix: basePath, context })
    if (context.offline) throw new TypeError('Failed to fetch')
    if (response?.body) requests.set(response.body, request)
    return response ?? new Response('No such route', { status: 404 })
  }
  return Object.assign(transport, {
    scenario: state.data,
    calls,
    emit,
    override<Route extends RouteName>(route: Route, override: Override<Route> | null) {
      Object.assign(overrides, { [route]: override ?? undefined })
    },
  })
}

/** The request of each answer that is still being read: an abort reaches a request's signal only while somebody holds the request. */
const requests = new WeakMap<ReadableStream, Request>()

interface CallContext {
  offline: boolean
  [key: string]: unknown
}

function answers(state: ScenarioState, publisher: EventPublisher<{ live: LiveEvent }>) {
  return routes.router({
    connection: connectionAnswers(state),
    setup: setupAnswers(state),
    schema: schemaAnswers(state),
    mapping: mappingAnswers(state),
    pipelines: pipelineAnswers(state),
    preview: previewAnswers(state),
    runs: runAnswers(state),
    jobs: jobAnswers(state),
    pushes: pushAnswers(state),
    events: {
      stream: routes.events.stream.handler(async function* ({ signal }) {
        yield* publisher.subscribe('live', { signal })
      }),
    },
  })
}

/** A `SyncError` of an answer in the form in which it goes over the wire. */
function rethrow(error: unknown): never {
  throw error instanceof SyncError ? wireError(error.code, error.message, error.details) : error
}

function wireError(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
  return new ORPCError(code, { defined: true, status: errors[code].status, message, data: details })
}

async function pause(delay: number | 'forever', signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('The call was aborted.', 'AbortError')))
    if (delay !== 'forever') setTimeout(resolve, delay)
  })
}
