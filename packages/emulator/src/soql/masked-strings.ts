const STRING = /'(?:\\[\s\S]|[^'\\])*'/g

/** A query of the same length in which the text between quotes is blank, so that keywords can be looked for in what is left. */
export function maskedStrings(soql: string): string {
  return soql.replaceAll(STRING, (text) => `'${' '.repeat(text.length - 2)}'`)
}
