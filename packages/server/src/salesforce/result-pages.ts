import { SyncError } from '@pryzm/salesforce-sdk/contract'
import type { ResultPage } from '../engine/ports/index.ts'
import { ApiError, refusalsOf } from './api-error.ts'
import { asSyncError } from './errors.ts'
import { pauseBefore, repeatUnanswered } from './patience.ts'
import { openPage, type PageDownload, rowBlocks } from './result-page.ts'
import type { Session } from './session.ts'
import { Unanswered } from './unanswered.ts'

interface Result {
  queryId: string
  columns: readonly string[]
  signal: AbortSignal
}

/**
 * Reads the pages of a Bulk query result from a locator on. The next page is asked for as soon as the headers of this one are
 * in; its rows wait in the socket until this one is read. Leaving the loop closes the downloads; a page that is read only then
 * is asked for again.
 */
export async function* resultPages(
  session: Session,
  queryId: string,
  options: { columns: readonly string[]; from: string | null; signal: AbortSignal },
): AsyncGenerator<ResultPage> {
  const leaving = new AbortController()
  const result = { queryId, columns: options.columns, signal: options.signal }
  const looking = { ...result, signal: AbortSignal.any([options.signal, leaving.signal]) }
  const ask = (locator: string | null) => {
    const page = askForPage(session, looking, locator)
    // A failure is met when the turn of the page comes, not before.
    page.catch(() => undefined)
    return page
  }

  try {
    let upcoming: Promise<PageDownload> | null = ask(options.from)
    while (upcoming !== null) {
      const page: PageDownload = await upcoming
      upcoming = page.next === null ? null : ask(page.next)
      yield { recordCount: page.recordCount, next: page.next, blocks: wholePage(session, result, page) }
    }
  } catch (error) {
    throw readingError(error, options.signal)
  } finally {
    leaving.abort()
  }
}

function askForPage(session: Session, { queryId, signal }: Result, locator: string | null): Promise<PageDownload> {
  return repeatUnanswered(() => openPage(session, { queryId, locator, signal }), {
    patience: session.patience,
    harmless: () => true,
    signal,
  })
}

/**
 * All rows of a page, each once. A download that is cut goes on where it was: pages stay as they are while the result lives,
 * so the rows handed over are passed by.
 */
async function* wholePage(session: Session, result: Result, first: PageDownload): AsyncGenerator<string[][]> {
  let page = first
  let delivered = 0
  try {
    for (let attempt = 1; ; attempt += 1) {
      try {
        let passed = 0
        for await (const block of rowBlocks(page, result.columns, result.signal)) {
          const fresh = block.slice(Math.max(0, delivered - passed))
          passed += block.length
          delivered += fresh.length
          if (fresh.length > 0) yield fresh
        }
        checkCount(delivered, page.recordCount)
        return
      } catch (error) {
        if (!(error instanceof Unanswered) || attempt >= session.patience.tries) throw error
      }
      await pauseBefore(attempt, session.patience, result.signal)
      page = await askForPage(session, result, first.locator)
    }
  } catch (error) {
    throw readingError(error, result.signal)
  } finally {
    page.answer.discard()
  }
}

function checkCount(delivered: number, told: number): void {
  if (delivered < told) throw new Unanswered(`Salesforce sent ${delivered} of the ${told} rows of a result page.`, 'no')
  if (delivered > told) throw new SyncError('internal', `Salesforce sent ${delivered} rows in a result page of ${told}.`)
}

function readingError(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason
  if (!saysPlaceIsLost(error)) return asSyncError(error)
  const sentence = 'Salesforce does not hand out this part of the result any more. The query has to start again.'
  return new SyncError('not_found', sentence, { cause: error })
}

/** A locator that is not known any more, or a result that another API version has made. */
function saysPlaceIsLost(error: unknown): boolean {
  if (error instanceof ApiError && error.status === 409) return true
  return refusalsOf(error).some(({ code, message }) => /locator/i.test(`${code} ${message}`))
}
