import type { PushPreview } from '@pryzm/salesforce-sdk'
import { useEffect } from 'react'
import { useAnnounce, useText } from '../../presentation.ts'
import { Button, commonMessages, Dialog, ErrorNotice, ExternalLink, Notice, Skeleton } from '../../primitives/index.ts'
import { PreviewFields } from '../../primitives/preview-fields.tsx'
import type { PushLook } from './push-look.ts'
import type { KnownPush } from './use-push.ts'

export interface PushReviewDialogProps {
  state: KnownPush
  /** The button's own name: what a press does, and to which record. */
  title: string
  look: PushLook
}

/** What a push would change in Salesforce, value by value, before it is sent. */
export default function PushReviewDialog({ state, title, look: { text } }: PushReviewDialogProps) {
  const { review, push } = state
  const announce = useAnnounce()
  const preview = review.status === 'ready' ? review.preview : null
  const summary = preview && summaryOf(preview, text)
  useEffect(() => {
    if (summary) announce(summary)
  }, [announce, summary])
  const send = () => {
    review.close()
    push()
  }
  const overwrites = preview?.fields.some(({ note }) => note?.code === 'changed_since_sync') === true
  return (
    <Dialog
      open
      size="m"
      title={title}
      onClose={review.close}
      footer={
        <>
          <Button onClick={review.close}>{text.cancel}</Button>
          {preview?.action !== 'refused' && (
            <Button
              variant="primary"
              busy={review.status === 'loading'}
              disabledReason={preview?.action === 'unchanged' ? text.unchanged : undefined}
              onClick={send}
            >
              {overwrites ? text.pushAnyway : text.push}
            </Button>
          )}
        </>
      }
    >
      {review.status === 'loading' && (
        <>
          <Skeleton width="l" />
          <Skeleton width="full" />
          <Skeleton width="full" />
        </>
      )}
      {review.status === 'failed' && <ErrorNotice title={text.reviewFailed} error={review.error} retry={review.retry} />}
      {preview && <Review preview={preview} summary={summary ?? ''} overwrites={overwrites} text={text} />}
    </Dialog>
  )
}

interface ReviewProps {
  preview: PushPreview
  summary: string
  overwrites: boolean
  text: PushLook['text']
}

function Review({ preview, summary, overwrites, text }: ReviewProps) {
  const common = useText('common', commonMessages)
  if (preview.action === 'refused') return <Notice tone="warning" title={preview.reason?.sentence ?? text.notPushed} />
  const mapped = preview.fields.filter(({ pairId }) => pairId !== null)
  return (
    <>
      <p className="pz-box">
        {summary}{' '}
        {preview.salesforceUrl !== null && <ExternalLink href={preview.salesforceUrl}>{common.openInSalesforce}</ExternalLink>}
      </p>
      {preview.reason && <Notice tone="info" title={preview.reason.sentence} />}
      {overwrites && (
        <Notice tone="warning" title={text.newerTitle}>
          {text.newerBody}
        </Notice>
      )}
      <PreviewFields
        fields={mapped}
        label={text.reviewValues}
        words={{
          written: text.willChange,
          unchanged: text.staysSame,
          skipped: text.outcomeSkipped,
          source: text.inPryzm,
          target: text.inSalesforce,
          becomes: text.becomes,
        }}
      />
    </>
  )
}

function summaryOf({ action, fields, orgName }: PushPreview, text: PushLook['text']): string | null {
  if (action === 'refused') return null
  if (action === 'unchanged') return text.unchanged
  const count = fields.filter(({ outcome }) => outcome === 'written').length
  const org = orgName ?? 'Salesforce'
  return action === 'create' ? text.willCreate({ org, count }) : text.willUpdate({ count })
}
