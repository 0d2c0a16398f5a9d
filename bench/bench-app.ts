/** The connected app of the benchmark, and who signs in. */
export const benchApp = {
  clientId: 'bench',
  clientSecret: 'bench-secret',
  baseUrl: 'http://bench.test/api/salesforce',
  redirectUri: 'http://bench.test/api/salesforce/connection/callback',
  username: 'dana@acme-industrial.example',
}
