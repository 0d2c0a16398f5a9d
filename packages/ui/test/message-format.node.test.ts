import { afterEach, expect, it, vi } from 'vitest'
import { formatsFor } from '../src/formats.ts'
import { formatMessage, type Values } from '../src/message-format.ts'
import { parsePattern } from '../src/message-pattern.ts'
import { bindMessages, type Message } from '../src/messages.ts'

const english = formatsFor('en')

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

it.for<[string, Values, string]>([
  ['Sent to {org}.', { org: 'Acme {west}' }, 'Sent to Acme {west}.'],
  ['{count, number} fields', { count: 12_345 }, '12,345 fields'],
  ['{share, number, percent}', { share: 0.38 }, '38%'],
  ['{count, plural, one {# field} other {# fields}}', { count: 1 }, '1 field'],
  ['{count, plural, one {# field} other {# fields}}', { count: 1_200 }, '1,200 fields'],
  ['{count, plural, =0 {Nothing} one {# field} other {# fields}}', { count: 0 }, 'Nothing'],
  ['{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', { place: 22 }, '22nd'],
  ['{kind, select, push {Push again} other {Pull again}}', { kind: 'push' }, 'Push again'],
  ['{since, select, null {Stopped.} other {Stopped on {since}.}}', { since: null }, 'Stopped.'],
  ['{kind, select, push {{count, plural, one {# push} other {# pushes}}} other {}}', { kind: 'push', count: 2 }, '2 pushes'],
  ['{names, list} are left out', { names: ['People', 'Deals'] }, 'People and Deals are left out'],
  ["It's '{'literal'}', isn''t it", {}, "It's {literal}, isn't it"],
  ["{count, plural, other {'#' #}}", { count: 3 }, '# 3'],
])('%s with %j', ([message, values, expected]) => {
  expect(formatMessage(message, values, english)).toBe(expected)
})

it('chooses among all the plural categories of a language', () => {
  const message = '{n, plural, zero {z} one {o} two {t} few {f} many {m} other {x}}'
  const arabic = formatsFor('ar')
  expect([0, 1, 2, 3, 11, 100].map((n) => formatMessage(message, { n }, arabic))).toEqual(['z', 'o', 't', 'f', 'm', 'x'])
})

it.for([
  ['{count', 'count is not closed|no known type'],
  ['a } b', 'a brace closes nothing'],
  ['{}', 'a value needs a name'],
  ['{count, plural, one {x}}', 'no option called other'],
  ['{count, plural, several {x} other {y}}', 'lacks an option'],
  ['{when, date}', 'no known type'],
])('says where %s breaks', ([message = '', reason = '']) => {
  expect(() => parsePattern(message)).toThrow(new RegExp(reason))
})

it('shows a broken message as it is written, and warns once', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  expect([1, 2].map(() => formatMessage('Broken {name', { name: 'x' }, english))).toEqual(['Broken {name', 'Broken {name'])
  expect(warn).toHaveBeenCalledOnce()
})

it('shows a message whose value is missing, even where no process exists', () => {
  vi.stubGlobal('process', undefined)
  expect(formatMessage('Sent to {nobody}', {}, english)).toBe('Sent to {nobody}')
})

it('lets a host say a message otherwise, with values or without them', () => {
  const defaults = { sent: 'Sent {count, number}' as Message<{ count: number }>, title: 'Push' }
  const text = bindMessages(english, defaults, { title: 'Send' }, { sent: '{count, plural, one {One sent} other {# sent}}' })
  expect([text.title, text.sent({ count: 1 }), text.sent({ count: 2 })]).toEqual(['Send', 'One sent', '2 sent'])
})
