import { plainFunction, type FormulaFunction } from './formula-function.ts'

/** What formulas do with texts. Upper and lower case differ. */
export const textFunctions: Readonly<Record<string, FormulaFunction>> = {
  LEN: plainFunction(['text'], 'number', (text: string) => text.length),
  LEFT: plainFunction(['text', 'number'], 'text', (text: string, count: number) => text.slice(0, Math.max(0, count))),
  RIGHT: plainFunction(['text', 'number'], 'text', (text: string, count: number) => (count > 0 ? text.slice(-count) : '')),
  MID: plainFunction(['text', 'number', 'number'], 'text', (text: string, from: number, count: number) =>
    text.slice(Math.max(0, from - 1), Math.max(0, from - 1) + Math.max(0, count)),
  ),
  UPPER: plainFunction(['text', 'text'], 'text', (text: string) => text.toUpperCase(), 1),
  LOWER: plainFunction(['text', 'text'], 'text', (text: string) => text.toLowerCase(), 1),
  TRIM: plainFunction(['text'], 'text', (text: string) => text.trim()),
  CONTAINS: plainFunction(['text', 'text'], 'boolean', (text: string, part: string) => text.includes(part)),
  BEGINS: plainFunction(['text', 'text'], 'boolean', (text: string, part: string) => text.startsWith(part)),
  SUBSTITUTE: plainFunction(['text', 'text', 'text'], 'text', (text: string, old: string, put: string) =>
    old === '' ? text : text.replaceAll(old, () => put),
  ),
  FIND: plainFunction(
    ['text', 'text', 'number'],
    'number',
    (part: string, text: string, from = 1) => (part === '' ? 0 : text.indexOf(part, from - 1) + 1),
    2,
  ),
  VALUE: plainFunction(['text'], 'number', (text: string) => (text.trim() === '' ? null : Number(text))),
}
