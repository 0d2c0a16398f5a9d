import { readdirSync, readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { itRecorded, recordedText } from './recordings.ts'

/** Recordings that no test compares, by the beginning of their path, and why. */
const leftOut: Readonly<Record<string, string>> = {
  'amp-labs/metadata/delete/': 'the emulator has no Metadata SOAP API',
  'amp-labs/metadata/write/object15/': 'the emulator has no Metadata SOAP API',
  'amp-labs/metadata/write/read-field-permissions': 'the emulator has no Metadata SOAP API',
  'amp-labs/metadata/write/write-field-permissions': 'the emulator has no Metadata SOAP API',
  'amp-labs/read-opportunity-with-contacts.json': 'the emulator has no OpportunityContactRole',
  'describe/cumulusci-scratch/Case.json': 'the emulator has no Case',
  'describe/cumulusci-scratch/Custom__c.json': 'cut down by its recorder to three fields',
  'describe/cumulusci-scratch/Lead.json': 'the emulator has no Lead',
  'describe/cumulusci-scratch/OpportunityContactRole.json': 'the emulator has no OpportunityContactRole',
  'query/sosl_results.json': 'the emulator has no search',
  'restforce/auth_error_response.json': 'of the password flow, which the emulator does not have',
  'restforce/sobject/create_success_response.json': 'made by hand; amp-labs/create-ok.json was recorded',
  'restforce/sobject/describe_sobjects_success_response.json': 'of v23.0, with fewer keys in another order',
  'restforce/sobject/list_sobjects_success_response.json': 'of v23.0, with fewer keys in another order',
  'restforce/sobject/list_view_results_success_response.json': 'the emulator has no list views',
  'restforce/sobject/org_query_response.json': 'made by hand, with an id of 15 characters',
  'restforce/sobject/query_success_response.json': 'of an object that nobody knows, with attributes at the end',
  'restforce/sobject/recent_success_response.json': 'the emulator keeps no recent items',
  'restforce/sobject/search_': 'the emulator has no search',
  'restforce/sobject/sobject_describe_success_response.json': 'of v20.0, with fewer keys in another order',
  'restforce/sobject/sobject_find_success_response.json': 'of an object that nobody knows',
  'restforce/sobject/sobject_select_success_response.json': 'of an object that nobody knows',
  'sessions/cumulusci/upsert_by_external_id_bulk1_session.json': 'the emulator has no Bulk API 1.0',
}

itRecorded('every recording is compared with the emulator, or left out for a reason', 'ORIGINS.tsv', () => {
  const tests = readdirSync(new URL('.', import.meta.url)).filter(
    (name) => name.endsWith('.test.ts') && name !== 'origins.test.ts',
  )
  const compared = tests.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8')).join('\n')
  const paths = recordedText('ORIGINS.tsv')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t')[0] ?? '')
  expect(paths.length).toBeGreaterThan(80)
  const forgotten = paths.filter(
    (path) => !Object.keys(leftOut).some((start) => path.startsWith(start)) && !isNamedIn(compared, path),
  )
  expect(forgotten).toEqual([])
})

/** Tests name a recording by its path, or by its last part where they make the path from several. */
function isNamedIn(tests: string, path: string): boolean {
  const file = path.split('/').at(-1) ?? ''
  const name = file.replace(/(_response)?\.\w+$/, '')
  return tests.includes(path) || tests.includes(`/${file}`) || tests.includes(`'${name}'`)
}
