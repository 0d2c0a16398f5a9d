import type { Page } from 'playwright'

declare global {
  /** Told of each violation by the page that met it. */
  var tellViolation: ((sentence: string) => void) | undefined
}

const policy = ["default-src 'self'", "style-src 'self'", "script-src 'self'"]

/** What a page under a strict policy was refused, and what it asked of other origins, while something is done in it. */
export async function underPolicy(page: Page, url: string, act: () => Promise<unknown>): Promise<string[]> {
  const found = new Set<string>()
  const said = (await fetch(url)).headers.get('content-security-policy') ?? ''
  for (const rule of policy) if (!said.includes(rule)) found.add(`the page is not under ${rule}`)
  await page.exposeFunction('tellViolation', (sentence: string) => found.add(sentence))
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
      globalThis.tellViolation?.(`${violatedDirective} refused ${blockedURI} of ${sourceFile}:${lineNumber}`),
    ),
  )
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== new URL(url).origin) found.add(`${request.url()} was asked for`)
  })
  await act()
  return [...found]
}
