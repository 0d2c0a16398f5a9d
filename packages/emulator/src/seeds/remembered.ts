import type { Row } from '../org/table.ts'

/** Makes every row once and keeps it: for seeds small enough to hold, whose rows take some thought to make. */
export function remembered(make: (index: number) => Row): (index: number) => Row {
  const rows: Row[] = []
  return (index) => (rows[index] ??= make(index))
}
