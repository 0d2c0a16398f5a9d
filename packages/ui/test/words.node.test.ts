import { expect, it } from 'vitest'
import { en } from '../src/locales/en.ts'

it.for(Object.entries(en))('%s is calm and exact: nobody is begged, blamed or shouted at', ([, catalog]) => {
  const bad = Object.values(catalog as Record<string, string>).filter((message) =>
    /\b(please|sorry|oops|successfully|invalid|whoops)\b|!|an error occurred/i.test(message),
  )
  expect(bad).toEqual([])
})
