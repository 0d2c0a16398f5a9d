import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const program = join(import.meta.dirname, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js')

/** What a command answers with `--json`. A refusal has no result but a name and a message. */
export interface Answer<Result> {
  status: number
  result: Result
  name?: string
  message?: string
}

/** The Salesforce CLI, unmodified, with a home of its own, so that it neither finds nor leaves anything on this machine. */
export class SalesforceCli {
  readonly #env: NodeJS.ProcessEnv
  readonly #folder: string

  /** `folder` is its home and where it works; `accessToken` is what `org login access-token` takes. */
  constructor(folder: string, accessToken: string) {
    if (!existsSync(program))
      throw new Error('The Salesforce CLI is not installed. Run `npm run conformance:cli`, which installs it.')
    this.#folder = folder
    this.#env = {
      ...process.env,
      HOME: folder,
      SF_ACCESS_TOKEN: accessToken,
      SF_DISABLE_TELEMETRY: 'true',
      SF_AUTOUPDATE_DISABLE: 'true',
      SF_SKIP_NEW_VERSION_CHECK: 'true',
      SF_HIDE_RELEASE_NOTES: 'true',
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
    }
  }

  /** Runs a command such as `'org display'` with `--json`, whether it ends well or not. */
  async json<Result = Record<string, unknown>>(command: string, ...flags: string[]): Promise<Answer<Result>> {
    const { stdout } = await this.#run([...command.split(' '), ...flags, '--json']).catch((failure: { stdout?: string }) => {
      if (failure.stdout) return { stdout: failure.stdout }
      throw failure
    })
    return JSON.parse(stdout) as Answer<Result>
  }

  /** What a command prints for people. Rejects when it ends badly. */
  async text(command: string, ...flags: string[]): Promise<string> {
    return (await this.#run([...command.split(' '), ...flags])).stdout
  }

  #run(args: string[]): Promise<{ stdout: string }> {
    return run(process.execPath, [program, ...args], { cwd: this.#folder, env: this.#env, maxBuffer: 64 * 1024 * 1024 })
  }
}
