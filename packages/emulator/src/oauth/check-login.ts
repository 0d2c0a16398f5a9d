import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'

/** Why a user could not sign in. */
export interface FailedLogin {
  /** What Salesforce tells the person, which is the same for every reason. */
  message: string
  /** The emulator's own word on the reason. */
  hint: string
  /** As LoginHistory calls it. */
  status: string
}

const WRONG_LOGIN = "Please check your username and password. If you still can't log in, contact your Salesforce administrator."

/** Whether a person may sign in. Any password will do, but none will not. */
export function checkLogin(
  org: Org,
  username: string,
  password: string,
): { user: Row; failure?: undefined } | { user?: Row; failure: FailedLogin } {
  const [user] = org.table('User').find('Username', username)
  const failed = (hint: string, status: string) => ({ failure: { message: WRONG_LOGIN, hint, status } })
  if (!user) return failed(`This org has no user "${username}". Choose one from the list.`, 'Invalid Login')
  // The status of an inactive user has not been seen on a real org.
  if (user.IsActive !== true) return { user, ...failed(`${username} is inactive in this org.`, 'User is Inactive') }
  if (password === '') return { user, ...failed('Any password will do, but there must be one.', 'Invalid Password') }
  return { user }
}
