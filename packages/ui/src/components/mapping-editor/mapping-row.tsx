import type { Direction, SalesforceObject } from '@pryzm/salesforce-sdk'
import { effectiveDirection, type Way } from '@pryzm/salesforce-sdk/mapping'
import { memo, useMemo } from 'react'
import {
  ApiName,
  ChevronDownIcon,
  ChevronIcon,
  CloseIcon,
  IconButton,
  StatusBadge,
  VisuallyHidden,
} from '../../primitives/index.ts'
import type { RowPlace } from '../../primitives/virtual-rows.ts'
import { classes } from '../../styles/parts.ts'
import { DirectionControl, DirectionText } from './direction-control.tsx'
import type { EditorWords } from './editor-words.ts'
import { issuesOfPair } from './issue-index.ts'
import { SampleCellLater } from './later.tsx'
import type { MappingStore } from './mapping-store.ts'
import { type PairRule, rulesInForce } from './pair-rules.ts'
import { countOptions, rowStatus } from './row-status.ts'
import type { SampleValue } from './sample-column.ts'
import type { SchemaModel } from './schema-model.ts'
import { cellFocus } from './use-grid-navigation.ts'
import { useSnapshot } from './use-snapshot.ts'

/** The fifth cell; the actions come after it. */
const SAMPLE_CELL = 4

const refused = { status: 'failed', state: 'error' } as const

export interface MappingRowProps {
  object: SalesforceObject
  objectDirection: Direction
  pairId: string
  /** Position in the grid, as assistive technology counts. */
  rowIndex: number
  place: RowPlace
  /** The cell that is the grid's tab stop; -1 where it is in another row. */
  activeCell: number
  expanded: boolean
  detailId: string
  /** What becomes of the sample record's value; null where no sample is shown. */
  sample: SampleValue | null
  way: Way
  /** True where the last save was refused because of this pair. */
  rejected: boolean
  store: MappingStore
  schema: SchemaModel | null
  locked: boolean
  words: EditorWords
  onPick: (pairId: string, anchor: HTMLElement) => void
  onToggle: (pairId: string) => void
  onRemove: (pairId: string) => void
}

/** One field pair: it reads its own part of the draft, so that a change elsewhere does not render it. */
export const MappingRow = memo(function MappingRow(props: MappingRowProps) {
  const { object, pairId, store, schema, words, locked, place, activeCell, sample } = props
  const { t, part } = words
  const pair = useSnapshot(store, ({ draft }) => draft[object].byId[pairId])
  const issues = useSnapshot(store, ({ issues: index }) => issuesOfPair(index[object], pairId))
  const attribute = schema?.attributes.get(pair?.attribute ?? '')
  const field = schema?.fields.get(pair?.field ?? '')
  const options = useMemo(() => (pair ? countOptions(schema, pair) : null), [schema, pair])
  if (!pair) return null
  const label = attribute?.label ?? pair.attribute
  const known = schema?.pair.recordType != null
  const { status, text, state } = props.rejected ? { ...refused, text: t.rejected } : rowStatus(issues, options, known, t)
  const statusId = `${props.detailId}-status`
  const row = part('row', { state, direction: pair.direction })
  return (
    <div
      {...place}
      {...row}
      className={classes(row.className, place.style && 'pz-virtual-row')}
      role="row"
      aria-rowindex={props.rowIndex}
    >
      <div role="rowheader" {...part('cell', { column: 'attribute' })} {...cellFocus(pairId, 0, activeCell)}>
        <span {...part('label')} title={label}>
          {label}
        </span>
        <span {...part('hint')}>{attribute ? t[`attribute_${attribute.type}`] : known && t.gone}</span>
      </div>
      <div role="gridcell" {...part('cell', { column: 'direction' })} {...cellFocus(pairId, 1, activeCell)}>
        {locked ? (
          <DirectionText direction={pair.direction} words={words} />
        ) : (
          <DirectionControl
            label={t.directionOf({ label })}
            value={pair.direction}
            words={words}
            look="compact"
            tabIndex={-1}
            onChange={(direction) => store.edit({ kind: 'set_direction', object, pairId, direction })}
          />
        )}
        <Limited {...props} direction={pair.direction} />
        <RulesMark rules={rulesInForce(pair, props.objectDirection)} words={words} />
      </div>
      <div role="gridcell" aria-invalid={state === 'error' || undefined} {...part('cell', { column: 'field' })}>
        <button
          type="button"
          {...part('field', { missing: schema !== null && !field })}
          {...cellFocus(pairId, 2, activeCell)}
          aria-haspopup="dialog"
          aria-disabled={locked || undefined}
          aria-describedby={statusId}
          onClick={(event) => !locked && props.onPick(pairId, event.currentTarget)}
        >
          <VisuallyHidden>{t.pickerTitle({ label })}: </VisuallyHidden>
          <span {...part('field-text')}>
            <span {...part('label')} title={field?.label ?? pair.field}>
              {field?.label ?? pair.field}
            </span>
            <span {...part('hint')}>
              {field && (
                <>
                  {t[`field_${field.type}`]} <ApiName>{pair.field}</ApiName>
                </>
              )}
              {schema && !field && t.fieldGone}
            </span>
          </span>
          {!locked && <ChevronDownIcon />}
        </button>
      </div>
      <div role="gridcell" {...part('cell', { column: 'status' })}>
        <button
          type="button"
          {...part('status', { state })}
          {...cellFocus(pairId, 3, activeCell)}
          aria-expanded={props.expanded}
          aria-controls={props.expanded ? props.detailId : undefined}
          aria-label={t.detailsOf({ label, status: text })}
          onClick={() => props.onToggle(pairId)}
        >
          <StatusBadge status={status} variant="plain">
            <span id={statusId}>{text}</span>
          </StatusBadge>
          <span {...part('chevron', { open: props.expanded })}>
            <ChevronIcon />
          </span>
        </button>
      </div>
      {sample !== null && (
        <div role="gridcell" {...part('cell', { column: 'sample' })} {...cellFocus(pairId, SAMPLE_CELL, activeCell)}>
          <SampleCellLater sample={sample} way={props.way} words={words} />
        </div>
      )}
      {!locked && (
        <div role="gridcell" {...part('cell', { column: 'actions' })}>
          <IconButton
            icon={<CloseIcon />}
            size="s"
            label={t.removePair({ label })}
            {...cellFocus(pairId, sample === null ? SAMPLE_CELL : SAMPLE_CELL + 1, activeCell)}
            onClick={() => props.onRemove(pairId)}
          />
        </div>
      )}
    </div>
  )
})

/** Says what the object's direction leaves of the pair's own. */
function Limited({
  direction,
  objectDirection,
  words,
}: {
  direction: Direction
  objectDirection: Direction
  words: EditorWords
}) {
  const effective = effectiveDirection(direction, objectDirection)
  if (effective === direction) return null
  const text = effective ? words.t.limitedByObject({ direction: words.t[effective] }) : words.t.stoppedByObject
  return <span {...words.part('hint')}>{text}</span>
}

/** Says that blanks of the pair follow rules of its own. */
function RulesMark({ rules, words: { t, part } }: { rules: readonly PairRule[]; words: EditorWords }) {
  if (rules.length === 0) return null
  return <span {...part('rules-mark')}>{t.blankRules({ rules: rules.map((rule) => t[`rule_${rule}`]) })}</span>
}
