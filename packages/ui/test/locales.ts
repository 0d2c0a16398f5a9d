import { ar } from '../src/locales/ar.ts'
import { de } from '../src/locales/de.ts'
import { es } from '../src/locales/es.ts'
import { fr } from '../src/locales/fr.ts'
import { ja } from '../src/locales/ja.ts'
import type { Translation } from '../src/locales/translation.ts'

/** The languages that the kit brings beside English, by their tag. */
export const locales: Readonly<Record<string, Translation>> = { ar, de, es, fr, ja }

/** Every message of a catalog, by its dotted name; errors are left out, which English does not have. */
export function messagesOf(catalog: object): [name: string, message: string][] {
  return Object.entries(catalog)
    .filter(([owner]) => owner !== 'errors')
    .flatMap(([owner, messages]: [string, Record<string, string>]) =>
      Object.entries(messages).map(([name, message]): [string, string] => [`${owner}.${name}`, message]),
    )
}
