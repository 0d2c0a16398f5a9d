// `npm test`: everything that tells whether the kit is right. Arguments go to Vitest, and then only tests run.
import { runSteps, staticSteps } from './steps.ts'

// The stories are checked by `npm run check`: they are the designers' desk, and take as long as all the rest.
const projects = ['rules', 'conformance', 'server', 'ui', 'e2e'].flatMap((name) => ['--project', name])

/** The checks of `npm run acceptance` that are quick enough to be looked at each time, at a share of the stories. */
const quickChecks = ['02', '09', '14', '23'].map((name) => `acceptance/checks/${name}`)

const filters = process.argv.slice(2)
const checks = filters.length > 0 ? { passed: 0, failed: 0 } : runSteps(staticSteps)
if (checks.failed > 0) {
  console.log(`\n${checks.passed} passed, ${checks.failed} failed`)
  process.exit(1)
}
const tests = [{ name: 'tests', command: 'vitest', args: ['run', ...projects, ...filters] }]
if (filters.length === 0) {
  tests.push({ name: 'acceptance, a share', command: 'vitest', args: ['run', '--project', 'acceptance', ...quickChecks] })
}
process.exit(runSteps(tests).failed > 0 ? 1 : 0)
