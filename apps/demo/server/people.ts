import type { Caller } from '@pryzm/salesforce-server'

/** The demo's one tenant. */
export const workspace = 'demo'

const roles = {
  'Workspace Admin': { rules: ['integrations:manage', 'integrations:push'], edits: true },
  Editor: { rules: ['integrations:push'], edits: true },
  Viewer: { rules: [], edits: false },
} as const

export const people = [
  { id: 'ada', name: 'Ada Byron', email: 'ada@pryzm.example', role: 'Workspace Admin' },
  { id: 'eli', name: 'Eli Okafor', email: 'eli@pryzm.example', role: 'Editor' },
  { id: 'vera', name: 'Vera Lindqvist', email: 'vera@pryzm.example', role: 'Viewer' },
] as const

/** Members of the workspace who also own records in the emulated org; a pull matches them by email. */
export const owners = [
  { id: 'dana', name: 'Dana Okoye', email: 'dana@acme-industrial.example' },
  { id: 'marcus', name: 'Marcus Lindqvist', email: 'marcus@acme-industrial.example' },
  { id: 'priya', name: 'Priya Raman', email: 'priya@acme-industrial.example' },
  { id: 'tom', name: 'Tom Becker', email: 'tom@acme-industrial.example' },
  { id: 'lucia', name: 'Lucía Fernández', email: 'lucia@acme-industrial.example' },
]

export type Person = (typeof people)[number]

const cookieName = 'demo_person'

/** Who sends the request. The demo asks for no password: a cookie says whom you chose to be. */
export function personOf(cookies: string | null | undefined): Person {
  const id = new RegExp(`(?:^|;\\s*)${cookieName}=([^;]*)`).exec(cookies ?? '')?.[1]
  return people.find((person) => person.id === id) ?? people[0]
}

export function personCookie(id: string): string {
  return `${cookieName}=${id}; Path=/; HttpOnly; SameSite=Lax`
}

export function canEdit(person: Person): boolean {
  return roles[person.role].edits
}

/** What the kit asks of its host about a request. */
export function callerOf(person: Person, moduleEnabled: boolean): Caller {
  const { rules, edits } = roles[person.role]
  return {
    workspace,
    user: { id: person.id, name: person.name, email: person.email },
    rules,
    moduleEnabled,
    access: () => ({ view: true, create: edits, edit: edits }),
  }
}
