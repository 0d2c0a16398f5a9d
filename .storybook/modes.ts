/** A look at a story: toolbar values, the window's width, and what the system asks for. */
export interface Mode {
  globals: Record<string, string>
  /** CSS pixels of the window. */
  width: number
  system?: { forcedColors?: 'active'; reducedMotion?: 'reduce' }
}

/** In these a reviewer looks at every state; at other stories in the first two. */
export const modes: Record<string, Mode> = {
  'light-900': { globals: { theme: 'light' }, width: 900 },
  'dark-900': { globals: { theme: 'dark' }, width: 900 },
  'light-320': { globals: { theme: 'light' }, width: 320 },
  'rtl-600': { globals: { dir: 'rtl' }, width: 600 },
  'forced-colors': { globals: {}, width: 900, system: { forcedColors: 'active' } },
  'reduced-motion': { globals: {}, width: 900, system: { reducedMotion: 'reduce' } },
}
