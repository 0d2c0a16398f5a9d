import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Org } from '../org/org.ts'
import { defaultSettings } from '../org/settings.ts'
import { tinySalesOrg } from '../seeds/tiny.ts'
import { rowJson } from '../wire/query-json.ts'
import { SalesforceError } from '../wire/salesforce-error.ts'
import { aggregateRows } from './aggregate.ts'
import { compileQuery } from './compile-query.ts'
import { isAggregate, isPlainCount } from './compiled-query.ts'
import { countRows, queryRows } from './run-query.ts'

const org = new Org(tinySalesOrg, defaultSettings, () => new Date('2026-05-20T12:00:00Z'))

function answer(soql: string): unknown[] {
  const query = compileQuery(soql, org, org.administrator)
  if (isPlainCount(query.query)) return [countRows(org, query)]
  if (isAggregate(query.query)) return aggregateRows(org, query)
  return [...queryRows(org, query)].map(rowJson(query, { version: 67, keepRows: () => '' }))
}

function refusalOf(soql: string): string {
  try {
    answer(soql)
  } catch (error) {
    if (error instanceof SalesforceError) return error.message
    throw error
  }
  return 'answered'
}

const days = ['YESTERDAY', 'TODAY', 'TOMORROW', 'LAST_90_DAYS', 'NEXT_90_DAYS']
const spans = ['WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR']
const wholeSpans = spans.flatMap((span) => [`LAST_${span}`, `THIS_${span}`, `NEXT_${span}`])
const countedSpans = ['DAY', ...spans].flatMap((span) => [`LAST_N_${span}S:2`, `NEXT_N_${span}S:2`, `N_${span}S_AGO:2`])
const dateParts = [
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
]
const otherParts = ['FISCAL_MONTH', 'FISCAL_QUARTER', 'FISCAL_YEAR', 'HOUR_IN_DAY', 'WEEK_IN_MONTH', 'WEEK_IN_YEAR']

const answered = [
  ...[...days, ...wholeSpans, ...countedSpans].map((literal) => `SELECT Id FROM Account WHERE CreatedDate != ${literal}`),
  ...[...dateParts, ...otherParts].map(
    (part) => `SELECT ${part}(CreatedDate) p, COUNT(Id) FROM Account GROUP BY ${part}(CreatedDate)`,
  ),
  ...['COUNT', 'COUNT_DISTINCT', 'MIN', 'MAX', 'SUM', 'AVG'].map((fold) => `SELECT ${fold}(AnnualRevenue) FROM Account`),
  'SELECT HOUR_IN_DAY(convertTimezone(CreatedDate)) h FROM Account GROUP BY HOUR_IN_DAY(convertTimezone(CreatedDate))',
  'SELECT COUNT() FROM Account',
  "SELECT Name FROM Account WHERE (NOT Name = 'a') AND (Name != 'b' OR Name <> 'c') AND Name LIKE '%' AND Industry NOT IN ('d')",
  'SELECT Id FROM Account WHERE AnnualRevenue >= -1.5 AND AnnualRevenue < +7 AND (AnnualRevenue IN (.5, 9) OR AnnualRevenue <= 2)',
  'SELECT Id FROM Account WHERE NumberOfEmployees = NULL AND AnnualRevenue > 1',
  "SELECT Id FROM Account WHERE IsDeleted = FALSE AND IsDeleted != TRUE AND CreatedDate > 2026-05-06T09:12:00+02:00 AND Name != 'km'",
  'SELECT Id FROM Opportunity WHERE CloseDate = 2026-09-30 ORDER BY CloseDate ASC NULLS FIRST, Amount DESC NULLS LAST LIMIT 3 OFFSET 1',
  'SELECT Industry, COUNT(Id) c FROM Account GROUP BY Industry HAVING COUNT(Id) > 0 ORDER BY COUNT(Id)',
  'SELECT FIELDS(ALL) FROM Account LIMIT 200',
  'SELECT FIELDS(STANDARD) FROM Account',
  'SELECT FIELDS(CUSTOM) FROM Account LIMIT 1',
  'SELECT toLabel(Industry), FORMAT(AnnualRevenue) FROM Account',
  'SELECT Id FROM Account USING SCOPE everything',
  'SELECT Id FROM Account USING SCOPE mine',
  'SELECT Id FROM Account WITH SECURITY_ENFORCED',
  'SELECT Id FROM Account WITH USER_MODE',
  'SELECT Id FROM Account FOR VIEW',
  'SELECT Id FROM Account FOR REFERENCE',
  'SELECT Id FROM Account FOR UPDATE',
  'SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Id IN (SELECT AccountId FROM Contact)',
  'SELECT account.owner.manager.name FROM contact',
]

const refused = [
  ['SELECT Name FROM Account GROUP BY ROLLUP(Name)', /support GROUP BY ROLLUP/],
  ['SELECT Name FROM Account GROUP BY CUBE(Name)', /support GROUP BY CUBE/],
  ['SELECT Name, GROUPING(Name) g FROM Account GROUP BY Name', /support GROUPING/],
  ['SELECT TYPEOF Owner WHEN User THEN Email ELSE Id END FROM Account', /support TYPEOF/],
  ["SELECT DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'km') FROM Account", /support DISTANCE/],
  ["SELECT Id FROM Account WHERE DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'mi') < 5", /support DISTANCE/],
  ["SELECT Id FROM Account ORDER BY DISTANCE(BillingAddress, GEOLOCATION(1, 2), 'mi')", /support DISTANCE/],
  ['SELECT convertCurrency(AnnualRevenue) FROM Account', /support convertCurrency/],
  ['SELECT convertTimezone(CreatedDate) FROM Account', /support convertTimezone/],
  ['SELECT Id FROM Account WHERE AnnualRevenue > USD500', /support amounts with a currency such as USD500/],
  ['SELECT Id FROM Account WHERE AnnualRevenue > USD5.5', /support amounts with a currency such as USD5.5/],
  ['SELECT Id FROM Account WITH SYSTEM_MODE', /support WITH SYSTEM_MODE/],
  ['SELECT Id FROM Account WITH DATA CATEGORY Geography__c ABOVE (usa__c)', /support WITH DATA CATEGORY/],
  ['SELECT Id FROM Account WITH DATA CATEGORY Geography__c AT usa__c', /support WITH DATA CATEGORY/],
  ['SELECT Id FROM Account WITH DATA CATEGORY Geography__c BELOW usa__c', /support WITH DATA CATEGORY/],
  ['SELECT Id FROM Account WITH DATA CATEGORY Geography__c ABOVE_OR_BELOW usa__c', /support WITH DATA CATEGORY/],
  ['SELECT Id FROM Account WITH RecordVisibilityContext (maxDescriptorPerRecord=100)', /support this WITH clause/],
  ['SELECT Id FROM Account UPDATE TRACKING', /support UPDATE TRACKING/],
  ['SELECT Id FROM Account UPDATE VIEWSTAT', /support UPDATE VIEWSTAT/],
  ...['Delegated', 'MineAndMyGroups', 'My_Territory', 'My_Team_Territory', 'Team', 'AllPrivate', 'Mru'].map(
    (scope) => [`SELECT Id FROM Account USING SCOPE ${scope}`, new RegExp(`support USING SCOPE ${scope}`, 'i')] as const,
  ),
  ["SELECT Id FROM Account WHERE Industry INCLUDES ('a;b')", /support INCLUDES on Industry/],
  ["SELECT Id FROM Account WHERE Industry EXCLUDES ('a;b')", /support EXCLUDES on Industry/],
  ['SELECT c.Id FROM Contact c, c.Account a', /support several objects in FROM/],
  ['SELECT a.Id FROM Account AS a', /support AS before an alias/],
  ["SELECT Id FROM Account WHERE NOT (NOT (NOT Name = 'a'))", /support three NOTs in a row/],
  [
    'SELECT Name FROM Account GROUP BY Name HAVING NOT COUNT(Id) > 1 AND COUNT(Id) > 2',
    /support NOT beside other conditions in HAVING/,
  ],
  ['SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account', /support more than 5 levels of parents/],
  ['SELECT Id FROM Account WHERE Name = :name', /MALFORMED_QUERY: Bind variables only allowed in Apex code/],
  ['SELECT Id FROM Account WHERE Id IN (new Set(a))', /MALFORMED_QUERY/],
  ['SELECT Id FROM Account ALL ROWS', /MALFORMED_QUERY: ALL ROWS not allowed in this context/],
] as const

describe('every construct of SOQL', () => {
  it.each(answered)('is answered: %s', (soql) => {
    expect(answer(soql)).toBeInstanceOf(Array)
  })

  it.each(refused)('or is refused by name: %s', (soql, expected) => {
    expect(refusalOf(soql)).toMatch(expected)
  })

  it('stands in one of these two lists, as far as the parser knows it', () => {
    const parser = readFileSync(fileURLToPath(import.meta.resolve('@jetstreamapp/soql-parser-js')), 'utf8')
    const words = [...parser.matchAll(/pattern:\/([A-Z_ 0-9]+)\/i/gi)].map(([, word]) => String(word).toLowerCase())
    const queries = [...answered, ...refused.map(([soql]) => soql)].join('\n').toLowerCase()
    expect(words.length).toBeGreaterThan(100)
    expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(queries))).toEqual([])
  })

  it('is answered or refused on fields of every type, and never breaks down', () => {
    const literals = [
      "'a'",
      '5',
      '1.5',
      'true',
      'null',
      '2026-05-06',
      '2026-05-06T00:00:00Z',
      'TODAY',
      'LAST_N_DAYS:2',
      "('a', 'b')",
      '(1, 2)',
      '(TODAY)',
    ]
    const operators = ['=', '!=', '<', '<=', '>', '>=', 'LIKE', 'IN', 'NOT IN', 'INCLUDES', 'EXCLUDES']
    const fields = org.schema.objects.flatMap((object) => (object.name === 'Opportunity' ? object.fields : []))
    const perType = [...new Map(fields.map((field) => [field.type, field.name])).values()]
    for (const field of [...perType, 'Account.Name', 'CALENDAR_YEAR(CloseDate)', 'toLabel(StageName)', 'COUNT(Id)']) {
      for (const operator of operators) {
        for (const literal of literals)
          expect(refusalOf(`SELECT Id FROM Opportunity WHERE ${field} ${operator} ${literal}`)).toMatch(/^(?:answered|[A-Z_]+: )/)
      }
    }
  })
})
