import { expect, it } from 'vitest'
import { en } from '../src/locales/en.ts'
import { locales, messagesOf } from './locales.ts'
import { argumentsOf } from './message-arguments.ts'

const languages = Object.entries(locales)
const english = new Map(messagesOf(en))

/** Names of products and words that are the same in another language; anything else that equals English was forgotten. */
const sameEverywhere = ['Salesforce', 'Pryzm', 'URL']
const sameAsEnglish: Record<string, readonly string[]> = {
  de: [
    'optional',
    'Org',
    'Edition',
    'Status',
    'Pipeline',
    'Pipelines',
    'Pipeline: {name}',
    'Version {version, number}',
    'In Salesforce',
    '{records, number} in Salesforce',
    'In Pryzm',
    'Links',
    'Accounts',
    'Opportunities',
  ],
  es: ['No', 'Org', 'Pipeline', 'Pipelines'],
  fr: [
    'Org',
    'Suggestions ({count, number})',
    'Direction',
    'Actions',
    'Pipeline',
    'Pipelines',
    'Versions',
    'Version {version, number}',
    'Inactive',
    'Type',
    'Unique',
    'Mode',
    'Contacts',
    'date',
    'relation',
  ],
}

it.for(languages)('%s has the messages of English, no more and no fewer', ([, catalog]) => {
  expect(messagesOf(catalog).map(([name]) => name)).toEqual(expect.arrayContaining([...english.keys()]))
  expect(messagesOf(catalog)).toHaveLength(english.size)
})

it.for(languages)('every message of %s asks for the values of the English one', ([, catalog]) => {
  const wrong = messagesOf(catalog).flatMap(([name, message]) => {
    const asked = [...argumentsOf(message).keys()].toSorted().join()
    const expected = [...argumentsOf(english.get(name) ?? '').keys()].toSorted().join()
    return asked === expected ? [] : [`${name} asks for [${asked}], English for [${expected}]`]
  })
  expect(wrong).toEqual([])
})

it.for(languages)('nothing of %s is left in English', ([locale, catalog]) => {
  const allowed = [...sameEverywhere, ...(sameAsEnglish[locale] ?? [])]
  const left = messagesOf(catalog).filter(
    ([name, message]) => message === english.get(name) && hasWords(message) && !allowed.includes(message),
  )
  expect(left).toEqual([])
})

it.for(languages)('a plural of %s that tells counts apart knows every category of the language', ([locale, catalog]) => {
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted()
  const partial = messagesOf(catalog).flatMap(([name, message]) =>
    [...argumentsOf(message).values()].flat().flatMap(({ kind, options }) => {
      if (kind !== 'plural' || !options) return []
      const told = [...options.keys()].filter((option) => !option.startsWith('=')).toSorted()
      return told.length === 1 || told.join() === categories.join()
        ? []
        : [`${name} knows ${told.join()}, not ${categories.join()}`]
    }),
  )
  expect(partial).toEqual([])
})

it.for(languages)('%s keeps the names of products, fields and rules as they are', ([, catalog]) => {
  const names = ['Pryzm_ID', 'Salesforce', 'integrations:manage', 'integrations:push', 'login.salesforce.com', 'My Domain', 'CSV']
  const lost = messagesOf(catalog).flatMap(([name, message]) =>
    names.flatMap((product) =>
      english.get(name)?.includes(product) && !message.replace('My-Domain', 'My Domain').includes(product)
        ? [`${name} lacks ${product}`]
        : [],
    ),
  )
  expect(lost).toEqual([])
})

/** Whether anything is said beside the values. */
function hasWords(message: string): boolean {
  return /\p{Letter}/u.test(message.replaceAll(/\{[^{}]*\}/g, ''))
}
