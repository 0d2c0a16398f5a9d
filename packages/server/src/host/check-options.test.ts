import { describe, expect, it } from 'vitest'
import type { SalesforceServerOptions } from '../create-salesforce-server.ts'
import { checkOptions } from './check-options.ts'
import { encryptionKeys } from './encryption-keys.ts'

const nothing = { info: () => undefined, warn: () => undefined, error: () => undefined }
const good = {
  authenticate: async () => null,
  records: { write: () => undefined, schema: () => undefined, read: () => undefined },
  salesforce: { clientId: 'c', redirectUri: 'https://app.example/api/salesforce/connection/callback' },
} as unknown as SalesforceServerOptions

describe('options', () => {
  it('that are all there pass', () => {
    expect(() => checkOptions(good)).not.toThrow()
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['no authenticate', { authenticate: undefined }, '`authenticate`'],
    ['no records', { records: undefined }, '`records`'],
    ['records that are something else', { records: {} }, '`records`'],
    ['no app', { salesforce: undefined }, '`salesforce.clientId`'],
    [
      'a redirect URI that is no URL',
      { salesforce: { ...good.salesforce, redirectUri: '/callback' } },
      '`salesforce.redirectUri`',
    ],
    ['a login URL that is no URL', { salesforce: { ...good.salesforce, loginUrl: 'login' } }, '`salesforce.loginUrl`'],
    ['a strange API version', { salesforce: { ...good.salesforce, apiVersion: '66' } }, '`salesforce.apiVersion`'],
    ['a base path without a slash', { basePath: 'api' }, '`basePath`'],
    ['no retention at all', { retention: { days: 0 } }, '`retention.days`'],
    ['no run at once', { limits: { concurrentRuns: 0 } }, '`limits.concurrentRuns`'],
  ])('%s is one clear sentence', (_, change, named) => {
    const check = () => checkOptions({ ...good, ...change })
    expect(check).toThrow(named)
    expect(check).toThrow(/^createSalesforceServer: .*\.$/)
  })
})

describe('encryption keys', () => {
  it('are required where tokens are real', () => {
    expect(() => encryptionKeys(undefined, nothing, 'production')).toThrow('`keys`')
    expect(() => encryptionKeys(undefined, nothing, '')).toThrow('`keys`')
    expect(encryptionKeys(undefined, nothing, 'development')).toHaveLength(1)
  })
})
