import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { scenarioTable } from '../packages/emulator/conformance/table.ts'

const page = readFileSync(join(import.meta.dirname, 'emulator.md'), 'utf8')

// After a change: node packages/emulator/conformance/write-table.ts
it('lists every conformance scenario as it is', () => {
  const [, shown] = /<!-- scenarios -->\n\n([^]*)\n\n<!-- \/scenarios -->/.exec(page) ?? []
  expect(shown).toBe(scenarioTable())
})
