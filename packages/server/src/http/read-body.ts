import { SyncError } from '@pryzm/salesforce-sdk/contract'

/** Longest body of a request; a mapping of 3,000 pairs is some 500 kB. */
const maxBodyBytes = 1_000_000

/**
 * Reads the JSON body of a request that changes something. Rejects with `too_large` as soon as too much has come, and with
 * `invalid_input` for anything but a JSON object.
 */
export async function readBody(request: Request): Promise<string> {
  const text = await readText(request)
  if (text.trim() === '') return '{}'
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\b/i.test(type))
    throw new SyncError('invalid_input', 'Send the body as JSON, with the header Content-Type: application/json.')
  if (!isJsonObject(text)) throw new SyncError('invalid_input', 'The body is not a JSON object.')
  return text
}

async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBodyBytes) throw tooLarge()
  if (request.body === null) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body) {
    bytes += chunk.byteLength
    if (bytes > maxBodyBytes) throw tooLarge()
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

function tooLarge(): SyncError {
  return new SyncError('too_large', `The request is larger than ${maxBodyBytes / 1_000_000} MB.`)
}
