import type { Mapping, MappingChange, MappingIssue, SavedMapping } from '@pryzm/salesforce-sdk'
import { diffMappings } from '@pryzm/salesforce-sdk/mapping'
import { afterPaint } from '../../after-paint.ts'
import { emptyIssueIndex, indexIssues, type IssueIndex } from './issue-index.ts'
import { type MappingDraft, toDraft, toMapping } from './mapping-draft.ts'
import { applyEdit, type MappingEdit } from './mapping-edit.ts'

/** How many edits can be taken back. */
export const UNDO_STEPS = 20

/** Everything an open editor knows; a new object after every change, sharing what did not change. */
export interface MappingSnapshot {
  readonly draft: MappingDraft
  /** The saved mapping that the draft started from, and its version. */
  readonly base: MappingDraft
  readonly baseVersion: number
  /** Of the draft as it was last checked, which is a moment after an edit has been shown. */
  readonly issues: IssueIndex
  readonly changes: readonly MappingChange[]
  /** Edits that can be taken back, oldest first, each with the draft before it. */
  readonly past: readonly Step[]
  /** Edits that were taken back, the next to redo last. */
  readonly future: readonly Step[]
}

export interface Step {
  readonly edit: MappingEdit
  readonly draft: MappingDraft
}

/** The draft of a mapping outside React: rows subscribe to their own part of it by reference. */
export interface MappingStore {
  getSnapshot: () => MappingSnapshot
  subscribe: (listener: () => void) => () => void
  edit: (edit: MappingEdit) => void
  undo: () => void
  redo: () => void
  /** Goes back to the saved mapping; undo and redo start anew. */
  discard: () => void
  /** Replaces the saved mapping, and the draft with it unless `keepDraft`: then the draft is compared with the new one. */
  rebase: (saved: Pick<SavedMapping, 'version' | 'mapping'>, options?: { keepDraft: boolean }) => void
  /** Checks with other rules from now on: another schema of one of the sides, say. */
  validateWith: (validate: Validate) => void
}

export type Validate = (mapping: Mapping) => readonly MappingIssue[]

export function createMappingStore(saved: Pick<SavedMapping, 'version' | 'mapping'>, validate: Validate): MappingStore {
  const listeners = new Set<() => void>()
  let check = validate
  let snapshot = startFrom(saved, check)
  let checking = false

  function change(next: MappingSnapshot) {
    if (next === snapshot) return
    snapshot = next
    for (const listener of listeners) listener()
  }

  function moveTo(draft: MappingDraft, steps: Pick<MappingSnapshot, 'past' | 'future'>) {
    const changes = draft === snapshot.base ? [] : diffMappings(toMapping(snapshot.base), toMapping(draft))
    change({ ...snapshot, ...steps, draft, changes })
    checkSoon()
  }

  function checkSoon() {
    if (checking) return
    checking = true
    afterPaint(() => {
      checking = false
      checkNow()
    })
  }

  function checkNow() {
    const issues = indexIssues(check(toMapping(snapshot.draft)), snapshot.issues)
    if (issues !== snapshot.issues) change({ ...snapshot, issues })
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit(edit) {
      const draft = applyEdit(snapshot.draft, edit)
      if (draft === snapshot.draft) return
      moveTo(draft, { past: [...snapshot.past, { edit, draft: snapshot.draft }].slice(-UNDO_STEPS), future: [] })
    },
    undo() {
      const step = snapshot.past.at(-1)
      if (!step) return
      const undone = { edit: step.edit, draft: snapshot.draft }
      moveTo(step.draft, { past: snapshot.past.slice(0, -1), future: [...snapshot.future, undone] })
    },
    redo() {
      const step = snapshot.future.at(-1)
      if (!step) return
      const redone = { edit: step.edit, draft: snapshot.draft }
      moveTo(step.draft, { past: [...snapshot.past, redone], future: snapshot.future.slice(0, -1) })
    },
    discard: () => moveTo(snapshot.base, { past: [], future: [] }),
    rebase(next, { keepDraft } = { keepDraft: false }) {
      const fresh = startFrom(next, check, snapshot.issues)
      if (!keepDraft) return change(fresh)
      const { draft, past, future, issues } = snapshot
      change({ ...fresh, draft, past, future, issues, changes: diffMappings(next.mapping, toMapping(draft)) })
    },
    validateWith(next) {
      check = next
      checkNow()
    },
  }
}

function startFrom(
  { version, mapping }: Pick<SavedMapping, 'version' | 'mapping'>,
  validate: Validate,
  previous = emptyIssueIndex,
): MappingSnapshot {
  const draft = toDraft(mapping)
  const issues = indexIssues(validate(mapping), previous)
  return { draft, base: draft, baseVersion: version, issues, changes: [], past: [], future: [] }
}
