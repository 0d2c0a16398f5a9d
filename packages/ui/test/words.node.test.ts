import { expect, it } from 'vitest'
import { formatsFor } from '../src/formats.ts'
import * as kit from '../src/index.ts'
import { commonMessages } from '../src/primitives/common.messages.ts'

const catalogs: Record<string, object> = {
  commonMessages,
  ...Object.fromEntries(Object.entries(kit).filter(([name]) => name.endsWith('Messages'))),
}

/** Gives every value that a message may ask for: `['2']` reads as a number, as a text and as a list. */
const anyValues: unknown = new Proxy({}, { get: () => ['2'] })

function sentences(catalog: object): string[] {
  return Object.values(catalog).map((message: unknown) =>
    typeof message === 'function' ? String(message(anyValues, formatsFor('en'))) : String(message),
  )
}

it.for(Object.entries(catalogs))('%s is calm and exact: nobody is begged, blamed or shouted at', ([, catalog]) => {
  const bad = sentences(catalog).filter((sentence) =>
    /\b(please|sorry|oops|successfully|invalid|whoops)\b|!|an error occurred/i.test(sentence),
  )
  expect(bad).toEqual([])
})
