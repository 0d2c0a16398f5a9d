import type { AttributeType, SalesforceType } from '../src/contract/schema.ts'
import { attributeTypes, salesforceTypes } from '../src/contract/vocabulary.ts'
import type { Way } from '../src/mapping/effective-direction.ts'
import type { ConversionLevel } from '../src/mapping/types/type-cells.ts'
import { choosyAttributes, fieldRefusal } from '../src/mapping/types/type-refusal.ts'
import { convertibility } from '../src/mapping/types/type-table.ts'
import { attributeTypeWords, salesforceTypeWords } from '../src/mapping/words.ts'
import { markdownTable } from './markdown-table.ts'

const signs: Readonly<Record<ConversionLevel, string>> = { exact: '●', lossy: '◐', no: '' }

const titles: Readonly<Record<Way, string>> = {
  pull: 'Pull: from Salesforce into Pryzm',
  push: 'Push: from Pryzm into Salesforce',
}

/** What goes into what, as docs/type-table.md shows it. */
export function typeTablePage(): string {
  return `${[
    '# What goes into what',
    `Which Salesforce fields can be mapped to which attributes of Pryzm, and what becomes of the values. The mapping editor, a pull and a push
follow this very table; this page is made from it (\`pnpm --dir packages/sdk generate\`).`,
    legend(),
    limits(),
    ...(['pull', 'push'] as const).flatMap((way) => [`## ${titles[way]}`, overview(way), ...sentences(way)]),
  ].join('\n\n')}\n`
}

function legend(): string {
  return markdownTable([
    ['sign', 'level', 'what it means'],
    [
      signs.exact,
      'exact',
      'Every value goes over whole and comes back the same; outer spaces, capitals of emails and needless zeros do not count.',
    ],
    [
      signs.lossy,
      'lossy',
      'Allowed, with a warning: some values are skipped, or the part that the sentence names is left behind.',
    ],
    ['', 'no', 'Never flows. The editor says why, and the field is skipped with that reason.'],
  ])
}

function limits(): string {
  return `Nothing is ever cut, rounded or moved to another time zone to make it fit: what does not fit is a skipped field with its reason. Two
fields of types that go together exactly can still differ in what they hold (length, digits, decimal places, rich text, a controlling
picklist); the editor then warns of that pair, and says which values will be skipped.

Which values a record type leaves of a picklist, a describe does not tell. A value that Salesforce refuses for that reason is a field
skipped as refused by Salesforce, and the rest of the record goes over.`
}

function overview(way: Way): string {
  const rows = salesforceTypes.map((salesforceType) => [
    fieldName(salesforceType),
    ...attributeTypes.map((attributeType) => signs[convertibility(salesforceType, attributeType, way).level]),
  ])
  return markdownTable([['Salesforce field', ...attributeTypes.map((type) => attributeTypeWords[type])], ...rows])
}

function fieldName(type: SalesforceType): string {
  return `${salesforceTypeWords[type]} \`${type}\``
}

/** One table a direction: fields whose answers are the same stand together. */
function sentences(way: Way): string[] {
  const rows = [...groupBy(salesforceTypes, (type) => JSON.stringify(rowsOf(type, way)))].flatMap(([answers, types]) =>
    (JSON.parse(answers) as string[][]).map((row, at) => [at === 0 ? types.map(fieldName).join(', ') : '', ...row]),
  )
  const general =
    way === 'pull'
      ? '"A Salesforce number field cannot fill a Pryzm date attribute."'
      : '"A Pryzm date attribute cannot fill a Salesforce number field."'
  return [
    markdownTable([['Salesforce field', 'attribute', '', 'what happens'], ...rows]),
    `What is not listed does not go together:

${Object.values(choosyAttributes)
  .map((sentence) => `- ${sentence}`)
  .join('\n')}
- All others hold values of different kinds: ${general}`,
  ]
}

function rowsOf(salesforceType: SalesforceType, way: Way): string[][] {
  const cells = attributeTypes.map((attributeType) => ({ attributeType, ...convertibility(salesforceType, attributeType, way) }))
  const told = cells.filter(
    ({ level, attributeType }) => level !== 'no' || fieldRefusal(salesforceType, attributeType, way) !== null,
  )
  const groups = groupBy(told, ({ level, sentence }) => `${level} ${sentence}`)
  return [...groups.values()].map((group) => {
    const [{ level, sentence }] = group as [(typeof group)[number]]
    return [namesOf(group.map(({ attributeType }) => attributeType)), signs[level], sentence]
  })
}

/** A field refuses a few attributes with one sentence, or all that it does not take. */
function namesOf(types: readonly AttributeType[]): string {
  if (types.length > 12) return types.length === attributeTypes.length ? 'all' : 'all others'
  return types.map((type) => attributeTypeWords[type]).join(', ')
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
