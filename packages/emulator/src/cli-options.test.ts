import { describe, expect, it } from 'vitest'
import { faultPresetNames } from './faults/fault-presets.ts'
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

  it('takes an edition by its short or its whole name', () => {
    expect(readCliOptions(['--edition', 'professional'])).toMatchObject({ edition: 'Professional Edition' })
    expect(readCliOptions(['--edition', 'Developer Edition'])).toMatchObject({ edition: 'Developer Edition' })
  })

  it('takes an address, the app, faults with their counts, and a seed in a file, which says itself what the org is', () => {
    const args = ['--host', '0.0.0.0', '--client-id', 'a', '--client-secret', 'b', '--redirect-uri', 'http://x.test/a']
    const more = ['--redirect-uri', 'http://x.test/b', '--seed', './my-org.json', '--fault', 'slow:2', '--fault', 'moved:always']
    expect(readCliOptions([...args, ...more])).toEqual({
      port: 4400,
      hostname: '0.0.0.0',
      seedFile: './my-org.json',
      app: { clientId: 'a', clientSecret: 'b', redirectUris: ['http://x.test/a', 'http://x.test/b'] },
      faults: [expect.objectContaining({ latencyMs: 3000, times: 2 }), expect.objectContaining({ times: Infinity })],
      help: false,
    })
  })

  it.each([
    [['--port', 'http'], '"http" is no port. Give a number from 0 to 65535.'],
    [['--port', '70000'], '"70000" is no port.'],
    [['--seed', 'huge'], 'There is no seed "huge". Choose one of: tiny, small, large, people.'],
    [['--kind', 'trial'], 'There is no kind of org "trial". Choose one of: production'],
    [['--colour'], 'There is no option "--colour".'],
    [['--colour=red'], 'There is no option "--colour".'],
    [['small'], '"small" stands alone: every value follows its option.'],
    [['--port'], '--port needs a value.'],
    [['--help=yes'], '--help takes no value.'],
    [['--edition', 'starter'], 'There is no edition "starter". Choose one of: enterprise, unlimited,'],
    [['--host', ''], '--host needs a value.'],
    [['--redirect-uri', 'callback'], '"callback" is no address. Give a whole one: http://localhost:3000/callback.'],
    [['--fault', 'nothing'], 'There is no fault "nothing". Choose one of: slow, slow-body,'],
    [['--fault', 'slow:often'], '"often" is no number of times for the fault slow. Give a number from 1, or always.'],
  ])('says what to change for %j', (args, sentence) => {
    expect(() => readCliOptions(args)).toThrow(sentence)
  })

  it('explains every option', () => {
    const options = [
      'port',
      'host',
      'seed',
      'kind',
      'edition',
      'keep',
      'client-id',
      'client-secret',
      'redirect-uri',
      'fault',
      'help',
    ]
    for (const option of options) expect(helpText).toContain(`  --${option} `)
    for (const fault of faultPresetNames) expect(helpText).toContain(fault)
  })
})
