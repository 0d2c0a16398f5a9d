import type { Field } from './objects/field.ts'

/** Gives out the numbers of auto-number fields. A number is never given twice, also when the write that took it failed. */
export class AutoNumbers {
  readonly #next = new Map<string, number>()

  /** The number, formatted as the field shows it, that a new record gets: `A-{0000}` makes `A-0042`, `{YYYY}` is the year. */
  take(objectName: string, { name, displayFormat }: Field, now: Date): string {
    const key = `${objectName}.${name}`
    const number = this.#next.get(key) ?? 1
    this.#next.set(key, number + 1)
    return formatted(displayFormat ?? '{0}', number, now.toISOString())
  }

  /** Lets a field go on counting from `number`. */
  startAt(objectName: string, fieldName: string, number: number): void {
    this.#next.set(`${objectName}.${fieldName}`, number)
  }

  /** The number that the next record gets. */
  next(objectName: string, fieldName: string): number {
    return this.#next.get(`${objectName}.${fieldName}`) ?? 1
  }

  /** Lets a field that is deleted begin again should it be made anew. */
  forget(objectName: string, fieldName: string): void {
    this.#next.delete(`${objectName}.${fieldName}`)
  }

  get kept(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#next)
  }

  restore(kept: Readonly<Record<string, number>>): void {
    for (const [key, number] of Object.entries(kept)) this.#next.set(key, number)
  }
}

function formatted(format: string, number: number, now: string): string {
  return format.replaceAll(/\{(0+|YYYY|YY|MM|DD)\}/g, (_, part: string) => {
    if (part === 'YYYY') return now.slice(0, 4)
    if (part === 'YY') return now.slice(2, 4)
    if (part === 'MM') return now.slice(5, 7)
    return part === 'DD' ? now.slice(8, 10) : String(number).padStart(part.length, '0')
  })
}
