import { Checkbox } from '../../primitives/index.ts'
import { DirectionControl, DirectionText } from './direction-control.tsx'
import type { EditorWords } from './editor-words.ts'
import type { ObjectDraft } from './mapping-draft.ts'
import type { MappingStore } from './mapping-store.ts'

export interface ObjectBarProps {
  draft: ObjectDraft
  /** Pryzm's name of the records, in the plural. */
  label: string
  /** Why nothing of it can be changed; null where it can. */
  lockedBecause: string | null
  store: MappingStore
  words: EditorWords
}

/** What holds for a whole object pair: whether it syncs, which way, and what that allows. */
export function ObjectBar({ draft, label, lockedBecause, store, words }: ObjectBarProps) {
  const { object } = draft
  const locked = lockedBecause !== null
  const { t, part } = words
  const { salesforce: salesforcePlural } = words.objects[object]
  const sentences = { bidirectional: t.objectBidirectional, pull: t.objectPull, push: t.objectPush }
  return (
    <div {...part('object-bar')}>
      <div {...part('pair-heading')}>
        <span {...part('pair-names')}>
          {label === salesforcePlural ? label : t.pairHeading({ pryzm: label, salesforce: salesforcePlural })}
        </span>
        <Checkbox
          label={t.enabled({ label })}
          checked={draft.enabled}
          aria-disabled={locked || undefined}
          title={lockedBecause ?? undefined}
          onChange={(event) => !locked && store.edit({ kind: 'set_enabled', object, enabled: event.target.checked })}
        />
      </div>
      {draft.enabled ? (
        <div {...part('object-direction')}>
          {locked ? (
            <DirectionText direction={draft.direction} words={words} note={t[`${draft.direction}Long`]} />
          ) : (
            <DirectionControl
              label={t.directionOf({ label })}
              value={draft.direction}
              words={words}
              look="wide"
              onChange={(direction) => store.edit({ kind: 'set_object_direction', object, direction })}
            />
          )}
          <p {...part('object-sentence')}>{sentences[draft.direction]}</p>
        </div>
      ) : (
        <p {...part('object-sentence')}>{t.disabledObject({ label })}</p>
      )}
    </div>
  )
}
