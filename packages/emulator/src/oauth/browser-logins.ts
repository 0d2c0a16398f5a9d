import { randomUUID } from 'node:crypto'

/** Which browsers are signed in to the org, by a cookie. */
export class BrowserLogins {
  readonly #users = new Map<string, string>()

  signIn(userId: string): string {
    const cookie = randomUUID()
    this.#users.set(cookie, userId)
    return cookie
  }

  userOf(cookie: string | undefined): string | undefined {
    return cookie === undefined ? undefined : this.#users.get(cookie)
  }
}
