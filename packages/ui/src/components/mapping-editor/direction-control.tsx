import { type Direction, directions } from '@pryzm/salesforce-sdk'
import { BothWaysIcon, PullIcon, PushIcon, RadioGroup } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'

/** Each direction has a shape of its own. */
export const directionIcons = { bidirectional: BothWaysIcon, pull: PullIcon, push: PushIcon } as const

export interface DirectionControlProps {
  /** The name of the group, such as "Direction for Website". */
  label: string
  value: Direction
  words: EditorWords
  onChange: (direction: Direction) => void
  /** `wide` writes every word out; `compact` only that of the chosen one, unless the editor is narrow. */
  look: 'wide' | 'compact'
  /** -1 inside a grid, whose cell is the tab stop. */
  tabIndex?: -1
}

/** Which way values flow: one of three. */
export function DirectionControl({ label, value, words, onChange, look, tabIndex }: DirectionControlProps) {
  const { t, part } = words
  return (
    <RadioGroup
      label={label}
      look="segmented"
      labelHidden
      value={value}
      onChange={onChange}
      className={part('direction', { look }).className}
      {...(tabIndex && { tabIndex })}
      options={directions.map((direction) => {
        const Icon = directionIcons[direction]
        return {
          value: direction,
          name: t[`${direction}Long`],
          label: (
            <>
              <span {...part('direction-icon', { look })}>
                <Icon />
              </span>
              <span {...part('direction-word', { folded: look === 'compact' && direction !== value })}>{t[direction]}</span>
            </>
          ),
        }
      })}
    />
  )
}

/** A direction that cannot be changed here. */
export function DirectionText({
  direction,
  words,
  note,
}: {
  direction: Direction
  words: EditorWords
  note?: string | undefined
}) {
  const Icon = directionIcons[direction]
  return (
    <span {...words.part('direction-text', { direction })}>
      <Icon />
      <span>{note ?? words.t[direction]}</span>
    </span>
  )
}
