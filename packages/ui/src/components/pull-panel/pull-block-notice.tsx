import { usePresentation } from '../../presentation.ts'
import { AppLink, Notice } from '../../primitives/index.ts'
import type { PullLook } from './pull-look.ts'
import type { PullBlock } from './pull-readiness.ts'

/** Why a pull cannot start, in one sentence. */
export function blockSentence(block: PullBlock, text: PullLook['text']): string {
  switch (block.kind) {
    case 'not_connected':
      return text.notConnected
    case 'connection_broken':
      return text.connectionBroken
    case 'no_entity_access':
      return text.noEntityAccess
    case 'nothing_mapped':
      return text.nothingMapped
    case 'nothing_pulls':
      return text.nothingPulls
    case 'setup':
      return text.blockedBySetup
    case 'pipeline':
      return text.blockedByPipeline
    case 'mapping':
      return text.blockedByMapping({ count: block.count })
  }
  return block satisfies never
}

/** The gate that a pull stands at, with the way through it. */
export function PullBlockNotice({ block, look: { text } }: { block: PullBlock; look: PullLook }) {
  const wayOut = useWayOut(block, text)
  return (
    <Notice
      tone={'issue' in block ? 'warning' : 'neutral'}
      title={blockSentence(block, text)}
      actions={wayOut && <AppLink to={wayOut.to}>{wayOut.label}</AppLink>}
    />
  )
}

function useWayOut(block: PullBlock, text: PullLook['text']): { to: string; label: string } | undefined {
  const { links } = usePresentation()
  if (block.kind === 'not_connected' || block.kind === 'connection_broken') {
    return { to: links.settings, label: text.toConnection }
  }
  if (block.kind === 'nothing_mapped' || block.kind === 'nothing_pulls') return { to: links.mapping, label: text.toMapping }
  if (block.kind === 'setup') return { to: links.setup, label: text.toSetup }
  if (block.kind === 'pipeline') return { to: links.mapping, label: text.toPipeline }
  if (!('issue' in block)) return undefined
  const { object, pairId } = block.issue
  return { to: pairId === null ? links.mapping : links.mappingRow(object, pairId), label: text.toFirstError }
}
