import type { Text } from '../../messages.ts'
import type { Part } from '../../styles/parts.ts'
import type { JobDetailMessages } from './job-detail.messages.ts'

/** What every part of a job's detail speaks and looks with. */
export interface JobWords {
  t: Text<JobDetailMessages>
  part: Part<'job'>
}
