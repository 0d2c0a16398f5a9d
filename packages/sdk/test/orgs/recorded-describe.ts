import { existsSync, readFileSync } from 'node:fs'
import { ObjectDescribe } from '../../src/contract/schema.ts'
import type { SalesforceObject } from '../../src/contract/shared.ts'

const folder = new URL('../../../../../shared/data/salesforce/describe/cumulusci-scratch/', import.meta.url)

/** False on machines without the recordings, where tests of them are skipped. */
export const hasRecordings: boolean = existsSync(folder)

/** An object as a real scratch org described it. Throws without the recordings. */
export function recordedDescribe(object: SalesforceObject): ObjectDescribe {
  return ObjectDescribe.parse(JSON.parse(readFileSync(new URL(`${object}.json`, folder), 'utf8')))
}
