import pg from 'pg'

/** Makes a database on the server of `url`, empty or as a copy, and answers with its address. Copying files is three times faster than logging them. */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  await command(url, `create database "${name}"${template ? ` template "${template}" strategy file_copy` : ''}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

export const dropDatabase = (url: string, name: string) => command(url, `drop database if exists "${name}" with (force)`)

async function command(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the server may be going down already
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
