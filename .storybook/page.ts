import type { FrameGlobals } from './globals.ts'
import { wearHost } from './hosts/hosts.ts'

/** The writing direction asked for; Arabic has its own. */
export function directionOf({ dir, locale }: Pick<FrameGlobals, 'dir' | 'locale'>): 'ltr' | 'rtl' {
  return locale === 'ar' ? 'rtl' : dir
}

/** Gives the whole page the language, the direction and the stylesheets of the toolbars, as a host's page has them. */
export function dressPage(globals: FrameGlobals): void {
  const { documentElement: html } = document
  html.lang = globals.locale === 'pseudo' ? 'en-XA' : globals.locale
  html.dir = directionOf(globals)
  wearHost(globals.host, globals.kit)
}
