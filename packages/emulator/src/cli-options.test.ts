import { describe, expect, it } from 'vitest'
import { helpText, readCliOptions } from './cli-options.ts'

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readCliOptions([])).toEqual({ port: 4400, seed: 'small', kind: 'production', help: false })
  })

  it('takes port, seed and kind', () => {
    expect(readCliOptions(['--port', '0', '--seed=tiny', '--kind', 'scratch', '--help'])).toEqual({
      port: 0,
      seed: 'tiny',
      kind: 'scratch',
      help: true,
    })
  })

  it('takes a file to keep the org in', () => {
    expect(readCliOptions(['--keep', 'org.jsonl'])).toMatchObject({ keepIn: 'org.jsonl' })
  })

  it.each([
    [['--port', 'http'], '"http" is no port. Give a number from 0 to 65535.'],
    [['--port', '70000'], '"70000" is no port.'],
    [['--seed', 'huge'], 'There is no seed "huge". Choose one of: tiny, small, large, people.'],
    [['--kind', 'trial'], 'There is no kind of org "trial". Choose one of: production'],
    [['--colour'], '--colour'],
  ])('says what to change for %j', (args, sentence) => {
    expect(() => readCliOptions(args)).toThrow(sentence)
  })

  it('explains every option', () => {
    for (const option of ['--port', '--seed', '--kind', '--keep', '--help']) expect(helpText).toContain(option)
  })
})
