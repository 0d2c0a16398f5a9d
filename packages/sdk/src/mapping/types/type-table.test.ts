import { describe, expect, it } from 'vitest'
import { attributeTypes, salesforceTypes } from '../../contract/vocabulary.ts'
import { convertibility } from './type-table.ts'

const ways = ['pull', 'push'] as const
const cells = ways.flatMap((way) =>
  salesforceTypes.flatMap((salesforceType) =>
    attributeTypes.map((attributeType) => ({
      way,
      salesforceType,
      attributeType,
      ...convertibility(salesforceType, attributeType, way),
    })),
  ),
)

describe('the type table', () => {
  it('answers every Salesforce type, attribute type and direction with a level and a sentence', () => {
    expect(cells).toHaveLength(2 * salesforceTypes.length * attributeTypes.length)
    for (const { level, sentence } of cells) {
      expect(['exact', 'lossy', 'no']).toContain(level)
      expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('never converts between a date and a date with time', () => {
    for (const way of ways) {
      expect(convertibility('date', 'datetime', way).level).toBe('no')
      expect(convertibility('datetime', 'date', way).level).toBe('no')
      expect(convertibility('datetime', 'date', way).sentence).toContain('time zone')
    }
  })

  it.each(['encryptedstring', 'location', 'base64', 'anyType', 'complexvalue', 'datacategorygroupreference'] as const)(
    'lets nothing through for %s',
    (salesforceType) => {
      for (const { level } of cells.filter((cell) => cell.salesforceType === salesforceType)) expect(level).toBe('no')
    },
  )

  it('keeps every type of Pryzm exactly in the Salesforce type of the same kind, both ways', () => {
    const twins = [
      ['string', 'text'],
      ['textarea', 'long_text'],
      ['double', 'number'],
      ['currency', 'currency'],
      ['percent', 'percent'],
      ['boolean', 'boolean'],
      ['date', 'date'],
      ['datetime', 'datetime'],
      ['picklist', 'select'],
      ['picklist', 'stage'],
      ['multipicklist', 'multi_select'],
      ['email', 'email'],
      ['phone', 'phone'],
      ['url', 'url'],
      ['address', 'address'],
      ['reference', 'relation'],
      ['reference', 'user'],
    ] as const
    expect(new Set(twins.map(([, attributeType]) => attributeType))).toEqual(new Set(attributeTypes))
    for (const [salesforceType, attributeType] of twins) {
      for (const way of ways) expect(convertibility(salesforceType, attributeType, way).level).toBe('exact')
    }
  })

  it('reads every value of Salesforce that is one text as text', () => {
    const closed = ['address', 'location', 'base64', 'encryptedstring', 'anyType', 'complexvalue', 'datacategorygroupreference']
    for (const { salesforceType, level } of cells.filter(
      ({ way, attributeType }) => way === 'pull' && attributeType === 'text',
    )) {
      expect([salesforceType, level === 'no']).toEqual([salesforceType, closed.includes(salesforceType)])
    }
  })

  it('treats a text area like a text field', () => {
    for (const way of ways) {
      for (const attributeType of attributeTypes.filter((type) => type !== 'long_text')) {
        expect(convertibility('textarea', attributeType, way)).toEqual(convertibility('string', attributeType, way))
      }
    }
  })

  it('writes nothing into a record id', () => {
    expect(
      cells.filter(({ way, salesforceType }) => way === 'push' && salesforceType === 'id').map(({ level }) => level),
    ).toEqual(attributeTypes.map(() => 'no'))
  })
})
