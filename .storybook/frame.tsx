import { createSalesforceClient } from '@pryzm/salesforce-sdk'
import type { ScenarioTransport } from '@pryzm/salesforce-sdk/testing'
import { type Appearance, SalesforceProvider } from '@pryzm/salesforce-ui'
import type { FrameGlobals } from './globals.ts'
import { wordsOf } from './languages.ts'
import { directionOf } from './page.ts'
import { type ReactNode, StrictMode, useMemo } from 'react'

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
      <div className="frames">
        {themes.map((theme) => (
          <Page key={theme} {...props} globals={{ ...globals, theme }} />
        ))}
      </div>
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
    <div className="frame" dir={directionOf(globals)} data-theme={appearance.colorScheme} data-width={globals.width}>
      <SalesforceProvider
        client={client}
        appearance={appearance}
        timeZone="UTC"
        {...wordsOf(globals.locale)}
        dir={directionOf(globals)}
        assign={(url) => console.info(`Leaving for ${url}`)}
        onNavigate={(to) => console.info(`Going to ${to}`)}
        onError={({ component, code }) => console.info(`${component} failed: ${code}`)}
      >
        {globals.margins === 'shown' ? <div className="frame-margins">{children}</div> : children}
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
