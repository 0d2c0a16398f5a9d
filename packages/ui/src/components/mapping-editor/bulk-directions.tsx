import { directions, type SalesforceObject } from '@pryzm/salesforce-sdk'
import { useAnnounce } from '../../presentation.ts'
import { Button } from '../../primitives/index.ts'
import { directionIcons } from './direction-control.tsx'
import type { EditorWords } from './editor-words.ts'
import type { MappingStore } from './mapping-store.ts'

export interface BulkDirectionsProps {
  object: SalesforceObject
  /** The pairs that the filter leaves. */
  pairIds: readonly string[]
  store: MappingStore
  words: EditorWords
}

/** Turns every pair that is shown, as one step that undo takes back. */
export function BulkDirections({ object, pairIds, store, words: { t, part } }: BulkDirectionsProps) {
  const announce = useAnnounce()
  const question = t.setDirectionsOf({ count: pairIds.length })
  const turn = (direction: (typeof directions)[number]) => {
    const { byId } = store.getSnapshot().draft[object]
    const turns = pairIds.filter((id) => byId[id]?.direction !== direction).map((pairId) => ({ object, pairId, direction }))
    const word = t[direction]
    if (turns.length === 0) return announce(t.directionsEqual({ direction: word }))
    store.edit({ kind: 'set_directions', turns })
    announce(t.directionsSet({ count: turns.length, direction: word }))
  }
  return (
    <div role="group" aria-label={question} {...part('bulk')}>
      <span {...part('bulk-text')}>{question}</span>
      {directions.map((direction) => {
        const Icon = directionIcons[direction]
        return (
          <Button key={direction} size="s" icon={<Icon />} onClick={() => turn(direction)}>
            {t[direction]}
          </Button>
        )
      })}
    </div>
  )
}
