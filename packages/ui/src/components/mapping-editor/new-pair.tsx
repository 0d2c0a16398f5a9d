import type { Attribute } from '@pryzm/salesforce-sdk'
import { useEffect, useRef } from 'react'
import { Button, Field, Select } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'

export interface NewPairProps {
  attributes: readonly Attribute[]
  /** Name of the chosen attribute; empty until one is chosen. */
  attribute: string
  /** Label of the field where it is fixed already, because Salesforce requires it. */
  field: string | null
  words: EditorWords
  onAttribute: (name: string) => void
  onPick: (anchor: HTMLElement) => void
  onCancel: () => void
}

/** The form above the grid in which a pair is put together: the attribute first, then the field. */
export function NewPair(props: NewPairProps) {
  const { attributes, attribute, field, words, onAttribute, onPick, onCancel } = props
  const { t, part } = words
  const select = useRef<HTMLSelectElement>(null)
  useEffect(() => select.current?.focus(), [])
  const choices = attributes.map(({ name, label, type }) => ({ value: name, label: `${label} (${t[`attribute_${type}`]})` }))
  return (
    <div role="group" aria-label={t.newPair} {...part('new-pair')}>
      <Field label={field === null ? t.newPairAttribute : t.attributeFor({ field })}>
        {(control) => (
          <Select
            {...control}
            ref={select}
            value={attribute}
            options={[{ value: '', label: t.chooseAttribute }, ...choices]}
            onChange={(event) => onAttribute(event.target.value)}
          />
        )}
      </Field>
      {field === null && (
        <Button
          variant="primary"
          aria-haspopup="dialog"
          disabled={attribute === ''}
          disabledReason={attribute === '' ? t.chooseAttributeFirst : undefined}
          onClick={(event) => onPick(event.currentTarget)}
        >
          {t.chooseField}
        </Button>
      )}
      <Button variant="plain" onClick={onCancel}>
        {t.cancel}
      </Button>
    </div>
  )
}
