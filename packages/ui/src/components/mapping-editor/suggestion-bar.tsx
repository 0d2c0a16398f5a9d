import { Button } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'

export interface SuggestionBarProps {
  total: number
  strong: number
  /** True while the suggestions are listed below. */
  open: boolean
  /** True where nothing is mapped yet: the bar then shows itself unasked. */
  inviting: boolean
  words: EditorWords
  onOpen: (open: boolean) => void
  onAcceptStrong: () => void
}

/** How many pairs look like a match, and what to do with them together. */
export function SuggestionBar({ total, strong, open, inviting, words, onOpen, onAcceptStrong }: SuggestionBarProps) {
  const { t, part } = words
  if (total === 0 || !(open || inviting)) return null
  return (
    <div role="group" aria-label={t.suggest({ count: total })} {...part('suggestions')}>
      <p {...part('suggestions-text')}>
        {t.suggestionsFound({ count: total })}
        {strong > 0 && strong < total && <span {...part('hint')}> {t.toReview({ count: total - strong })}</span>}
      </p>
      {strong > 0 && (
        <Button variant={inviting ? 'primary' : 'secondary'} size="s" onClick={onAcceptStrong}>
          {t.acceptStrong({ count: strong })}
        </Button>
      )}
      <Button size="s" variant={open ? 'plain' : 'secondary'} onClick={() => onOpen(!open)}>
        {open ? t.hideSuggestions : t.reviewSuggestions}
      </Button>
    </div>
  )
}
