import type { Actor } from '../contract/shared.ts'

/** The admin who connected the org in the scenarios. */
export const ada: Actor = { id: 'user-ada', name: 'Ada Admin' }

/** An editor, who may push. */
export const edgar: Actor = { id: 'user-edgar', name: 'Edgar Editor' }
