import type { ReactNode } from 'react'
import { usePresentation } from '../presentation.ts'

export interface IconProps {
  className?: string
}

function icon(name: string, drawing: ReactNode, mirrored = false) {
  return function Icon({ className = '' }: IconProps) {
    const { Icon: HostIcon } = usePresentation().slots
    const all = `pz-box pz-icon ${className}`
    if (HostIcon) return <HostIcon name={name} className={all} />
    return (
      <svg
        className={all}
        viewBox="0 0 16 16"
        aria-hidden="true"
        focusable="false"
        data-icon={name}
        data-mirrored={mirrored || undefined}
      >
        {drawing}
      </svg>
    )
  }
}

const octagon = 'M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3z'

// Statuses: each has its own outline, so that it is told without colour.
export const WaitingIcon = icon('waiting', <circle cx="8" cy="8" r="6" />)
export const RunningIcon = icon(
  'running',
  <>
    <circle className="pz-icon-track" cx="8" cy="8" r="6" />
    <path className="pz-icon-arc" d="M8 2a6 6 0 0 1 6 6" />
  </>,
)
export const PausedIcon = icon(
  'paused',
  <path d="M4 1.8h8A2.2 2.2 0 0 1 14.2 4v8a2.2 2.2 0 0 1-2.2 2.2H4A2.2 2.2 0 0 1 1.8 12V4A2.2 2.2 0 0 1 4 1.8zM6.2 5.5v5M9.8 5.5v5" />,
)
export const DoneIcon = icon(
  'done',
  <path
    className="pz-icon-solid"
    fillRule="evenodd"
    d="M8 1.2a6.8 6.8 0 1 1 0 13.6A6.8 6.8 0 0 1 8 1.2zm3.9 4.4a.8.8 0 0 0-1.2-1L7 8.9 5.2 7.2a.8.8 0 0 0-1.1 1.1l2.4 2.3a.8.8 0 0 0 1.2 0z"
  />,
)
export const SkippedIcon = icon('done-with-skips', <path d="M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM5 6.8l1.9 1.8L11 4.9M6 11.2h4" />)
export const AttentionIcon = icon('attention', <path d="M8 1.9l6.5 11.6h-13zM8 6.2v3.4M8 11.4v.2" />)
export const FailedIcon = icon('failed', <path d={`${octagon}M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4`} />)
export const CancelledIcon = icon('cancelled', <path d="M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM3.8 12.2l8.4-8.4" />)
export const UnknownIcon = icon(
  'unknown',
  <>
    <circle className="pz-icon-dashed" cx="8" cy="8" r="6.2" />
    <path d="M6.3 6.5c0-1.1.8-1.7 1.7-1.7s1.7.6 1.7 1.6c0 1.2-1.7 1.3-1.7 2.5M8 11v.2" />
  </>,
)
export const LockedIcon = icon('locked', <path d="M3.2 7h9.6v7H3.2zM5 7V4.8a3 3 0 0 1 6 0V7M8 9.7v1.7" />)
export const InfoIcon = icon('info', <path d="M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2zM8 7.4v3.6M8 5v.2" />)

// Directions point along the line of reading: from Pryzm, on the start side, to Salesforce.
export const BothWaysIcon = icon('both-ways', <path d="M2 5.5h11M10.5 3L13 5.5 10.5 8M14 10.5H3M5.5 8L3 10.5 5.5 13" />, true)
export const PullIcon = icon('pull', <path d="M14 8H2.5M6.5 4l-4 4 4 4" />, true)
export const PushIcon = icon('push', <path d="M2 8h11.5M9.5 4l4 4-4 4" />, true)

// Actions
export const OrganizationIcon = icon(
  'organization',
  <path d="M2.5 14V3.5l6-1.5v12M8.5 6.5h5V14M1.5 14h13M5 6h1M5 9h1M11 9h.5M11 11.5h.5" />,
)
export const PersonIcon = icon(
  'person',
  <path d="M8 2.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6zM2.5 14c.4-2.8 2.6-4.2 5.5-4.2s5.1 1.4 5.5 4.2" />,
)
export const PipelineIcon = icon('pipeline', <path d="M1.5 3h13l-4.5 5.500V13.500L6 12V8.500z" />)
export const PackageIcon = icon(
  'package',
  <path d="M8 1.800l5.5 3v6.400L8 14.200l-5.5-3V4.800zM2.5 4.800L8 7.800l5.5-3M8 7.800v6.4" />,
)
export const ExternalIcon = icon('external', <path d="M6.5 3H3v10h10V9.5M9.5 2.5h4v4M13.2 2.8L7.5 8.5" />, true)
export const ChevronIcon = icon('chevron', <path d="M6 3.5L10.5 8 6 12.5" />, true)
export const ChevronDownIcon = icon('chevron-down', <path d="M3.5 6L8 10.5 12.5 6" />)
export const ChevronUpIcon = icon('chevron-up', <path d="M3.5 10L8 5.5 12.5 10" />)
export const CloseIcon = icon('close', <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />)
export const RefreshIcon = icon('refresh', <path d="M13.5 8A5.5 5.5 0 1 1 11.6 3.8L13.5 5.4M13.5 2v3.4h-3.4" />)
export const AddIcon = icon('add', <path d="M8 2.5v11M2.5 8h11" />)
export const CopyIcon = icon('copy', <path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />)
export const CheckIcon = icon('check', <path d="M3 8.5l3.3 3.2L13 4.5" />)
export const UndoIcon = icon('undo', <path d="M6 3L2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7" />, true)
export const RedoIcon = icon('redo', <path d="M10 3l3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H9" />, true)
export const CloudIcon = icon('cloud', <path d="M4.7 12.5a3.2 3.2 0 0 1-.3-6.4A4 4 0 0 1 12 5.7a3.4 3.4 0 0 1-.4 6.8z" />)
