/**
 * SOQL of this folder's own look-ups. Names of objects and columns come from a describe and go in as they are; a value goes
 * in through `textLiteral` or `textList`.
 */
export function buildQuery(query: {
  object: string
  columns: readonly string[]
  where?: readonly string[]
  /** So many rows at most, those changed last first. */
  newestFirst?: number
}): string {
  const names = [query.object, ...query.columns]
  const wrong = names.find((name) => !/^[A-Za-z]\w*(\.[A-Za-z]\w*)*$/.test(name))
  if (wrong !== undefined) throw new Error(`“${wrong}” is no name of a Salesforce object or field.`)
  const where = query.where?.length ? ` WHERE ${query.where.map((condition) => `(${condition})`).join(' AND ')}` : ''
  const order = query.newestFirst === undefined ? '' : ` ORDER BY SystemModstamp DESC LIMIT ${query.newestFirst}`
  return `SELECT ${query.columns.join(', ')} FROM ${query.object}${where}${order}`
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
}

/** A text in quotes that cannot end them: `O'Neill` becomes `'O\'Neill'`. */
export function textLiteral(text: string): string {
  // oxlint-disable-next-line no-control-regex -- a backspace is one of the characters that SOQL wants escaped
  return `'${text.replace(/[\\'"\n\r\t\u0008\f]/g, (character) => escapes[character] ?? character)}'`
}

/** A LIKE pattern for texts that hold this one, whatever wildcards it has itself. */
export function containsLiteral(text: string): string {
  const literal = textLiteral(text).slice(1, -1)
  return `'%${literal.replace(/[%_]/g, '\\$&')}%'`
}

/** Texts for IN: `('a','b')`. */
export function textList(texts: readonly string[]): string {
  return `(${texts.map(textLiteral).join(',')})`
}
