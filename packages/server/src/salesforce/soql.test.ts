import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildQuery, textList, textLiteral } from './soql.ts'

describe('buildQuery', () => {
  it('selects columns and parents, and joins conditions with AND', () => {
    const where = ["Name = 'A' OR Name = 'B'", 'IsDeleted = false']
    expect(buildQuery({ object: 'Account', columns: ['Id', 'Owner.Email'], where })).toBe(
      "SELECT Id, Owner.Email FROM Account WHERE (Name = 'A' OR Name = 'B') AND (IsDeleted = false)",
    )
  })

  it('leaves WHERE out where there is no condition', () => {
    expect(buildQuery({ object: 'Account', columns: ['Id'], where: [] })).toBe('SELECT Id FROM Account')
  })

  it('takes nothing but names', () => {
    expect(() => buildQuery({ object: 'Account', columns: ["Id FROM User WHERE Name != ''"] })).toThrow('is no name')
  })
})

describe('literals', () => {
  it('escapes what would end a text', () => {
    expect(textLiteral('O\'Neill \\ "x"\n')).toBe("'O\\'Neill \\\\ \\\"x\\\"\\n'")
    expect(textList(['a', "b'"])).toBe("('a','b\\'')")
  })

  it('holds every text between its own two quotes', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '\\', 'a', '\n', '"') }), (text) => {
        expect(textLiteral(text)).toMatch(/^'([^'\\\n]|\\.)*'$/)
      }),
    )
  })
})
