import { spawnSync } from 'node:child_process'

export interface Step {
  name: string
  command: string
  args?: string[]
}

/** Runs each step in turn, all of them even when one fails, and returns how many passed and failed. */
export function runSteps(steps: readonly Step[]): { passed: number; failed: number } {
  const failed: string[] = []
  for (const { name, command, args = [] } of steps) {
    console.log(`\n— ${name}`)
    const { status, error } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' })
    if (error) console.error(error.message)
    if (status !== 0) failed.push(name)
  }
  if (failed.length > 0) console.error(`\nNot in order: ${failed.join(', ')}`)
  return { passed: steps.length - failed.length, failed: failed.length }
}

/** What can be told without running the code: types, lint, format, boundaries. */
export const staticSteps: readonly Step[] = [
  { name: 'code of the documentation', command: 'node', args: ['scripts/docs-snippets.ts'] },
  { name: 'types', command: 'tsc', args: ['--noEmit'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', command: 'oxfmt', args: ['--check'] },
  { name: 'boundaries', command: 'depcruise', args: ['--config', '.dependency-cruiser.mjs', 'packages', 'apps', 'bench'] },
]
