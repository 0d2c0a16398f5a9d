import { type AnchorHTMLAttributes, type ComponentType, createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Formats, formatsFor } from './formats.ts'
import { defaultLinks, type Links } from './links.ts'
import { bindMessages, type Overrides, type Text } from './messages.ts'
import type { PartClass, SlotOwner, Slots } from './styles/slots.ts'
import { createParts, type Part } from './styles/parts.ts'

/** A sentence for the host's own toasts. */
export interface Note {
  tone: 'success' | 'info' | 'warning' | 'danger'
  text: string
}

/** What a replaced icon is told. */
export interface IconSlotProps {
  name: string
  className: string
}

export interface NoticeSlotProps {
  tone: string
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
}

export interface EmptyStateSlotProps {
  title: ReactNode
  children?: ReactNode
  action?: ReactNode
}

export interface ErrorStateSlotProps {
  title: ReactNode
  error: unknown
  retry?: (() => void) | undefined
}

/** Whole parts that a host may replace with its own. */
export interface ReplaceableParts {
  Link: ComponentType<AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }>
  Icon: ComponentType<IconSlotProps>
  Notice: ComponentType<NoticeSlotProps>
  EmptyState: ComponentType<EmptyStateSlotProps>
  ErrorState: ComponentType<ErrorStateSlotProps>
  /** Leads to the account team where the product module is off, such as a link to a form; nothing by default. */
  Contact: ComponentType
  /** The licensed Salesforce logo of the host; a neutral cloud by default. */
  Logo: ComponentType
}

/** How the kit looks and speaks here; views and primitives read nothing else. */
export interface Presentation {
  formats: Formats
  /** The host's words by owner, such as `connection`. */
  messages: Readonly<Record<string, object | undefined>>
  /** The host's classes by dotted part, such as `connection.title`. */
  classNames: Readonly<Record<string, PartClass | undefined>>
  links: Links
  slots: Partial<ReplaceableParts>
  /** Where dialogs are rendered; null until the frame is mounted. */
  portal: HTMLElement | null
  announce: (sentence: string, urgency?: 'status' | 'alert') => void
  notify: (note: Note) => void
  /** The host's router; a plain link is followed where it is absent. */
  navigate: ((to: string) => void) | undefined
  /** Leaves the page for another site, such as Salesforce's sign-in. */
  assign: (url: string) => void
}

const standalone: Presentation = {
  formats: formatsFor('en'),
  messages: {},
  classNames: {},
  links: defaultLinks,
  slots: {},
  portal: null,
  announce() {},
  notify() {},
  navigate: undefined,
  assign: (url) => globalThis.location.assign(url),
}

export const PresentationContext = createContext<Presentation>(standalone)

export function usePresentation(): Presentation {
  return useContext(PresentationContext)
}

/** Says a sentence to screen readers: politely, or as an `alert` after a person's action failed. */
export function useAnnounce(): Presentation['announce'] {
  return usePresentation().announce
}

export function useFormats(): Formats {
  return usePresentation().formats
}

/** A component's messages in the host's words: its defaults, the provider's `messages`, then the component's own. */
export function useText<Catalog extends object>(
  owner: SlotOwner | 'common',
  defaults: Catalog,
  own?: Overrides<Catalog>,
): Text<Catalog> {
  const { formats, messages } = usePresentation()
  const overrides = messages[owner]
  return useMemo(() => bindMessages(formats, defaults, overrides, own), [formats, defaults, overrides, own])
}

export interface PartOptions<Owner extends SlotOwner> {
  className?: string | undefined
  classNames?: Partial<Record<Slots[Owner], PartClass>> | undefined
}

/** Names the parts of a component: `part('title', { tone })` gives its classes, `data-slot` and `data-*`. */
export function useParts<Owner extends SlotOwner>(owner: Owner, block: string, options: PartOptions<Owner> = {}): Part<Owner> {
  const { classNames } = usePresentation()
  const { className, classNames: own } = options
  // Kept from render to render, so that it can be handed to memoized rows.
  return useMemo(
    () =>
      createParts(owner, block, (slot) => [classNames[`${owner}.${slot}`], own?.[slot], slot === 'root' ? className : undefined]),
    [owner, block, classNames, own, className],
  )
}
