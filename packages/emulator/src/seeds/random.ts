/** Spreads an integer over all 32 bits: neighbours come out unlike each other, and the same input always gives the same output. */
export function mix(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return (bits ^ (bits >>> 15)) >>> 0
}

/** A repeatable source of chance, one for each record, so that a record can be made without those before it. */
export interface Random {
  /** An integer from 0 to `below` - 1. */
  integer(below: number): number
  /** True in `percent` of 100 cases. */
  percent(percent: number): boolean
  pick<T>(choices: readonly T[]): T
  /** `value` in `percent` of 100 cases, otherwise null, as people leave a field blank. */
  sometimes<T>(percent: number, value: T): T | null
}

/** Makes the source of chance of record `index`; `topic` tells apart what is drawn for the same record. */
export function randomFor(topic: number, index: number): Random {
  let state = mix(mix(topic) ^ index)
  const integer = (below: number) => {
    state = mix((state + 0x9e3779b9) >>> 0)
    return state % below
  }
  const percent = (share: number) => integer(1000) < share * 10
  return {
    integer,
    percent,
    pick: <T>(choices: readonly T[]): T => {
      const choice = choices[integer(choices.length)]
      if (choice === undefined) throw new Error('There is nothing to pick from.')
      return choice
    },
    sometimes: (share, value) => (percent(share) ? value : null),
  }
}
