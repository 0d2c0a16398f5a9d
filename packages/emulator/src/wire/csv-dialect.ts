const delimiters = { BACKQUOTE: '`', CARET: '^', COMMA: ',', PIPE: '|', SEMICOLON: ';', TAB: '\t' } as const
const lineEndings = { LF: '\n', CRLF: '\r\n' } as const

export type DelimiterName = keyof typeof delimiters
export type LineEndingName = keyof typeof lineEndings

/** What parts the cells and the records of a bulk job's CSV. Cells are always quoted with `"`. */
export interface CsvDialect {
  readonly delimiter: string
  readonly lineEnding: string
}

export function isDelimiterName(name: unknown): name is DelimiterName {
  return typeof name === 'string' && Object.hasOwn(delimiters, name)
}

export function isLineEndingName(name: unknown): name is LineEndingName {
  return typeof name === 'string' && Object.hasOwn(lineEndings, name)
}

export function csvDialect(delimiter: DelimiterName, lineEnding: LineEndingName): CsvDialect {
  return { delimiter: delimiters[delimiter], lineEnding: lineEndings[lineEnding] }
}
