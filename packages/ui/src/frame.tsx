import { type ReactNode, useMemo, useRef, useState } from 'react'
import { type Appearance, appearanceAttributes, applyVariables } from './appearance.ts'
import { formatsFor } from './formats.ts'
import { useLayout } from './layout-effect.ts'
import { defaultLinks, type Links } from './links.ts'
import { LiveRegions, useAnnouncements } from './live-regions.tsx'
import type { MessageOverrides } from './message-catalog.ts'
import { type Note, type Presentation, PresentationContext, type ReplaceableParts } from './presentation.ts'
import type { ClassNames } from './styles/slots.ts'

export interface SalesforceFrameProps {
  appearance?: Appearance
  classNames?: ClassNames
  /** BCP 47 tag; `en` by default. Also sets `lang` and the writing direction. */
  locale?: string
  /** IANA time zone in which instants are shown; the browser's by default. */
  timeZone?: string
  dir?: 'ltr' | 'rtl'
  messages?: MessageOverrides
  links?: Partial<Links>
  slots?: Partial<ReplaceableParts>
  /** Where dialogs are rendered instead of a node after the frame. */
  portalContainer?: HTMLElement
  onNavigate?: (to: string) => void
  onNotify?: (note: Note) => void
  /** Leaves the page; `location.assign` by default. */
  assign?: (url: string) => void
  children?: ReactNode
}

const nothing = {}

/** Look and language for views that are given their data by hand; `SalesforceProvider` contains one. */
export function SalesforceFrame(props: SalesforceFrameProps) {
  const { appearance = nothing, locale, dir = directionOf(locale), portalContainer, children } = props
  const frame = useVariables(appearance)
  const overlay = useVariables(appearance)
  const [portal, setPortal] = useState<HTMLElement | null>(null)
  const announcements = useAnnouncements()
  const presentation = usePresentationOf(props, portalContainer ?? portal, announcements.announce)
  const attributes = { ...appearanceAttributes(appearance), dir, lang: locale }
  return (
    <PresentationContext.Provider value={presentation}>
      <div className="pz-root" ref={frame} {...attributes}>
        {children}
        <LiveRegions announcements={announcements} />
      </div>
      <div className="pz-root" ref={overlay} data-pz-overlay="" {...attributes}>
        <div className="pz-overlay" ref={setPortal} />
      </div>
    </PresentationContext.Provider>
  )
}

function usePresentationOf(
  props: SalesforceFrameProps,
  portal: HTMLElement | null,
  announce: Presentation['announce'],
): Presentation {
  const { locale = 'en', timeZone, messages = nothing, classNames = nothing, links = nothing, slots = nothing } = props
  const { onNavigate, onNotify, assign } = props
  return useMemo(
    () => ({
      formats: formatsFor(locale, timeZone),
      messages,
      classNames,
      links: { ...defaultLinks, ...links },
      slots,
      portal,
      announce,
      notify: (note) => onNotify?.(note),
      navigate: onNavigate,
      assign: assign ?? ((url) => globalThis.location.assign(url)),
    }),
    [locale, timeZone, messages, classNames, links, slots, portal, announce, onNavigate, onNotify, assign],
  )
}

function useVariables({ variables }: Appearance) {
  const element = useRef<HTMLDivElement>(null)
  useLayout(() => (element.current ? applyVariables(element.current, variables) : undefined), [variables])
  return element
}

const rightToLeft = new Set(['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'dv', 'ug', 'ckb', 'sd'])

function directionOf(locale: string | undefined): 'ltr' | 'rtl' | undefined {
  return locale === undefined ? undefined : rightToLeft.has(locale.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr'
}
