import { expect } from 'vitest'
import { onAnyOrg } from './scenario.ts'

onAnyOrg(19, async ({ url }) => {
  const response = await fetch(`${url}/services/data`)
  expect(response.status).toBe(200)
  expect(response.headers.get('Sforce-Limit-Info')).toBeNull()
  const versions: unknown = await response.json()
  expect(versions).toContainEqual({ label: expect.any(String), url: '/services/data/v60.0', version: '60.0' })
})
