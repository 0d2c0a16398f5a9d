// Connects a workspace and maps its accounts, in a process that ends before the pull: a host's server holds no emulated org.
import { PGlite } from '@electric-sql/pglite'
import { startBenchServer } from '../bench-server.ts'
import { processInput, tell } from '../json-process.ts'
import { prepareWorkspace } from '../prepare-workspace.ts'
import type { OurPullInput } from './our-pull.ts'

const { orgUrl, database } = processInput<OurPullInput>()
const embedded = database.startsWith('postgres://') ? null : await PGlite.create(database)
const bench = await startBenchServer(embedded ?? database, orgUrl)
await prepareWorkspace(bench, ['Account'])
await bench.close()
await embedded?.close()
tell(null)
