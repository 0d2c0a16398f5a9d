import type { HostEvent } from './world.ts'

/** Events that the host has not taken yet, kept across processes. */
export interface EventOutbox {
  /** Keeps an event. Whoever keeps it offers it first: it is due for others only at that time. */
  keep(event: HostEvent, dueAt: Date): Promise<void>
  /** Nobody offers the event before that time. */
  postpone(id: string, dueAt: Date): Promise<void>
  /** The host has it, or nobody will offer it any more. */
  drop(id: string): Promise<void>
  /** Events that are due, at most `limit`, those due longest first. They are the caller's alone until `dueAgainAt`. */
  claim(now: Date, dueAgainAt: Date, limit: number): Promise<HostEvent[]>
}
