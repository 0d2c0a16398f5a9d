/** Whether a cell holds nothing but spaces. Only a first character that could be one is looked at twice: this runs for every cell of a pull. */
export function isBlankCell(cell: string): boolean {
  if (cell === '') return true
  const first = cell.charCodeAt(0)
  return (first <= 32 || first >= 160) && cell.trim() === ''
}
