import pg from 'pg'

let made = 0

/** Makes an empty database on the server and returns its URL. */
export async function freshDatabase(serverUrl: string): Promise<string> {
  const name = `bench_${process.pid}_${++made}`
  await onServer(serverUrl, `create database ${name}`)
  return Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href
}

export async function dropDatabase(serverUrl: string, url: string): Promise<void> {
  await onServer(serverUrl, `drop database ${new URL(url).pathname.slice(1)} with (force)`)
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client(serverUrl)
  await client.connect()
  await client.query(statement)
  await client.end()
}
