import { parseQuery, type Query } from '@jetstreamapp/soql-parser-js'
import { emulatorLimit, refusal, type SalesforceError } from '../wire/salesforce-error.ts'
import { maskedStrings } from './masked-strings.ts'
import { errorAt } from './soql-error.ts'

/** Parses a query; throws MALFORMED_QUERY as Salesforce words it. */
export function parseSoql(soql: string): Query & { sObject: string } {
  const masked = maskedStrings(soql)
  refuseUnread(soql, masked)
  let query: Query
  try {
    query = parseQuery(singleSpaced(soql, masked))
  } catch (error) {
    throw malformed(soql, masked, error instanceof Error ? error.message : String(error))
  }
  const { sObject } = query
  if (!sObject) throw unexpected(soql, '<EOF>', soql.length)
  return { ...query, sObject }
}

/** Constructs that the parser can't read, or reads without a word while leaving something out. */
const unread: readonly (readonly [RegExp, string])[] = [
  [/\brollup\s*\(/i, 'GROUP BY ROLLUP'],
  [/\bcube\s*\(/i, 'GROUP BY CUBE'],
  [/\bgrouping\s*\(/i, 'GROUPING()'],
  [/\bnot[\s(]+not[\s(]+not\b/i, 'three NOTs in a row'],
  [/\bfrom\s+\w+(?:\s+\w+)?\s*,/i, 'several objects in FROM'],
  [/\bas\s+[a-z]/i, 'AS before an alias'],
  [/\bwith\s+(?!security_enforced\b|user_mode\b|system_mode\b|data\s)\w+/i, 'this WITH clause'],
  [/\bhaving\b(?=.*\bnot\b(?!\s+in\b))(?=.*\b(?:and|or)\b)/is, 'NOT beside other conditions in HAVING'],
]

function refuseUnread(soql: string, masked: string): void {
  if (/\ball\s+rows\s*$/i.test(masked)) throw refusal('MALFORMED_QUERY', 'ALL ROWS not allowed in this context')
  if (/[=<>(,]\s*:\s*[a-z]/i.test(masked)) throw refusal('MALFORMED_QUERY', 'Bind variables only allowed in Apex code')
  const joint = /\b(?:where|having)\s+(and|or)\b/i.exec(masked)
  if (joint) throw unexpected(soql, joint[1] ?? '', joint.index + joint[0].length - (joint[1] ?? '').length)
  for (const [pattern, name] of unread) if (pattern.test(masked)) throw emulatorLimit(name)
}

/** The parser knows `ORDER BY`, `GROUP BY` and `DATA CATEGORY` with one space only. */
function singleSpaced(soql: string, masked: string): string {
  let text = ''
  let from = 0
  for (const { index, 0: match } of masked.matchAll(/\b(?:order|group|data)(\s+)(?=by\b|category\b)/gi)) {
    const word = match.trimEnd()
    text += `${soql.slice(from, index + word.length)} `
    from = index + match.length
  }
  return text + soql.slice(from)
}

function malformed(soql: string, masked: string, parserMessage: string): SalesforceError {
  const [, character, offset] = /unexpected character: ->(.)<- at offset: (\d+)/s.exec(parserMessage) ?? []
  if (character !== undefined) return unexpected(soql, character, Number(offset))
  const [, quoted, bare] = /found:? (?:--> )?(?:'(.*?)'(?: <--|$)|(\S+))/s.exec(parserMessage) ?? []
  const token = quoted ?? bare
  if (!token) return unexpected(soql, '<EOF>', soql.length)
  const asWord = new RegExp(`(?<![\\w.'])${token.replaceAll(/[^\w]/g, String.raw`\$&`)}(?![\\w.])`)
  const place = token.startsWith("'") ? soql.lastIndexOf(token) : masked.search(asWord)
  return unexpected(soql, token, Math.max(0, place))
}

/** Says which word should not stand there. The caret stands where the word before it ends; of the first word there is no picture. */
function unexpected(soql: string, token: string, index: number): SalesforceError {
  const end = soql.slice(0, index).trimEnd().length
  if (end === 0) return refusal('MALFORMED_QUERY', `unexpected token: ${token}`)
  return errorAt('MALFORMED_QUERY', soql, end, `unexpected token: '${token}'`)
}
