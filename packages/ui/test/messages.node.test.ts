import { expect, it } from 'vitest'
import { en } from '../src/locales/en.ts'
import { argumentsOf } from './message-arguments.ts'
import { promisedArguments } from './message-types.ts'

const promised = promisedArguments()

it.for(Object.entries(en))('every message of %s asks for exactly the values that its type promises', ([owner, messages]) => {
  const words = Object.entries(messages as Record<string, string>)
  const wrong = words.flatMap(([name, message]) => {
    const asked = [...argumentsOf(message).keys()].toSorted()
    const given = [...(promised.get(owner)?.get(name) ?? [])].toSorted()
    return asked.join() === given.join()
      ? []
      : [`${owner}.${name} asks for [${asked.join()}], its type promises [${given.join()}]`]
  })
  expect(words.length).toBeGreaterThan(0)
  expect(wrong).toEqual([])
})
