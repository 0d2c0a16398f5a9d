/** The entry that `chance`, a whole number of 0 or more, picks. */
export function oneOf<T>(choices: readonly T[], chance: number): T {
  return choices[chance % choices.length]!
}

/** The entry that `chance` picks, or null where `blank` says that nobody filled it in: in one of four cases. */
export function orBlank<T>(blank: number, choices: readonly T[], chance: number): T | null {
  return blank % 4 === 1 ? null : oneOf(choices, chance)
}
