import type { ReactNode } from 'react'
import type { LoadingPhase } from '../data/loading-phase.ts'
import { useText } from '../presentation.ts'
import { classes, type PartAttributes } from '../styles/parts.ts'
import { Button } from './button.tsx'
import { commonMessages } from './common.messages.ts'

export interface LoadingProps {
  phase: LoadingPhase
  /** Said once it takes long, such as "Still checking the connection". */
  slowTitle: string
  retry: () => void
  part?: PartAttributes
  /** Skeletons in the shape of what will come; nothing of them is rendered while the wait is short. */
  children: ReactNode
}

/** A wait: first nothing, then skeletons, then also a word and a way to ask again. */
export function Loading({ phase, slowTitle, retry, part, children }: LoadingProps) {
  const text = useText('common', commonMessages)
  return (
    <div {...part} className={classes('pz-box pz-loading', part?.className)} data-phase={phase}>
      {phase !== 'quiet' && children}
      {phase === 'slow' && (
        <div className="pz-box pz-actions">
          <span className="pz-box pz-muted">{slowTitle}</span>
          <Button size="s" onClick={retry}>
            {text.tryAgain}
          </Button>
        </div>
      )}
    </div>
  )
}
