import { expect, it } from 'vitest'
import { prettyJson } from './pretty-json.ts'

it('gives every key a line, and keeps lists along the line', () => {
  expect(prettyJson('{"a":1,"records":[{"b":"x: {y}, \\"z\\""},{"c":[]}],"ids":["1","2"],"none":{}}')).toBe(
    `{
  "a" : 1,
  "records" : [ {
    "b" : "x: {y}, \\"z\\""
  }, {
    "c" : [ ]
  } ],
  "ids" : [ "1", "2" ],
  "none" : { }
}`,
  )
})

it('keeps numbers as they are written', () => {
  expect(prettyJson('[60.0,1.39E8,-2]')).toBe('[ 60.0, 1.39E8, -2 ]')
})
