import type { Logger } from '../engine/ports/index.ts'

/** Writes one line of JSON a message; errors with name, message and stack, secrets as `[secret]`. */
export const consoleLogger: Logger = {
  info: (message, details) => write('info', message, details),
  warn: (message, details) => write('warn', message, details),
  error: (message, details) => write('error', message, details),
}

function write(level: 'info' | 'warn' | 'error', message: string, details: Record<string, unknown> = {}): void {
  console[level](
    JSON.stringify({ level, message, ...details }, (_, value: unknown) => (value instanceof Error ? told(value) : value)),
  )
}

function told({ name, message, stack, cause }: Error): Record<string, unknown> {
  return { name, message, stack, ...(cause !== undefined && { cause }) }
}
