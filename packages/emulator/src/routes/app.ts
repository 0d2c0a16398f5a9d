import type { Hono } from 'hono'
import type { Caller } from './authorize-request.ts'

/** What a route under `/services/data/vNN.0` finds in its context. */
export interface RouteVariables {
  /** Who calls. */
  caller: Caller
  /** The API version of the URL: 67 for `v67.0`. */
  version: number
}

/** The server's routes. Each file of this folder exports a function `(app, org) => void` that adds some. */
export type App = Hono<{ Variables: RouteVariables }>
