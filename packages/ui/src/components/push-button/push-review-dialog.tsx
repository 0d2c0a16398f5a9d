import type { PushPreview } from '@pryzm/salesforce-sdk'
import { useEffect } from 'react'
import { useAnnounce, useFormats, useText } from '../../presentation.ts'
import { Button, commonMessages, Dialog, ErrorNotice, ExternalLink, Notice, Skeleton } from '../../primitives/index.ts'
import { ChangeTable } from './change-table.tsx'
import type { PushLook } from './push-look.ts'
import type { KnownPush } from './use-push.ts'
import { overwrites } from './use-push-review.ts'

export interface PushReviewDialogProps {
  state: KnownPush
  /** The button's own name: what a press does, and to which record. */
  title: string
  look: PushLook
}

/** What a push would change in Salesforce, value by value, before it is sent. */
export default function PushReviewDialog({ state, title, look }: PushReviewDialogProps) {
  const { review, push } = state
  const { text } = look
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
              {preview?.fields.some(overwrites) ? text.pushAnyway : text.push}
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
      {preview && <Review preview={preview} summary={summary ?? ''} look={look} />}
    </Dialog>
  )
}

interface ReviewProps {
  preview: PushPreview
  summary: string
  look: PushLook
}

function Review({ preview, summary, look: { text, part } }: ReviewProps) {
  const common = useText('common', commonMessages)
  const { list } = useFormats()
  if (preview.action === 'refused') return <Notice tone="warning" title={preview.reason?.sentence ?? text.notPushed} />
  const mapped = preview.fields.filter(({ pairId }) => pairId !== null)
  const changing = mapped.filter(({ outcome }) => outcome !== 'unchanged')
  const same = mapped.filter(({ outcome }) => outcome === 'unchanged').map(({ attributeLabel }) => attributeLabel)
  const overwritten = mapped.filter(overwrites).map(({ attributeLabel }) => attributeLabel)
  return (
    <>
      <p {...part('summary')}>
        {summary}{' '}
        {preview.salesforceUrl !== null && <ExternalLink href={preview.salesforceUrl}>{common.openInSalesforce}</ExternalLink>}
      </p>
      {preview.reason && <Notice tone="info" title={preview.reason.sentence} />}
      {overwritten.length > 0 && (
        <Notice tone="warning" title={text.newerTitle}>
          {text.newerBody({ names: list(overwritten) })}
        </Notice>
      )}
      {changing.length > 0 && <ChangeTable fields={changing} text={text} />}
      {same.length > 0 && <p className="pz-box pz-muted">{text.sameFields({ names: list(same) })}</p>}
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
