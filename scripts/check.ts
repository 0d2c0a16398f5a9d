// `npm run check`: what can be told without running the code, and whether the packages are fit to publish
// and the stories in order.
import { type Step, runSteps, staticSteps } from './steps.ts'

const packages = ['sdk', 'server', 'emulator', 'ui']

const packageSteps: Step[] = packages.map((name) => ({
  name: `package ${name}`,
  command: 'node',
  args: ['scripts/check-package.ts', name],
}))

const { passed, failed } = runSteps([
  ...staticSteps,
  { name: 'unused code and exports', command: 'knip' },
  { name: 'build', command: 'pnpm', args: ['run', 'build:run'] },
  ...packageSteps,
  { name: 'sizes', command: 'node', args: ['scripts/check-sizes.ts'] },
  { name: 'used from outside', command: 'vitest', args: ['run', '--project', 'outside'] },
  { name: 'stories', command: 'vitest', args: ['run', '--project', 'storybook'] },
])
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
