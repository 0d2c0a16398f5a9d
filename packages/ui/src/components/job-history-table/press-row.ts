import type { MouseEvent } from 'react'

/**
 * A press anywhere in a row does what its link does, or the toggle of a run, with the same modifier keys: a convenience
 * for pointers beside those, which stay the one way for everybody else.
 */
export function pressRow({ target, nativeEvent }: MouseEvent) {
  // What was pressed itself acts already, and a press that marked text is none.
  if (!(target instanceof Element) || target.closest('a, button') || getSelection()?.isCollapsed === false) return
  target.closest('tr')?.querySelector('a, button')?.dispatchEvent(new MouseEvent('click', nativeEvent))
}
