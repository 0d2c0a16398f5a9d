// A peer: jsforce's own bulk2.query reads every account and keeps none of them. It gets the result as one page, because more
// than one breaks it.
import { once } from 'node:events'
import { Connection } from 'jsforce'
import { ownUsage, processInput, tell } from '../json-process.ts'
import type { PeerInput } from '../peer-input.ts'

const { orgUrl, accessToken, soql } = processInput<PeerInput>()
const connection = new Connection({ instanceUrl: orgUrl, accessToken, version: '66.0' })
let rows = 0
const stream = await connection.bulk2.query(soql, { pollInterval: 250, pollTimeout: 600_000 })
const started = performance.now()
stream.on('record', () => rows++)
await once(stream, 'end')
tell({ rows, seconds: (performance.now() - started) / 1000, ...ownUsage() })
