export { JobDetail, type JobDetailProps } from './job-detail.tsx'
export { type JobDetailMessages, jobDetailMessages } from './job-detail.messages.ts'
export { JobDetailView, type JobDetailViewProps } from './job-detail.view.tsx'
export {
  type Expansion,
  type FieldsState,
  type JobDetailState,
  type RecordList,
  useJobDetail,
  type UseJobDetailOptions,
} from './use-job-detail.ts'
export { jobSearch, type JobView, jobViewOf, type OutcomeFilter } from './job-view.ts'
export type { Export } from './use-export.ts'
export type { Retry } from './use-retry.ts'
