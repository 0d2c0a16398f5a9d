import { expect } from 'vitest'
import { prettyJson } from '../../src/wire/pretty-json.ts'
import { itRecorded, recordedText } from './recordings.ts'

const laidOutBySalesforce = [
  'amp-labs/bulk/info/success.json',
  'amp-labs/bulk/read-launch-job-account.json',
  'identity/identity_url_response.json',
  'restforce/sobject/query_aggregate_success_response.json',
  'restforce/sobject/list_view_results_success_response.json',
]

for (const path of laidOutBySalesforce) {
  itRecorded(`JSON is laid out as in ${path}, to the character`, path, () => {
    expect(prettyJson(recordedText(path))).toBe(recordedText(path).trim())
  })
}
