import type { Context } from 'hono'
import { refusal } from '../wire/salesforce-error.ts'

/** Reads the body as a JSON object; throws Salesforce's refusal of anything else. */
export async function readJsonObject(c: Context): Promise<Record<string, unknown>> {
  const text = await c.req.text()
  const contentType = c.req.header('Content-Type') ?? 'application/json'
  if (!contentType.includes('json')) throw refusal('UNSUPPORTED_MEDIA_TYPE', 'Content type not supported', 415)
  return parseObject(text)
}

/** Reads a text as a JSON object; throws Salesforce's refusal of anything else. */
export function parseObject(text: string): Record<string, unknown> {
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch (error) {
    throw refusal('JSON_PARSER_ERROR', error instanceof Error ? error.message : String(error))
  }
  if (!isObject(body)) throw refusal('JSON_PARSER_ERROR', 'Expected a JSON object at [line:1, column:1]')
  return body
}

/** Whether a JSON value is an object, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
