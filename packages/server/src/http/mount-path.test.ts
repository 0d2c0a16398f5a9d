import { describe, expect, it } from 'vitest'
import { findMountPath, matchPlainRoute } from './mount-path.ts'

describe('findMountPath', () => {
  it.each([
    ['/connection', ''],
    ['/api/salesforce/connection', '/api/salesforce'],
    ['/api/salesforce/jobs/people', '/api/salesforce'],
    ['/api/salesforce/jobs/7/records/9/fields', '/api/salesforce'],
    ['/a/records/pipeline:deals/6f1c/push', '/a'],
    ['/integrations/salesforce/connection/callback', '/integrations/salesforce'],
    ['/x/jobs/7/results.csv', '/x'],
    ['/x/connection/start', '/x'],
    ['/api/salesforce/runs/', '/api/salesforce'],
  ])('sees that %s is mounted at "%s"', (pathname, mountPath) => {
    expect(findMountPath(pathname)).toBe(mountPath)
  })

  it('knows no mount path for a path of somebody else', () => {
    expect(findMountPath('/api/salesforce/unknown')).toBeNull()
  })
})

it('reads the placeholders of a plain route', () => {
  expect(matchPlainRoute('/jobs/7/results.csv', 'resultsCsv')).toEqual({ id: '7' })
  expect(matchPlainRoute('/jobs/7/resultsxcsv', 'resultsCsv')).toBeNull()
})
