import type { Queryable, Transaction } from './sql.ts'

/**
 * Runs `work` with a transaction that sends one statement at a time: callers need not wait for one before they ask for the next.
 * Waits in the end for what was sent, and refuses what comes later, for the connection goes on to other work.
 */
export async function inTurn<Result>(on: Queryable, work: (transaction: Transaction) => Promise<Result>): Promise<Result> {
  let last: Promise<unknown> = Promise.resolve()
  let ended = false

  function after<Answer>(send: () => Promise<Answer>): Promise<Answer> {
    if (ended) return Promise.reject(new Error('The transaction that this statement is for has ended.'))
    const answer = last.then(send)
    last = answer.catch(() => undefined)
    return answer
  }

  try {
    return await work({
      query: (text, parameters) => after(() => on.query(text, parameters)),
      copy: (text, chunks) => after(() => on.copy(text, chunks)),
      alone: (aside) => after(() => inTurn(on, aside)),
    })
  } finally {
    ended = true
    await last
  }
}
