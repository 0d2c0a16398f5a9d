/** Why no counterpart was found: nothing matches, several do, the value may not be written, or it belongs to another option. */
export type NoMatch = 'none' | 'several' | 'inactive' | 'taken'

export type Match<Found> = { found: Found } | { missing: NoMatch }

export const isMatch = <Found>(match: Match<Found>): match is { found: Found } => 'found' in match
