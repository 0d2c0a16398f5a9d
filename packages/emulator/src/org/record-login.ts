import type { Org } from './org.ts'

/** An attempt of a user to sign in: on the login page, or through an app that exchanges a code. */
interface Login {
  userId: string
  loginType: 'Application' | 'Remote Access 2.0'
  application: string
  /** `Success`, or why not. */
  status: string
}

/** Adds a row to LoginHistory, and notes a success as the user's last login. */
export function recordLogin(org: Org, { userId, loginType, application, status }: Login): void {
  const now = org.now()
  org.table('LoginHistory').insert({
    Id: org.ids.next('0Ya'),
    UserId: userId,
    LoginTime: now,
    LoginType: loginType,
    SourceIp: '127.0.0.1',
    LoginUrl: new URL(org.url).host,
    Application: application,
    Status: status,
  })
  if (status === 'Success') org.table('User').update(userId, { LastLoginDate: now })
}
