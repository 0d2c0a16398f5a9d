import type { Reporter, TestModule } from 'vitest/node'
import { whole } from './support/visit.ts'

/** Says of each acceptance check whether it passed, in their order, and closes with how many did. */
export default class AcceptanceReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const suites = modules
      .filter(({ project }) => project.name === 'acceptance')
      .flatMap(({ children }) => [...children.suites()])
    if (suites.length === 0) return
    const numbered = suites.toSorted((one, other) => Number.parseInt(one.name, 10) - Number.parseInt(other.name, 10))
    for (const suite of numbered) console.log(`${suite.state() === 'passed' ? 'passed' : 'FAILED'}  ${suite.name}`)
    const passed = numbered.filter((suite) => suite.state() === 'passed').length
    console.log(`acceptance: ${passed} of ${whole ? 25 : `${numbered.length} looked at`} passed`)
  }
}
