/** One piece of a message: literal text, or a place for a value. */
export type Piece = string | Place

/** Where a value goes, and how it is written there. */
export interface Place {
  readonly name: string
  readonly kind: 'text' | 'number' | 'percent' | 'list' | Choice
  /** By plural category, exact number (`=0`) or value; only where there is a choice. */
  readonly options?: ReadonlyMap<string, Pattern>
}

/** A message taken apart. */
export type Pattern = readonly Piece[]

type Choice = 'plural' | 'selectordinal' | 'select'

/** What is still to be read of a message. */
interface Reader {
  readonly source: string
  at: number
}

/**
 * Takes an ICU message apart: `{x}`, `{x, number}`, `{x, number, percent}`, `{x, list}`, and nested `plural`,
 * `selectordinal` and `select`. An apostrophe quotes braces (and `#` in a plural); two of them make one.
 * Throws a sentence that says where the message breaks.
 */
export function parsePattern(source: string): Pattern {
  const reader = { source, at: 0 }
  const pattern = readPattern(reader, null)
  if (reader.at < source.length) fail(reader, 'a brace closes nothing')
  return pattern
}

const text = /(?:[^{}']|''|'[{}](?:[^']|'')*(?:'|$)|')+/y
const textOfPlural = /(?:[^{}#']|''|'[{}#](?:[^']|'')*(?:'|$)|')+/y

/** `counted` names the value that `#` stands for, directly inside a plural. */
function readPattern(reader: Reader, counted: string | null): Pattern {
  const pieces: Piece[] = []
  while (reader.at < reader.source.length && reader.source[reader.at] !== '}') {
    if (take(reader, /\{/y)) pieces.push(readPlace(reader))
    else if (counted !== null && take(reader, /#/y)) pieces.push({ name: counted, kind: 'number' })
    else pieces.push(unquote(take(reader, counted === null ? text : textOfPlural) ?? '', counted))
  }
  return pieces
}

function unquote(literal: string, counted: string | null): string {
  const quoted = counted === null ? /''|'([{}](?:[^']|'')*)(?:'|$)/g : /''|'([{}#](?:[^']|'')*)(?:'|$)/g
  return literal.replace(quoted, (_, inside?: string) => inside?.replaceAll("''", "'") ?? "'")
}

function readPlace(reader: Reader): Place {
  const name = take(reader, /\s*\w+\s*/y)?.trim() ?? fail(reader, 'a value needs a name')
  if (take(reader, /\}/y)) return { name, kind: 'text' }
  const kind = take(reader, /,\s*\w+\s*/y)
    ?.slice(1)
    .trim()
  if (kind === 'plural' || kind === 'selectordinal' || kind === 'select') return readChoice(reader, name, kind)
  if (kind !== 'number' && kind !== 'list') return fail(reader, `${name} has no known type`)
  const percent = kind === 'number' && take(reader, /,\s*percent\s*/y)
  if (!take(reader, /\}/y)) fail(reader, `${name} is not closed`)
  return { name, kind: percent ? 'percent' : kind }
}

function readChoice(reader: Reader, name: string, kind: Choice): Place {
  const options = new Map<string, Pattern>()
  take(reader, /,/y)
  while (!take(reader, /\s*\}/y)) {
    const selector = take(reader, kind === 'select' ? /\s*\w+\s*/y : /\s*(?:=\d+|zero|one|two|few|many|other)\s*/y)?.trim()
    if (selector === undefined || !take(reader, /\{/y)) return fail(reader, `${name} lacks an option`)
    options.set(selector, readPattern(reader, kind === 'select' ? null : name))
    if (!take(reader, /\}/y)) fail(reader, `${name} is not closed`)
  }
  if (!options.has('other')) fail(reader, `${name} has no option called other`)
  return { name, kind, options }
}

/** Moves past what the sticky expression matches here. */
function take(reader: Reader, expression: RegExp): string | undefined {
  expression.lastIndex = reader.at
  const found = expression.exec(reader.source)?.[0]
  reader.at += found?.length ?? 0
  return found
}

function fail({ source, at }: Reader, what: string): never {
  throw new SyntaxError(`${what}, at character ${at} of the message "${source}".`)
}
