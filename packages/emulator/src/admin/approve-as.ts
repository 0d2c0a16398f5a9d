export type Decision = 'allow' | 'deny'

/** Signs in on the authorize page and answers the consent page; gives the address of the app the browser is sent to. */
export async function approveAs(authorizeUrl: string, username: string, decision: Decision): Promise<string> {
  const asked = new URL(authorizeUrl)
  const request = asked.searchParams.toString()
  const opened = await fetch(asked, { redirect: 'manual' })
  if (!isPage(opened)) return destination(opened, asked.origin)
  const login = await post(asked.origin, 'login', { request, username, password: 'any password' })
  if (!isPage(login)) return destination(login, asked.origin)
  const cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? ''
  return destination(await post(asked.origin, 'decision', { request, decision }, cookie), asked.origin)
}

function isPage(response: Response): boolean {
  return response.status === 200
}

async function destination(response: Response, origin: string): Promise<string> {
  const location = response.headers.get('Location')
  if (location && new URL(location, origin).origin !== origin) return location
  const page = location ? await fetch(new URL(location, origin)) : response
  throw new Error(`The browser stayed with Salesforce: ${textOf(await page.text())}`)
}

function post(origin: string, step: string, form: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(`${origin}/services/oauth2/authorize/${step}`, {
    method: 'POST',
    redirect: 'manual',
    headers: cookie ? { Cookie: cookie } : {},
    body: new URLSearchParams(form),
  })
}

/** The words of a page without its markup. */
function textOf(page: string): string {
  const body = page.slice(page.indexOf('<body'))
  return body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}
