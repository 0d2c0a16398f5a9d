import type { EditorWords } from './editor-words.ts'

/** A rule that cannot be changed here. */
export function FixedRule({ label, text, words: { part } }: { label: string; text: string; words: EditorWords }) {
  return (
    <p {...part('rule')}>
      <span {...part('rule-label')}>{label}</span>
      <span>{text}</span>
    </p>
  )
}
