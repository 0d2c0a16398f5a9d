import { execFileSync } from 'node:child_process'

/** Builds what the measured processes run. */
export function buildPackages(): void {
  const wanted = ['sdk', 'server'].flatMap((name) => ['--filter', `@pryzm/salesforce-${name}`])
  execFileSync('pnpm', ['--recursive', ...wanted, 'run', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] })
}
