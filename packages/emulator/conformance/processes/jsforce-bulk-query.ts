// Runs a bulk query through jsforce and prints how many rows it gave: `jsforce-bulk-query.ts <instance URL> <token> <query>`.
// A process of its own, since jsforce can end the one it runs in.
import { Connection } from 'jsforce'

const [instanceUrl = '', accessToken = '', soql = ''] = process.argv.slice(2)
const connection = new Connection({ instanceUrl, accessToken, version: '67.0' })
const rows = await connection.bulk2.query(soql, { pollInterval: 20, pollTimeout: 20_000 })
console.log(`${(await rows.toArray()).length} rows`)
