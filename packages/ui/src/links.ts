import type { SalesforceObject } from '@pryzm/salesforce-sdk'
import type { JobView } from './components/job-detail/job-view.ts'

/** Where the host shows each page of the kit, as paths of its own router. */
export interface Links {
  settings: string
  setup: string
  mapping: string
  /** One row of the mapping, opened by the reason of a skipped field. */
  mappingRow: (object: SalesforceObject, pairId: string) => string
  /** A saved version, such as the one that a job ran with. */
  mappingVersion: (version: number) => string
  jobs: string
  /** One sync; with a view only those of its records, as `jobSearch` writes it into an address. */
  job: (id: string, view?: Pick<JobView, 'outcome'>) => string
}

const base = '/integrations/salesforce'

/** The paths that Pryzm's own pages use. */
export const defaultLinks: Links = {
  settings: base,
  setup: `${base}/mapping?setup=open`,
  mapping: `${base}/mapping`,
  mappingRow: (object, pairId) => `${base}/mapping?object=${object}&pair=${encodeURIComponent(pairId)}`,
  mappingVersion: (version) => `${base}/mapping?version=${version}`,
  jobs: `${base}/jobs`,
  job: (id, { outcome } = {}) => `${base}/jobs/${encodeURIComponent(id)}${outcome ? `?outcome=${outcome}` : ''}`,
}
