/** What is measured, and how good it has to be: `first` for the first version, `goal` in the end. */
export interface Figure {
  unit: string
  goal: number
  first: number
  /** Whether more is better, or less. */
  better: 'more' | 'less'
}

const more = (unit: string, goal: number, first: number): Figure => ({ unit, goal, first, better: 'more' })
const less = (unit: string, goal: number, first: number): Figure => ({ unit, goal, first, better: 'less' })

export const figures = {
  'pull.ratioToLimit': more('× COPY of ready rows', 0.8, 0.45),
  'pull.ratioToScript': more('× the developer’s script', 7, 4),
  'pull.ratioToJsforceRead': more('× jsforce reading alone', 2, 1),
  'pull.peakRssMb': less('MB', 250, 400),
  'pull.unchangedRatio': more('× the first pull', 1.6, 1.1),
  'pull.nodeCpuUs': less('µs a record', 15, 45),
  'pull.pglite': more('× PGlite COPY of the same rows', 0.6, 0.4),
  'push.ratioToDirect': less('× a direct jsforce upsert, org 40 ms away', 1.3, 2),
  'mapping.validateMs': less('ms', 5, 20),
  'coerce.usPerRow': less('µs', 6, 15),
  'coerce.pushUsPerRow': less('µs', 15, 40),
  'coerce.rowsPerSecond': more('rows a second on one core', 160_000, 65_000),
  'history.pageMs': less('ms', 100, 300),
  'start.coldMs': less('ms', 90_000, 150_000),
  'start.warmMs': less('ms', 10_000, 20_000),
} as const satisfies Record<string, Figure>

export type FigureName = keyof typeof figures

/** Figures that were measured; other names are shown without a goal. */
export type Results = Partial<Record<FigureName, number>> & Record<string, number>

/** A table of what was measured beside what it has to be. */
export function table(results: Results): string {
  const rows = Object.entries(results).map(([name, value]) => {
    const figure = (figures as Record<string, Figure>)[name]
    if (!figure) return [name, shown(value), '', '', '']
    return [name, shown(value), figure.unit, shown(figure.goal), verdict(figure, value)]
  })
  const head = ['figure', 'measured', 'unit', 'goal', '']
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function verdict({ better, goal, first }: Figure, value: number): string {
  const reaches = (wanted: number) => (better === 'more' ? value >= wanted : value <= wanted)
  if (reaches(goal)) return 'reached'
  return reaches(first) ? `enough for the first version (${shown(first)})` : `short of the first version (${shown(first)})`
}

function shown(value: number): string {
  return new Intl.NumberFormat('en', { maximumSignificantDigits: value >= 1000 ? 6 : 3 }).format(value)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
