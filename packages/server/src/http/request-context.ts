import { implement } from '@orpc/server'
import { contract } from '@pryzm/salesforce-sdk/contract'
import type { Caller, Ports } from '../engine/ports/index.ts'

/** What every handler gets besides its input. */
export interface RequestContext {
  ports: Ports
  caller: Caller
}

/** The contract, waiting for its handlers. */
export const routes = implement(contract).$context<RequestContext>()
