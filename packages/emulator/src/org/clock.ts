/** Tells the org what time it is. */
export type Clock = () => Date

/** Writes a moment as the org stores it: Salesforce keeps whole seconds only. */
export function storedInstant(moment: Date): string {
  return `${moment.toISOString().slice(0, 19)}.000Z`
}
