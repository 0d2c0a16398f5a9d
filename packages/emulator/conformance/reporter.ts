import { readdirSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { liveOrg } from './live-org.ts'
import { scenarios } from './scenarios.ts'

const marks = { passed: '✓', failed: '✗', skipped: '–', pending: '–', missing: '✗' } as const

/** Prints every scenario by number and name, and closes with `conformance: N of 68 passed`. A scenario without a test fails. */
export default class ConformanceReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const ran = modules.filter((module) => module.project.name === 'conformance')
    if (ran.length === 0) return
    const tests = new Map<number, TestCase>()
    for (const test of ran.flatMap((module) => [...module.children.allTests()])) tests.set(Number.parseInt(test.name, 10), test)
    const states = scenarios.map(({ number }) => tests.get(number)?.result().state ?? 'missing')
    console.log('')
    for (const [index, { number, name }] of scenarios.entries()) {
      const state = states[index] ?? 'missing'
      console.log(`${marks[state]} ${String(number).padStart(2)} ${name}${state === 'missing' ? ' (no test)' : ''}`)
    }
    const skipped = states.filter((state) => state === 'skipped').length
    if (skipped > 0) console.log(`${skipped} skipped: they would leave something behind in a real org.`)
    else if (!liveOrg())
      console.log('Not run against a real org: SALESFORCE_LIVE_INSTANCE_URL and SALESFORCE_LIVE_ACCESS_TOKEN name none.')
    console.log(`conformance: ${states.filter((state) => state === 'passed').length} of ${scenarios.length} passed`)
    if (states.includes('missing') && ran.length === testFiles().length) process.exitCode = 1
  }
}

/** When only some of them were run, it is no wonder that tests are missing. */
function testFiles(): string[] {
  return readdirSync(import.meta.dirname).filter((name) => name.endsWith('.test.ts'))
}
