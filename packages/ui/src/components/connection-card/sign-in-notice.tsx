import { usePresentation } from '../../presentation.ts'
import { Button, Notice } from '../../primitives/index.ts'
import type { PieceProps } from './card-look.ts'

/** The sign-in in a window of its own: how to get back to it, and what to do where the browser refused it. */
export function SignInNotice({ state: { signInWindow }, look: { text } }: PieceProps) {
  const { assign } = usePresentation()
  const { status, authorizeUrl, bringToFront, close } = signInWindow
  if (status === 'closed') return null
  if (status === 'blocked') {
    return (
      <Notice
        tone="warning"
        title={text.popupBlocked}
        actions={
          <Button size="s" busy={authorizeUrl === null} onClick={() => authorizeUrl !== null && assign(authorizeUrl)}>
            {text.continueHere}
          </Button>
        }
      >
        {text.popupBlockedBody}
      </Notice>
    )
  }
  return (
    <Notice
      tone="info"
      status="running"
      title={text.popupOpen}
      actions={
        <>
          {status === 'open' && (
            <Button size="s" onClick={bringToFront}>
              {text.bringToFront}
            </Button>
          )}
          <Button size="s" variant="plain" onClick={close}>
            {text.cancelSignIn}
          </Button>
        </>
      }
    >
      {status === 'unreachable' ? text.popupLost : null}
    </Notice>
  )
}
