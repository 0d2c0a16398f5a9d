import { routes } from '../request-context.ts'

export const events = {
  stream: routes.events.stream.handler(async function* ({ context: { ports, caller }, signal }) {
    yield* ports.live.subscribe(caller.workspace, signal ?? new AbortController().signal)
  }),
}
