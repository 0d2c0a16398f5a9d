import type { Person } from './people.ts'
import { signedBy } from './people.ts'
import { type Workbench, workspace } from './workbench.ts'

export interface SignIn {
  person?: Person
  workspace?: string
  username?: string
  decision?: 'allow' | 'deny'
  returnTo?: string
}

/** Presses Connect and signs in at Salesforce as a person does; returns where the browser ends. */
export async function signIn(bench: Workbench, options: SignIn = {}): Promise<string> {
  const { person = 'admin', workspace: of = workspace, username, decision = 'allow', returnTo = '/settings' } = options
  const { authorizeUrl } = await bench.client(person, of).connection.connect({ returnTo })
  const callback = await bench.org.admin.approve(authorizeUrl, username, decision)
  return comeBack(bench, callback, { person, workspace: of })
}

/** Follows the redirect of Salesforce to the callback. */
export async function comeBack(
  bench: Workbench,
  callback: string,
  { person = 'admin', workspace: of = workspace }: Pick<SignIn, 'person' | 'workspace'> = {},
): Promise<string> {
  const response = await bench.server.handle(new Request(callback, { headers: signedBy(person, of) }))
  return response.headers.get('location') ?? `no redirect but ${response.status}`
}
