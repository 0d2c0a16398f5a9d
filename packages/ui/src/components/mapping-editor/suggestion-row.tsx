import type { Suggestion } from '@pryzm/salesforce-sdk/mapping'
import { ApiName, Button, CloseIcon, IconButton, Written } from '../../primitives/index.ts'
import type { RowPlace } from '../../primitives/virtual-rows.ts'
import { classes } from '../../styles/parts.ts'
import { DirectionText } from './direction-control.tsx'
import type { EditorWords } from './editor-words.ts'
import type { SchemaModel } from './schema-model.ts'
import { isStrong } from './suggestions.ts'
import { cellFocus } from './use-grid-navigation.ts'

export interface SuggestionRowProps {
  suggestion: Suggestion
  rowKey: string
  rowIndex: number
  place: RowPlace
  activeCell: number
  schema: SchemaModel
  words: EditorWords
  onAccept: (suggestion: Suggestion) => void
  onDismiss: (suggestion: Suggestion) => void
}

/** A pair that looks like a match, waiting for a person to accept or dismiss it. */
export function SuggestionRow(props: SuggestionRowProps) {
  const { suggestion, rowKey, place, activeCell, schema, words } = props
  const { t, part } = words
  const attribute = schema.attributes.get(suggestion.attribute)
  const field = schema.fields.get(suggestion.field)
  const label = attribute?.label ?? suggestion.attribute
  const row = part('row', { state: 'suggested', strong: isStrong(suggestion) })
  return (
    <div
      {...place}
      {...row}
      className={classes(row.className, place.style && 'pz-virtual-row')}
      role="row"
      aria-rowindex={props.rowIndex}
    >
      <div role="rowheader" {...part('cell', { column: 'attribute' })} {...cellFocus(rowKey, 0, activeCell)}>
        <span {...part('label')} title={label}>
          {label}
        </span>
        {attribute && <span {...part('hint')}>{t[`attribute_${attribute.type}`]}</span>}
      </div>
      <div role="gridcell" {...part('cell', { column: 'direction' })} {...cellFocus(rowKey, 1, activeCell)}>
        <DirectionText direction={suggestion.direction} words={words} />
      </div>
      <div role="gridcell" {...part('cell', { column: 'field' })} {...cellFocus(rowKey, 2, activeCell)}>
        <span {...part('fixed-field')}>
          <span {...part('label')}>{field?.label ?? suggestion.field}</span>
          <span {...part('hint')}>
            {field && t[`field_${field.type}`]} <ApiName>{suggestion.field}</ApiName>
          </span>
        </span>
      </div>
      <div role="gridcell" {...part('cell', { column: 'status', row: true })}>
        <span {...part('reason')}>
          <span {...part('suggested')}>{t.suggested}</span>{' '}
          {isStrong(suggestion) ? <Written>{suggestion.reason}</Written> : t.checkSuggestion({ reason: suggestion.reason })}
        </span>
        <Button
          size="s"
          aria-label={t.accept({ label })}
          {...cellFocus(rowKey, 3, activeCell)}
          onClick={() => props.onAccept(suggestion)}
        >
          {t.acceptShort}
        </Button>
      </div>
      <div role="gridcell" {...part('cell', { column: 'actions' })}>
        <IconButton
          icon={<CloseIcon />}
          size="s"
          label={t.dismiss({ label })}
          {...cellFocus(rowKey, 4, activeCell)}
          onClick={() => props.onDismiss(suggestion)}
        />
      </div>
    </div>
  )
}
