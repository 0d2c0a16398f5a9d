import type { Queryable, Transaction } from './sql.ts'

/** The same, one statement at a time: callers need not wait for one before they send the next. */
export function inTurn(on: Queryable): Transaction {
  let last: Promise<unknown> = Promise.resolve()
  const after = <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
    const answer = last.then(send)
    last = answer.catch(() => undefined)
    return answer
  }
  return {
    query: (text, parameters) => after(() => on.query(text, parameters)),
    copy: (text, chunks) => after(() => on.copy(text, chunks)),
    alone: (work) => after(() => work(inTurn(on))),
  }
}
