import type { BulkSettings, ConnectedApp, OrgSettings } from '../org/settings.ts'

/** The switches that stand otherwise than at the start. */
export interface KeptSettings {
  readonly app: Partial<ConnectedApp>
  readonly bulk: Partial<BulkSettings>
  readonly others: Partial<OrgSettings>
}

export function keptSettings(start: OrgSettings, { app, bulk, ...others }: OrgSettings): KeptSettings {
  return { app: differing(start.app, app), bulk: differing(start.bulk, bulk), others: differing<object>(start, others) }
}

/** Changes settings in place, since the org hands them out. */
export function restoreSettings(settings: OrgSettings, { app, bulk, others }: KeptSettings): void {
  Object.assign(settings, others)
  Object.assign(settings.app, app)
  Object.assign(settings.bulk, bulk)
}

function differing<T extends object>(start: T, now: T): Partial<T> {
  const before = new Map(Object.entries(start).map(([name, value]) => [name, JSON.stringify(value)]))
  const changed: Partial<T> = {}
  for (const [name, value] of Object.entries(now)) {
    if (JSON.stringify(value) !== before.get(name)) Object.assign(changed, { [name]: value })
  }
  return changed
}
