import type { EmulatedOrg } from './create-org.ts'
import { faultName, timesInWords } from './faults/fault-presets.ts'

/** What a person needs who has just started an org: its address, users, the app, and how to log in from a program. */
export function welcomeText({ url, admin, faults }: EmulatedOrg): string {
  const profiles = new Map(admin.find('Profile').map(({ Id, Name }) => [Id, Name]))
  const users = admin.find('User', { IsActive: true })
  const width = Math.max(...users.map(({ Username }) => String(Username).length))
  const { clientId, clientSecret, redirectUris } = admin.app
  const waiting = faults.list().map(({ fault, remaining }) => `  ${faultName(fault)} (${timesInWords(remaining)})`)
  return `An emulated Salesforce org is ready at ${url}
Open it in a browser to look at it and to change it; programs find the same at ${url}/emulator

Users, with any password:
${users.map((user) => `  ${String(user.Username).padEnd(width)}  ${String(profiles.get(user.ProfileId ?? null))}`).join('\n')}

The app that may connect:
  client id      ${clientId}
  client secret  ${clientSecret}
  callback       ${redirectUris.join('\n                 ')}

An access token of the first user, for a program without a browser:
  ${admin.accessToken()}
jsforce:
  new Connection({ instanceUrl: '${url}', accessToken: '…' })
Salesforce CLI:
  SF_ACCESS_TOKEN='…' sf org login access-token --no-prompt --instance-url ${url} --alias emulator
${waiting.length === 0 ? '' : `\nSet to go wrong:\n${waiting.join('\n')}\n`}
Stop with Ctrl+C.`
}
