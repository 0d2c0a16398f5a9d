#!/usr/bin/env node
import { helpText, readCliOptions } from './cli-options.ts'
import { createOrg } from './create-org.ts'

try {
  const { help, ...options } = readCliOptions(process.argv.slice(2))
  if (help) console.log(helpText)
  else await start(options)
} catch (error) {
  fail(error)
  console.error('Try --help.')
}

function fail(error: unknown): void {
  console.error(`salesforce-emulator: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}

async function start(options: Parameters<typeof createOrg>[0]): Promise<void> {
  const org = await createOrg(options)
  const stop = () => void org.close().catch(fail)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const users = org.admin.find('User', { IsActive: true }).map((user) => `  ${String(user.Username)}`)
  console.log(`An emulated Salesforce org is ready at ${org.url}\n`)
  console.log(`Sign in as one of these, with any password:\n${users.join('\n')}\n`)
  console.log(`Client id ${org.admin.app.clientId}, client secret ${org.admin.app.clientSecret}, callbacks:`)
  console.log(org.admin.app.redirectUris.map((uri) => `  ${uri}`).join('\n'))
  console.log('\nStop with Ctrl+C.')
}
