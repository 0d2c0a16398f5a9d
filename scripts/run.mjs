// Prepares the workspace and runs one task of package.json on a machine that has only Node (20.19 or newer) and npm:
// the pinned pnpm comes through npx, dependencies from the frozen lockfile, and the task runs under the pinned Node.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'

const root = new URL('..', import.meta.url)
const pnpm = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).packageManager

// npm 10 takes a Node it finds in node_modules/.bin for its own installation and dies, so npx must not see that folder.
const env = { ...process.env }
const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH')
env[pathName] = env[pathName]
  .split(delimiter)
  .filter((folder) => !/node_modules[\\/]\.bin[\\/]?$/.test(folder))
  .join(delimiter)

// Ctrl-C reaches the task itself; this parent only waits for it, so that the task can stop its servers in order.
process.on('SIGINT', () => {})

const [task, ...rest] = process.argv.slice(2)
runPnpm('install', '--frozen-lockfile')
if (task) runPnpm('run', task, ...rest)

function runPnpm(...args) {
  // Without --prefer-offline npx asks the registry every time, which takes minutes on a machine without a network.
  const result = spawnSync('npx', ['--yes', '--prefer-offline', pnpm, ...args], {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  })
  if (result.error) {
    console.error(`Could not start npx: ${result.error.message}. Install npm, then run this command again.`)
    process.exit(1)
  }
  if (result.status !== 0) process.exit(result.status ?? 1)
}
