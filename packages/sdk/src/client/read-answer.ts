import { answeredError, asSyncError } from './as-sync-error.ts'
import { eventStream } from './event-stream.ts'

/** What a route answered: its JSON, or its live events. Throws the error that it answered instead. */
export async function readAnswer(response: Response): Promise<unknown> {
  if (!response.ok) throw await answeredError(response)
  const isEvents = response.headers.get('content-type')?.startsWith('text/event-stream')
  try {
    return await (isEvents && response.body ? eventStream(response.body) : response.json())
  } catch (error) {
    throw asSyncError(error)
  }
}
