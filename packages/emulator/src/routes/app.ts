import type { Hono } from 'hono'
import type { RunningCall } from '../org/running-calls.ts'
import type { Caller } from './authorize-request.ts'

/** What a route under `/services/data/vNN.0` finds in its context. */
interface RouteVariables {
  /** Who calls. */
  caller: Caller
  /** The call itself, among those being answered. */
  runningCall: RunningCall
  /** The API version of the URL: 67 for `v67.0`. */
  version: number
  /** What the fault that struck the request is called. */
  fault?: string
}

/** What comes with a request from outside its URL: a part of a composite request brings the caller of the whole. */
interface RouteBindings {
  insideOf?: Caller
  /** The connection the answer goes out on. */
  outgoing?: Connection
}

/** What a fault needs of a connection: to break it. */
export interface Connection {
  destroy(): void
  /** Whether not even the headers of the answer were sent. */
  isWaiting(): boolean
}

/** The types of the server's context. */
export interface AppEnv {
  Variables: RouteVariables
  Bindings: RouteBindings
}

/** The server's routes. Each file of this folder exports a function `(app, org) => void` that adds some. */
export type App = Hono<AppEnv>
