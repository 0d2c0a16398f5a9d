import type { Caller } from '../../src/index.ts'

const everything = { view: true, create: true, edit: true }
const looking = { view: true, create: false, edit: false }

/** People of the test workspaces, by what they may do. */
const people = {
  admin: { rules: ['integrations:manage', 'integrations:push'], access: everything },
  editor: { rules: ['integrations:push'], access: everything },
  viewer: { rules: [], access: looking },
  /** Manages integrations, but sees no records. */
  outsider: { rules: ['integrations:manage'], access: { view: false, create: false, edit: false } },
} as const satisfies Record<string, { rules: Caller['rules']; access: ReturnType<Caller['access']> }>

export type Person = keyof typeof people

/** Headers that sign a request for a person of a workspace. */
export function signedBy(person: Person, workspace: string): Record<string, string> {
  return { authorization: `${person} ${workspace}` }
}

/** What the test host says of a request; `moduleOff` lists workspaces without the module. */
export function authenticate(moduleOff: ReadonlySet<string>): (request: Request) => Promise<Caller | null> {
  return async (request) => {
    const [name, workspace] = (request.headers.get('authorization') ?? '').split(' ')
    const person = people[name as Person]
    if (person === undefined || workspace === undefined) return null
    return {
      workspace,
      user: { id: `user-${name}`, name: `The ${name}`, email: `${name}@pryzm.example` },
      rules: person.rules,
      moduleEnabled: !moduleOff.has(workspace),
      access: () => person.access,
    }
  }
}
