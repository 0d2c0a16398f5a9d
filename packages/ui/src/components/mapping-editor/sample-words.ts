import type { PreviewWords } from '../../primitives/preview-fields.tsx'
import type { EditorWords } from './editor-words.ts'

/** What a list of previewed values says, by the way that they go. */
export function previewWords(way: 'pull' | 'push', t: EditorWords['t']): PreviewWords {
  return {
    written: t.valueWritten,
    unchanged: t.valueUnchanged,
    skipped: t.valueSkipped,
    source: way === 'pull' ? t.salesforceSide : t.pryzmSide,
    target: way === 'pull' ? t.pryzmSide : t.salesforceSide,
    becomes: t.valueBecomes,
  }
}
