// Writes the table of scenarios into docs/emulator.md.
import { readFileSync, writeFileSync } from 'node:fs'
import { scenarioTable } from './table.ts'

const page = new URL('../../../docs/emulator.md', import.meta.url)
const around = /(<!-- scenarios -->\n)[^]*(<!-- \/scenarios -->)/
writeFileSync(
  page,
  readFileSync(page, 'utf8').replace(around, (_, before: string, after: string) => `${before}\n${scenarioTable()}\n\n${after}`),
)
