import { connection } from './handlers/connection.ts'
import { events } from './handlers/events.ts'
import { jobs } from './handlers/jobs.ts'
import { mapping } from './handlers/mapping.ts'
import { pipelines } from './handlers/pipelines.ts'
import { preview } from './handlers/preview.ts'
import { pushes } from './handlers/pushes.ts'
import { runs } from './handlers/runs.ts'
import { schema } from './handlers/schema.ts'
import { setup } from './handlers/setup.ts'
import { routes } from './request-context.ts'

/** Every route of the contract with its handler. */
export const router = routes.router({ connection, setup, schema, mapping, pipelines, preview, runs, jobs, pushes, events })
