/** A value as the text of a JSON column: null stays null, and undefined stays undefined, so that an update leaves the column alone. */
export function jsonColumn(value: object): string
export function jsonColumn(value: object | null): string | null
export function jsonColumn(value: object | null | undefined): string | null | undefined
export function jsonColumn(value: object | null | undefined): string | null | undefined {
  return value && JSON.stringify(value)
}
