import type { Attribute, AttributeValue } from '@pryzm/salesforce-sdk'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '../../presentation.ts'
import { Checkbox, commonMessages, Field, Input, Select } from '../../primitives/index.ts'
import { valueText } from '../../value-text.ts'
import { type DefaultKind, defaultKind, fromTyped, toTyped } from './default-value.ts'
import type { EditorWords } from './editor-words.ts'
import { FixedRule } from './fixed-rule.tsx'

export interface DefaultInputProps {
  attribute: Attribute
  value: AttributeValue
  locked: boolean
  words: EditorWords
  onChange: (value: AttributeValue) => void
}

/** What a push sends in place of a blank: entered as the attribute's type wants it, none to begin with. */
export function DefaultInput(props: DefaultInputProps) {
  const { attribute, value, locked, words } = props
  const { t } = words
  const common = useText('common', commonMessages)
  if (locked) {
    const text = valueText(value, common, attribute.options)
    return <FixedRule label={t.defaultOnPush} text={text === '' ? t.noDefault : text} words={words} />
  }
  const kind = defaultKind(attribute.type)
  if (kind === 'options') return <DefaultOptions {...props} />
  if (kind === 'option' || kind === 'yes_no') return <DefaultChoice {...props} kind={kind} />
  return <TypedDefault {...props} kind={kind} />
}

function DefaultChoice({
  attribute,
  value,
  words: { t, part },
  onChange,
  kind,
}: DefaultInputProps & { kind: 'option' | 'yes_no' }) {
  const common = useText('common', commonMessages)
  const choices =
    kind === 'yes_no'
      ? [
          { value: 'true', label: common.yes },
          { value: 'false', label: common.no },
        ]
      : (attribute.options ?? []).map(({ id, label }) => ({ value: id, label }))
  return (
    <Field label={t.defaultOnPush} hint={t.defaultExplained} className={part('rule').className}>
      {(control) => (
        <Select
          {...control}
          value={toTyped(value, kind)}
          options={[{ value: '', label: t.noDefault }, ...choices]}
          onChange={({ target }) => onChange(fromTyped(target.value, kind, attribute) ?? null)}
        />
      )}
    </Field>
  )
}

function DefaultOptions({ attribute, value, words: { t, part }, onChange }: DefaultInputProps) {
  const chosen = Array.isArray(value) ? value : []
  const toggle = (id: string, on: boolean) => {
    const ids = (attribute.options ?? [])
      .map((option) => option.id)
      .filter((other) => (other === id ? on : chosen.includes(other)))
    onChange(ids.length === 0 ? null : ids)
  }
  return (
    <fieldset {...part('rule-options')}>
      <legend {...part('rule-label')}>{t.defaultOnPush}</legend>
      <div {...part('rule-options-list')}>
        {(attribute.options ?? []).map(({ id, label }) => (
          <Checkbox key={id} label={label} checked={chosen.includes(id)} onChange={({ target }) => toggle(id, target.checked)} />
        ))}
      </div>
      <span {...part('hint')}>{t.defaultExplained}</span>
    </fieldset>
  )
}

/** Typed text becomes the default when it is left or Enter is pressed, so that each default is one step of undo. */
function TypedDefault({ attribute, value, words: { t, part }, onChange, kind }: DefaultInputProps & { kind: DefaultKind }) {
  const [typed, setTyped] = useState<string | null>(null)
  const parsed = typed === null ? value : fromTyped(typed, kind, attribute)
  const commit = () => {
    if (parsed === undefined) return
    setTyped(null)
    if (typed !== null) onChange(parsed)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit()
    if (event.key === 'Escape') setTyped(null)
  }
  const unit = attribute.type === 'percent' ? '%' : attribute.type === 'currency' ? attribute.currency : undefined
  return (
    <Field
      label={unit === undefined ? t.defaultOnPush : t.defaultIn({ unit })}
      hint={kind === 'instant' ? t.defaultExplainedUtc : t.defaultExplained}
      error={parsed === undefined && t.defaultNotNumber}
      className={part('rule').className}
    >
      {(control) => (
        <Input
          {...control}
          type={inputTypes[kind]}
          autoComplete="off"
          maxLength={attribute.maxLength}
          {...(kind === 'number' && { inputMode: 'decimal' })}
          placeholder={t.noDefault}
          value={typed ?? toTyped(value, kind)}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={onKeyDown}
        />
      )}
    </Field>
  )
}

const inputTypes: Readonly<Partial<Record<DefaultKind, string>>> = { date: 'date', instant: 'datetime-local' }
