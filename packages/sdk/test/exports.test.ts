import { expect, it } from 'vitest'
import * as contract from '../src/contract/index.ts'
import * as index from '../src/index.ts'
import * as mapping from '../src/mapping/index.ts'
import * as testing from '../src/testing/index.ts'

it.each(Object.entries({ index, contract, mapping, testing }))(
  '%s exports what it promises, and a change is seen',
  async (name, entry) => {
    await expect(`${Object.keys(entry).toSorted().join('\n')}\n`).toMatchFileSnapshot(`exports/${name}.txt`)
  },
)
