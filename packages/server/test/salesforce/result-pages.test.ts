import type { ServerResponse } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type AnsweringOrg, answering, json } from './support/answering.ts'
import { columns, csvLine, pageHeaders, pageNumber, readAll, readPages, rowsFrom, servePage } from './support/result-server.ts'

let server: AnsweringOrg

afterEach(() => server.close())

const threePages = [0, 10, 20].map((start) => ({ header: columns, rows: rowsFrom(start, 10) }))

describe('reading result pages', () => {
  it('hands over every row of every page, unzipped, in order', async () => {
    server = await answering((request, response) => servePage(request, response, threePages))
    expect(await readAll(readPages(server.open().org))).toEqual(threePages.map((page) => page.rows))
  })

  it('tells of each page how many rows it has and where the next one starts', async () => {
    server = await answering((request, response) => servePage(request, response, threePages))
    const told: unknown[] = []
    for await (const page of readPages(server.open().org)) {
      told.push([page.recordCount, page.next])
      for await (const _ of page.blocks);
    }
    expect(told).toEqual([
      [10, '1'],
      [10, '2'],
      [10, null],
    ])
  })

  it('goes on from a locator', async () => {
    server = await answering((request, response) => servePage(request, response, threePages))
    expect(await readAll(readPages(server.open().org, { from: '2' }))).toEqual([threePages[2]?.rows])
  })

  it.each([
    ['only a header', csvLine(columns)],
    ['nothing at all', ''],
  ])('takes %s for a result without rows', async (_, body) => {
    server = await answering((__, response) => void response.writeHead(200, pageHeaders(0, null)).end(body))
    expect(await readAll(readPages(server.open().org))).toEqual([[]])
  })

  it('reads a header in another case, behind a byte order mark and with CRLF', async () => {
    server = await answering(
      (_, response) => void response.writeHead(200, pageHeaders(1, null)).end('\uFEFF"ID","name"\r\n"1","a"\r\n'),
    )
    expect(await readAll(readPages(server.open().org))).toEqual([[['1', 'a']]])
  })
})

describe('looking ahead', () => {
  it('asks for the next page when the headers of this one are in, and for no further one', async () => {
    const asked: number[] = []
    const waiting: ServerResponse[] = []
    server = await answering((request, response) => {
      asked.push(pageNumber(request))
      response.writeHead(200, pageHeaders(0, String(pageNumber(request) + 1))).flushHeaders()
      waiting.push(response)
    })
    const pages = readPages(server.open().org)[Symbol.asyncIterator]()
    await pages.next()
    await vi.waitFor(() => expect(asked).toEqual([0, 1]))
    await pages.next()
    await vi.waitFor(() => expect(asked).toEqual([0, 1, 2]))
    for (const response of waiting) response.end()
    await pages.return?.()
  })

  it('leaves rows in the socket until they are read', async () => {
    const line = csvLine(['1', 'x'.repeat(1000)])
    const lines = 60_000
    let written = 0
    server = await answering((_, response) => {
      response.writeHead(200, pageHeaders(lines, null)).write(csvLine(columns))
      const write = () => {
        while (written < lines && response.write(line)) written += 1
      }
      response.on('drain', write)
      write()
    })
    const pages = readPages(server.open().org)[Symbol.asyncIterator]()
    const page = await pages.next()
    const blocks = page.value.blocks[Symbol.asyncIterator]()
    await blocks.next()
    let before = -1
    await vi.waitFor(
      () => {
        const stalled = written === before
        before = written
        expect(stalled).toBe(true)
      },
      { interval: 200, timeout: 20_000 },
    )
    expect(written).toBeLessThan(lines / 2)
    await blocks.return?.()
    await pages.return?.()
  })

  it('closes its downloads when the reader leaves early', async () => {
    let open = 0
    server = await answering((request, response) => {
      open += 1
      response.on('close', () => (open -= 1))
      response.writeHead(200, pageHeaders(5, String(pageNumber(request) + 1))).write(csvLine(columns) + csvLine(['1', 'a']))
    })
    for await (const _ of readPages(server.open().org)) break
    await vi.waitFor(() => expect(open).toBe(0))
  })
})

it('uses no connection again that a page came over: its server may have closed it while the page was read', async () => {
  const used: unknown[] = []
  server = await answering((request, response) => {
    used.push(request.socket)
    return servePage(request, response, threePages)
  })
  await readAll(readPages(server.open().org))
  expect(new Set(used).size).toBe(threePages.length)
})

describe('a page that is read after its loop was left', () => {
  it('is asked for again, and is whole', async () => {
    server = await answering((request, response) => servePage(request, response, threePages))
    const { org } = server.open()
    const leave = async () => {
      for await (const page of readPages(org)) return page
      throw new Error('There is no page.')
    }
    const { blocks } = await leave()
    const rows: string[][] = []
    for await (const block of blocks) rows.push(...block)
    expect(rows).toEqual(threePages[0]?.rows)
  })
})

describe('a download that is cut', () => {
  it('goes on without losing or doubling a row, wherever the cut is', async () => {
    const rows = rowsFrom(0, 40)
    const body = Buffer.from([columns, ...rows].map(csvLine).join(''))
    let requests = 0
    let cut = 0
    server = await answering((_, response) => {
      requests += 1
      response.writeHead(200, { ...pageHeaders(40, null), 'content-length': String(body.length) })
      if (requests % 2 === 0) response.end(body)
      else response.write(body.subarray(0, cut), () => response.destroy())
    })
    for (cut = 1; cut < body.length; cut += 37) {
      expect(await readAll(readPages(server.open().org))).toEqual([rows])
    }
  })

  it('passes by the rows that were handed over before the cut', async () => {
    const rows = rowsFrom(0, 6000)
    const body = Buffer.from([columns, ...rows].map(csvLine).join(''))
    let requests = 0
    server = await answering((_, response) => {
      requests += 1
      response.writeHead(200, { ...pageHeaders(6000, null), 'content-length': String(body.length) })
      if (requests === 2) response.end(body)
      else response.write(body.subarray(0, body.length - 100), () => response.destroy())
    })
    expect(await readAll(readPages(server.open().org))).toEqual([rows])
    expect(requests).toBe(2)
  })

  it('is given up after some tries', async () => {
    let requests = 0
    server = await answering((_, response) => {
      requests += 1
      response.writeHead(200, { ...pageHeaders(5, null), 'content-length': '1000' })
      response.write('"Id","Name"\n', () => response.destroy())
    })
    await expect(readAll(readPages(server.open().org))).rejects.toMatchObject({ code: 'salesforce_busy' })
    expect(requests).toBe(3)
  })

  it('is asked for again when the page ends early, as if it were whole', async () => {
    let requests = 0
    const rows = rowsFrom(0, 5)
    server = await answering((_, response) => {
      requests += 1
      const sent = requests === 1 ? rows.slice(0, 3) : rows
      response.writeHead(200, pageHeaders(5, null)).end([columns, ...sent].map(csvLine).join(''))
    })
    expect(await readAll(readPages(server.open().org))).toEqual([rows])
  })
})

describe('a result that cannot be trusted', () => {
  it('is refused when a later page has another header', async () => {
    const pages = [threePages[0], { header: ['Id', 'Phone'], rows: rowsFrom(10, 1) }].filter((page) => page !== undefined)
    server = await answering((request, response) => servePage(request, response, pages))
    await expect(readAll(readPages(server.open().org))).rejects.toMatchObject({
      code: 'internal',
      message: 'Salesforce sent the columns Id, Phone where Id, Name were asked.',
    })
  })

  it('is refused when a page holds more rows than told', async () => {
    const body = [columns, ...rowsFrom(0, 3)].map(csvLine).join('')
    server = await answering((_, response) => void response.writeHead(200, pageHeaders(2, null)).end(body))
    await expect(readAll(readPages(server.open().org))).rejects.toMatchObject({ code: 'internal' })
  })

  it('is refused when a row has a cell too few', async () => {
    const body = `${csvLine(columns)}"1"\n`
    server = await answering((_, response) => void response.writeHead(200, pageHeaders(1, null)).end(body))
    await expect(readAll(readPages(server.open().org))).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('1 cells where 2 belong'),
    })
  })

  it.each([
    ['the number of rows', { 'sforce-locator': 'null' }],
    ['the next page', { 'sforce-numberofrecords': '0' }],
  ])('is not taken for complete when the answer does not tell %s', async (_, headers) => {
    server = await answering(
      (__, response) => void response.writeHead(200, headers as Record<string, string>).end(csvLine(columns)),
    )
    await expect(readAll(readPages(server.open().org))).rejects.toMatchObject({ code: 'salesforce_busy' })
  })
})

describe('a result that is gone', () => {
  it.each([
    ['the job is deleted', 404, 'NOT_FOUND', 'The requested resource does not exist'],
    ['the locator is lost', 400, 'INVALIDLOCATOR', 'InvalidLocator : MTIz'],
    ['another API version made it', 409, 'API_ERROR', 'Use the version of the job.'],
  ])('is not found when %s', async (_, status, errorCode, message) => {
    server = await answering((__, response) => json(response, status, [{ errorCode, message }]))
    await expect(readAll(readPages(server.open().org, { from: 'MTIz' }))).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('a reader that is told to stop', () => {
  it('stops within a page, with the reason it was given', async () => {
    server = await answering((_, response) => {
      response.writeHead(200, pageHeaders(5, null)).write(csvLine(columns) + csvLine(['1', 'a']))
    })
    const stop = new AbortController()
    const reading = readAll(readPages(server.open().org, { signal: stop.signal }))
    const reason = new Error('The run was canceled.')
    stop.abort(reason)
    await expect(reading).rejects.toBe(reason)
  })
})
