import { expect, it } from 'vitest'
import { formatsFor } from '../src/formats.ts'
import { pseudoMessage } from '../src/locales/pseudo.ts'
import { formatMessage } from '../src/message-format.ts'
import { argumentsOf } from './message-arguments.ts'

it('keeps the values of a message, and what is chosen by them', () => {
  const message = "{count, plural, one {# field of {label}} other {# fields of {label}}}: it''s '{'literal'}'"
  const pseudo = pseudoMessage(message)
  expect([...argumentsOf(pseudo).keys()]).toEqual([...argumentsOf(message).keys()])
  const shown = formatMessage(pseudo, { count: 2, label: 'Name' }, formatsFor('en'))
  expect(shown).toMatch(/^⟦2 fîéłđš öf Name: îť'š \{łîťéŕåł\}.*⟧$/)
})

it('lengthens every message by 40 %, in brackets', () => {
  expect(pseudoMessage('Try again')).toBe('⟦Ťŕý åğåîñ one⟧')
  expect(pseudoMessage('x'.repeat(200))).toHaveLength(282)
})
