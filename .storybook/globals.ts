import type { HostName, KitPlace } from './hosts/hosts.ts'
import type { LocaleName } from './languages.ts'
import type { Wait } from './transport.ts'

/** What the toolbars say. */
export interface FrameGlobals {
  theme: 'light' | 'dark' | 'both' | 'indigo' | 'yellow'
  dir: 'ltr' | 'rtl'
  width: '320' | '480' | '600' | '900' | 'full'
  density: 'comfortable' | 'compact'
  locale: LocaleName
  host: HostName
  kit: KitPlace
  /** `shown`: a striped border close around the component, so that a margin of its own stands out as a gap. */
  margins: 'hidden' | 'shown'
  /** How long the scenario takes to answer. */
  answers: Wait
  /** Port of a server on this machine that answers instead of the story's scenario; none where empty. */
  server: string
}

/** What they say before anybody has touched them. */
export const plainGlobals: FrameGlobals = {
  theme: 'light',
  dir: 'ltr',
  width: 'full',
  density: 'comfortable',
  locale: 'en',
  host: 'none',
  kit: 'first',
  margins: 'hidden',
  server: '',
  answers: 'at once',
}
