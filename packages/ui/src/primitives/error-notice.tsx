import { SyncError } from '@pryzm/salesforce-sdk'
import type { ReactNode } from 'react'
import { useErrorSentence } from '../error-sentence.ts'
import { usePresentation, useText } from '../presentation.ts'
import { Button } from './button.tsx'
import { commonMessages } from './common.messages.ts'
import { CopyButton } from './copy-button.tsx'
import { Notice } from './notice.tsx'
import { RemedyLink } from './remedy-link.tsx'

export interface ErrorNoticeProps {
  /** What did not work, such as "The connection didn't load"; the error's own sentence where something above says it already. */
  title?: ReactNode
  error: unknown
  /** Said in place of the error's own sentence. */
  sentence?: string | undefined
  retry?: (() => void) | undefined
  retrying?: boolean
  /** More to do than to try again. */
  actions?: ReactNode
}

/** A failure with its reason, a way on, and the details that support needs. */
export function ErrorNotice({ title, error, sentence, retry, retrying = false, actions }: ErrorNoticeProps) {
  const text = useText('common', commonMessages)
  const sentenceOf = useErrorSentence()
  const said = sentence ?? (error instanceof SyncError ? sentenceOf(error) : null)
  const shownTitle = title ?? said
  const { ErrorState } = usePresentation().slots
  if (ErrorState) return <ErrorState title={shownTitle} error={error} retry={retry} />
  const requestId = error instanceof SyncError ? error.requestId : undefined
  return (
    <Notice
      tone="danger"
      title={shownTitle}
      actions={
        <>
          {retry && (
            <Button size="s" busy={retrying} onClick={retry}>
              {text.tryAgain}
            </Button>
          )}
          {actions}
          {error instanceof SyncError && <RemedyLink remedy={error.remedy} />}
          <CopyButton size="s" variant="plain" label={text.copyDetails} text={() => errorDetails(error)} />
        </>
      }
    >
      {title !== undefined && said !== null && <p className="pz-box">{said}</p>}
      {requestId !== undefined && <p className="pz-box pz-muted">{text.requestId({ id: requestId })}</p>}
    </Notice>
  )
}

/** What support needs to find a failure: its code, request and time; never a token or a field's value. */
function errorDetails(error: unknown): string {
  const known = error instanceof SyncError ? error : undefined
  return [
    `Code: ${known?.code ?? 'unexpected'}`,
    `Request: ${known?.requestId ?? 'none'}`,
    `Message: ${error instanceof Error ? error.message : String(error)}`,
    `Time: ${new Date().toISOString()}`,
    `Page: ${location.pathname}`,
    `Browser: ${navigator.userAgent}`,
  ].join('\n')
}
