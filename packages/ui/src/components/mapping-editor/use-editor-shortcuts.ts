import { type RefObject, useEffect } from 'react'
import type { MappingEditorModel } from './use-mapping-editor.ts'

/** Ctrl+Z and Ctrl+Shift+Z outside text fields, and F6 between the grid and the save bar. */
export function useEditorShortcuts(body: RefObject<HTMLElement | null>, { store, lock }: MappingEditorModel): void {
  useEffect(() => {
    const element = body.current
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      if (event.key === 'F6') return moveBetween(event, element, target)
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || isTyping(target) || lock !== null) return
      event.preventDefault()
      if (event.shiftKey) store.redo()
      else store.undo()
    }
    element?.addEventListener('keydown', onKeyDown)
    return () => element?.removeEventListener('keydown', onKeyDown)
  }, [body, store, lock])
}

function moveBetween(event: KeyboardEvent, body: HTMLElement | null, from: HTMLElement) {
  const bar = body?.querySelector<HTMLElement>('[data-pz-save-bar]')
  const next = bar?.contains(from) ? body?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]') : bar
  if (!next) return
  event.preventDefault()
  next.focus()
}

function isTyping(target: HTMLElement): boolean {
  return target.matches('input:not([type="radio"], [type="checkbox"]), textarea, select')
}
