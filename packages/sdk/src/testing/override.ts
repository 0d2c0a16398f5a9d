import type { InferContractRouterOutputs } from '@orpc/contract'
import type { ErrorCode } from '../contract/errors.ts'
import { type Contract, contract } from '../contract/routes.ts'

type Outputs = InferContractRouterOutputs<Contract>

/** `connection.get`, `runs.start` …: every route of the contract by its dotted name. */
export type RouteName = {
  [Group in keyof Contract]: `${Group & string}.${keyof Contract[Group] & string}`
}[keyof Contract]

/** The dotted name of a route of the contract. */
export function routeNameOf(path: readonly string[]): RouteName {
  const name = path.join('.')
  if (!isRouteName(name)) throw new Error(`The contract has no route ${name}.`)
  return name
}

function isRouteName(name: string): name is RouteName {
  const [group = '', route = ''] = name.split('.')
  return Object.entries(contract).some(([key, routes]) => key === group && route in routes)
}

type OutputOf<Route extends RouteName> = Route extends `${infer Group extends keyof Contract}.${infer Name}`
  ? Outputs[Group][Name & keyof Outputs[Group]]
  : never

/** What one route does instead of answering from the scenario's data. Parts combine: a delayed error, say. */
export interface Override<Route extends RouteName = RouteName> {
  /** Only calls whose input has these values; all calls where it is left out. */
  where?: Readonly<Record<string, unknown>>
  /** Milliseconds before the answer; `forever` keeps the caller waiting. */
  delay?: number | 'forever'
  /** Fails with this error of the contract; `offline` fails as an unreachable server does. */
  error?: ScenarioError | 'offline'
  /** Answers this instead. */
  answer?: OutputOf<Route>
}

export interface ScenarioError {
  code: ErrorCode
  message: string
  details?: Readonly<Record<string, unknown>>
}

export type Overrides = { [Route in RouteName]?: Override<Route> }
