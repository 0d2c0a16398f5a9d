import * as z from 'zod'
import { Job, Run } from './job.ts'

/** What the live stream tells an open page. `changed` says that a resource is worth reading again. */
export const LiveEvent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('run'), run: Run }),
    z.object({ type: z.literal('job'), job: Job }),
    z.object({ type: z.literal('changed'), what: z.enum(['connection', 'setup', 'mapping', 'pipelines']) }),
  ])
  .meta({ id: 'LiveEvent' })
export type LiveEvent = z.infer<typeof LiveEvent>
