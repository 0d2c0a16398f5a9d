import { setTimeout as pause } from 'node:timers/promises'
import type { FieldPair, LiveEvent, Mapping } from '@pryzm/salesforce-sdk'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { HostEvent } from '../src/index.ts'
import { signIn } from './support/connect.ts'
import { setUp } from './support/map.ts'
import { pull } from './support/pull.ts'
import { createWorkbench, type Workbench, workspace } from './support/workbench.ts'

const dana = 'dana@acme-industrial.example'
const custom = {
  Region__c: { fullName: 'Region__c', type: 'Text', label: 'Region', length: 80 },
  Secret__c: { fullName: 'Secret__c', type: 'Text', label: 'Secret', length: 80 },
  Code__c: { fullName: 'Code__c', type: 'Text', label: 'Code', length: 80 },
  Notes__c: { fullName: 'Notes__c', type: 'Text', label: 'Notes', length: 200 },
  Level__c: { fullName: 'Level__c', type: 'Text', label: 'Level', length: 80 },
}

let bench: Workbench
beforeEach(async () => {
  // Metadata last changed some minutes ago, by the clock of the org, so that a describe of now can be asked for again.
  const clock = () => new Date(Date.now() - 10 * 60_000)
  bench = await createWorkbench({ org: { clock } })
})
afterEach(() => bench.close())

const { admin } = {
  get admin() {
    return bench.org.admin
  },
}
