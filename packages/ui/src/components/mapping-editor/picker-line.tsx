import { Fragment, memo, type ReactNode } from 'react'
import { Written } from '../../primitives/index.ts'
import type { RowPlace } from '../../primitives/virtual-rows.ts'
import { classes } from '../../styles/parts.ts'
import type { EditorWords } from './editor-words.ts'
import { type FieldOption, matchedParts } from './field-search.ts'
import type { PickerLine } from './use-field-search.ts'

export interface PickerLineProps {
  line: PickerLine | undefined
  place: RowPlace
  id: string
  active: boolean
  total: number
  query: string
  current: string | null
  words: EditorWords
  onChoose: (line: PickerLine) => void
}

/** One line of the picker's list: the name of a group, or a field with what is to be known about it. */
export const PickerLineView = memo(function PickerLineView(props: PickerLineProps) {
  const { line, place, words } = props
  if (!line) return null
  if (line.kind === 'option') return <Option {...props} line={line} />
  const group = words.part('picker-group')
  return (
    <div role="presentation" {...place} {...group} className={classes('pz-virtual-row', group.className)}>
      {words.t[`group_${line.group}`]}
    </div>
  )
})

function Option(props: PickerLineProps & { line: Extract<PickerLine, { kind: 'option' }> }) {
  const { line, place, id, active, total, query, current, words, onChoose } = props
  const { field, group, usedBy, taken, emptyIn } = line.option
  const { t, part } = words
  const unusable = group === 'unusable'
  const option = part('picker-option', { active, unusable, group })
  const users = usedBy.length > 0 && (taken ? t.usedByPushed : t.usedBy)({ labels: usedBy })
  const empty = emptyIn !== null && t.emptyInSample({ count: emptyIn })
  const notes = [users, noteOf(line.option, t), field.usage?.inLastJob && t.usedInLastJob, empty].filter(Boolean)
  return (
    // The keyboard chooses through the combobox, which never lets focus go.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      {...place}
      {...option}
      className={classes('pz-virtual-row', option.className)}
      id={id}
      role="option"
      aria-selected={field.name === current}
      aria-disabled={unusable || undefined}
      aria-setsize={total}
      aria-posinset={line.position}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(line)}
    >
      <span {...part('picker-label')}>
        <Marked text={field.label} query={query} words={words} />
      </span>
      <span {...part('picker-type')}>{t[`field_${field.type}`]}</span>
      <bdi dir="ltr" {...part('picker-name')}>
        <Marked text={field.name} query={query} words={words} />
      </bdi>
      {field.name === current && <span {...part('picker-current')}>{t.currentField}</span>}
      {notes.length > 0 && (
        <span {...part('picker-note')}>
          {notes.map((note, index) => (
            <Fragment key={index}>
              {index > 0 && ' · '}
              {note}
            </Fragment>
          ))}
        </span>
      )}
    </div>
  )
}

function Marked({ text, query, words }: { text: string; query: string; words: EditorWords }) {
  return matchedParts(text, query).map(({ text: piece, matched }, index) =>
    matched ? (
      <mark key={index} {...words.part('picker-match')}>
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}

/** Which way the field serves and why, or why it is suggested. */
function noteOf({ only, note, readOnly }: FieldOption, t: EditorWords['t']): ReactNode {
  const why = note === null ? readOnly && t.readOnlyField : <Written>{note}</Written>
  if (only === null) return why || null
  return (
    <>
      {only === 'pull' ? t.onlyPull : t.onlyPush}
      {why && ': '}
      {why}
    </>
  )
}
