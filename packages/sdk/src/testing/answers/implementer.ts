import { implement } from '@orpc/server'
import { contract } from '../../contract/routes.ts'

/** The contract, to be answered route by route. */
export const routes = implement(contract)
