import type { Attribute, SalesforceField } from '../src/contract/schema.ts'
import { picklist, salesforceField } from '../src/testing/describes/index.ts'
import type { Sides, Situation } from './any-case.ts'
import { attribute } from './one-pair.ts'

/** An attribute and the field that it is paired with; `others` are the fields beside it. */
function sides(type: Attribute['type'], limits: Partial<Attribute>, field: FieldOf, others: SalesforceField[] = []): Sides {
  const { type: salesforceType, ...sketch } = field
  return {
    attribute: attribute('value', type, { label: 'Value', ...limits }),
    fields: [salesforceField('Value__c', 'Value', salesforceType, sketch), ...others],
  }
}

type FieldOf = Pick<SalesforceField, 'type'> & Partial<SalesforceField>

const update: Situation = { creating: false, synced: true, linked: true, currency: null }
const create: Situation = { ...update, creating: true, synced: false }
const inactive = { active: false, defaultValue: false }

/**
 * Inputs that broke a law once, each with what went wrong. Every run tries them before it generates others; nothing is ever taken
 * out.
 */
export const foundFailures = {
  'a value comes back from Salesforce as it was pushed, or is skipped with a reason': [
    // An option's id with outer spaces was no option's id once it was trimmed, so it was written as if nobody listed it.
    {
      ...sides(
        'stage',
        { options: [{ id: ' Hot ', label: 'x2' }] },
        { type: 'picklist', picklistValues: [{ value: 'Hot', label: 'Hot', ...inactive }] },
      ),
      options: [],
      value: ' Hot ',
      situation: create,
    },
    // The label of one option was the id of another, and turned into it on the way back.
    {
      ...sides(
        'select',
        {
          options: [
            { id: 'Hot', label: 'Cold' },
            { id: 'x1', label: 'Hot' },
          ],
        },
        { type: 'string', length: 80 },
      ),
      options: [],
      value: 'x1',
      situation: update,
    },
    // A text field was sent a mapped value with its outer spaces, which Salesforce cuts, so that no pull knew it again.
    {
      ...sides('select', { options: [{ id: 'x1', label: 'Warm' }] }, { type: 'string', length: 80 }),
      options: [{ option: 'x1', value: ' Hot ', direction: 'bidirectional' }],
      value: 'x1',
      situation: update,
    },
  ],
  'a cell goes back to Salesforce as it was pulled, or is skipped with a reason': [
    // A text that is an inactive value became an active one that has it as its label.
    {
      ...sides(
        'text',
        {},
        {
          type: 'picklist',
          restrictedPicklist: true,
          picklistValues: [
            { value: 'Hot', label: 'x1', ...inactive },
            { value: 'x2', label: 'HOT', active: true, defaultValue: false },
          ],
        },
      ),
      options: [],
      cell: 'Hot',
    },
  ],
  'a pulled value satisfies every limit of its attribute': [
    // A precision without a scale limited the digits before the point alone.
    { ...sides('number', { precision: 5 }, { type: 'double' }), options: [], blankOnPull: 'clear', cells: ['123.456'] },
    // More decimals than digits left a negative room before the point.
    { ...sides('number', { precision: 2, scale: 4 }, { type: 'double' }), options: [], blankOnPull: 'clear', cells: ['0.0099'] },
    // A cell of spaces filled an attribute that is required.
    { ...sides('text', { required: true }, { type: 'string' }), options: [], blankOnPull: 'clear', cells: ['\u00a0'] },
  ],
  'a pushed body satisfies every limit of its fields': [
    // An amount went into a field that is not writable on a create, because the currency beside it is.
    {
      ...sides('currency', {}, { type: 'currency', precision: 18, scale: 2, createable: false }, [
        salesforceField('CurrencyIsoCode', 'Currency', 'picklist', { picklistValues: picklist('EUR') }),
      ]),
      options: [],
      blankOnPush: 'clear',
      defaultOnPush: null,
      value: { amount: '0', currency: null },
      situation: create,
    },
    // `false` went into a text field that holds four characters.
    {
      ...sides('boolean', {}, { type: 'string', length: 4 }),
      options: [],
      blankOnPush: 'clear',
      defaultOnPush: null,
      value: false,
      situation: update,
    },
    // A text that names a value twice wrote it twice.
    {
      ...sides('text', {}, { type: 'multipicklist', picklistValues: picklist('Hot') }),
      options: [],
      blankOnPush: 'clear',
      defaultOnPush: null,
      value: 'Hot;hot',
      situation: update,
    },
  ],
  'a pulled value says what the cell says': [{ ...sides('text', { maxLength: 3 }, { type: 'string' }), cell: 'a\r\nb' }],
  'a pushed body says what the value says': [
    { ...sides('text', {}, { type: 'string', length: 3 }), value: 'a\r\nb', situation: update },
  ],
  'dates and moments are the same in whatever time zone the process runs': [],
  'a pull makes of whatever is in a cell a value or one skip': [],
  'a push makes of whatever a host hands over a body or one skip': [],
  'a value is the same as its canonical form, which is canonical itself': [],
  'sameness holds both ways, and for what is the same as the same': [],
  'values that are the same are pushed the same': [
    // A blank among the options of a multi-select counts as nothing, but was refused as an option.
    {
      ...sides(
        'multi_select',
        { options: [{ id: 'x1', label: 'Hot' }] },
        { type: 'multipicklist', picklistValues: picklist('Hot') },
      ),
      value: ['x1'],
      twist: 1,
      situation: update,
    },
    // A line break of two characters made a text too long that fits with one of one.
    { ...sides('text', {}, { type: 'string', length: 3 }), value: 'a\nb', twist: 1, situation: update },
  ],
  'an entry of the option map decides where it is the only one': [],
  'an option map that names two targets is no choice': [],
  'a label that two options have decides nothing': [],
  'two options never become one value by their names': [
    // Two labels that differ in their case alone both led to the one value of that name.
    {
      ...sides(
        'select',
        {
          options: [
            { id: 'x1', label: 'Hot' },
            { id: 'x2', label: 'HOT' },
          ],
        },
        { type: 'picklist', picklistValues: picklist('Hot') },
      ),
      pairs: [],
    },
  ],
  'an option that was found by its name comes back as itself': [],
  'a suggested option map reads each value once and writes each option once': [],
  'a decimal keeps every digit': [],
  'a decimal is normal once it was made normal': [],
  'a double keeps its value in whatever notation it is printed': [],
  'a date that exists stays as it is': [],
  'an instant names the same moment in whatever zone': [],
} as const satisfies Record<string, readonly unknown[]>

export type LawName = keyof typeof foundFailures
