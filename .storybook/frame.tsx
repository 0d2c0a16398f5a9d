import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import type { ScenarioTransport } from '@pryzm/salesforce-sdk/testing'
import { type Appearance, SalesforceProvider } from '@pryzm/salesforce-ui'
import type { HostName, KitPlace } from './hosts/hosts.ts'
import { type LocaleName, wordsOf } from './languages.ts'
import { type ReactNode, StrictMode, useMemo } from 'react'

export interface FrameGlobals {
  theme: 'light' | 'dark' | 'both' | 'indigo' | 'yellow'
  dir: 'ltr' | 'rtl'
  width: '320' | '480' | '600' | '900' | 'full'
  density: 'comfortable' | 'compact'
  locale: LocaleName
  host: HostName
  kit: KitPlace
  /** Port of a server on this machine that answers instead of the story's scenario; none where empty. */
  server: string
}

interface FrameProps {
  globals: FrameGlobals
  transport: ScenarioTransport
  children: ReactNode
}

/** The page around a story: a provider over the scenario's answers, at the width and in the look of the toolbar. */
export function Frame({ globals, ...props }: FrameProps) {
  const themes = globals.theme === 'both' ? (['light', 'dark'] as const) : [globals.theme]
  return (
    <StrictMode>
      {themes.map((theme) => (
        <Page key={theme} {...props} globals={{ ...globals, theme }} />
      ))}
    </StrictMode>
  )
}

function Page({ globals, transport, children }: FrameProps) {
  const { server } = globals
  const client = useMemo(
    () => createSalesforceClient(server ? { baseUrl: `http://127.0.0.1:${server}/api/salesforce` } : { baseUrl, transport }),
    [server, transport],
  )
  const appearance = useMemo(() => appearanceOf(globals), [globals])
  return (
    <div
      className="frame"
      dir={globals.locale === 'ar' ? 'rtl' : globals.dir}
      data-theme={appearance.colorScheme}
      data-width={globals.width}
    >
      <SalesforceProvider
        client={client}
        appearance={appearance}
        timeZone="UTC"
        {...wordsOf(globals.locale)}
        dir={globals.locale === 'ar' ? 'rtl' : globals.dir}
        assign={(url) => console.info(`Leaving for ${url}`)}
        onNavigate={(to) => console.info(`Going to ${to}`)}
        onError={({ component, code }) => console.info(`${component} failed: ${code}`)}
      >
        {children}
      </SalesforceProvider>
    </div>
  )
}

const baseUrl = '/api/salesforce'

const brands = { indigo: '#4b0082', yellow: '#ffd400' } as const

function appearanceOf({ theme, density }: FrameGlobals): Appearance {
  if (theme === 'light' || theme === 'dark') return { colorScheme: theme, density }
  return { colorScheme: 'light', density, variables: theme === 'both' ? {} : { accent: brands[theme] } }
}
