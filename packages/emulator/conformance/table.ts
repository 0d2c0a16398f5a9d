import { scenarios, sourceNames } from './scenarios.ts'

/** The scenarios as a Markdown table, as docs/emulator.md shows it. */
export function scenarioTable(): string {
  const lines = scenarios.map(({ number, name, sources, harmless }) => {
    const known = sources.map((source) => sourceNames[source]).join('; ')
    return [number, name, known, sources.includes('recorded') ? 'yes' : 'no', harmless ? 'yes' : 'no']
  })
  const header = ['#', 'What happens', 'Known from', 'Seen on a real org', 'Runs against one too']
  const rows = [header, ...lines].map((cells) => cells.map((cell) => String(cell).replaceAll('|', String.raw`\|`)))
  const widths = header.map((_, column) => Math.max(3, ...rows.map((cells) => cells[column]?.length ?? 0)))
  const drawn = rows.map((cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`)
  return [drawn[0], `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...drawn.slice(1)].join('\n')
}
