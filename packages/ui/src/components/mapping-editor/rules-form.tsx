import type { Attribute, FieldPair, SalesforceField } from '@pryzm/salesforce-sdk'
import { Field, Select } from '../../primitives/index.ts'
import { DefaultInput } from './default-input.tsx'
import type { EditorWords } from './editor-words.ts'
import { FixedRule } from './fixed-rule.tsx'
import { canHaveDefault, ruleApplies, type RulesChange } from './pair-rules.ts'

export interface RulesFormProps {
  attribute: Attribute
  field: SalesforceField
  pair: FieldPair
  /** The way that values really flow. */
  direction: FieldPair['direction'] | null
  locked: boolean
  words: EditorWords
  onChange: (change: RulesChange) => void
}

/** What happens to blanks: only the rules that the direction uses, each saying what it does. */
export function RulesForm({ attribute, field, pair, direction, locked, words, onChange }: RulesFormProps) {
  const { t, part } = words
  if (direction === null) return null
  const names = { attribute: attribute.label, field: field.label }
  const choose = { locked, words }
  return (
    <div role="group" aria-label={t.rulesOf({ label: attribute.label })} {...part('rules')}>
      {ruleApplies('blankOnPull', direction) && (
        <BlankRule
          {...choose}
          label={t.blankInSalesforce(names)}
          value={pair.blankOnPull ?? 'clear'}
          choices={{ clear: t.pullClears, keep: t.pullKeeps }}
          fixed={attribute.required ? t.blankSkippedOnPull(names) : null}
          onChange={(value) => onChange({ blankOnPull: value === 'keep' ? 'keep' : undefined })}
        />
      )}
      {ruleApplies('blankOnPush', direction) && (
        <BlankRule
          {...choose}
          label={t.blankInPryzm(names)}
          value={pair.blankOnPush ?? 'clear'}
          choices={{ clear: t.pushClears, leave: t.pushLeaves }}
          fixed={pair.defaultOnPush != null ? t.defaultSent : field.nillable ? null : t.blankSkippedOnPush(names)}
          onChange={(value) => onChange({ blankOnPush: value === 'leave' ? 'leave' : undefined })}
        />
      )}
      {ruleApplies('defaultOnPush', direction) && canHaveDefault(attribute.type) && (
        <DefaultInput
          attribute={attribute}
          value={pair.defaultOnPush ?? null}
          locked={locked}
          words={words}
          onChange={(value) => onChange({ defaultOnPush: value ?? undefined })}
        />
      )}
    </div>
  )
}

interface BlankRuleProps<Choice extends string> {
  label: string
  value: Choice
  choices: Readonly<Record<Choice, string>>
  /** What holds whatever is chosen; null where the choice decides. */
  fixed: string | null
  locked: boolean
  words: EditorWords
  onChange: (choice: string) => void
}

function BlankRule<Choice extends string>(props: BlankRuleProps<Choice>) {
  const { label, value, choices, fixed, locked, words, onChange } = props
  const { part } = words
  if (fixed !== null || locked) return <FixedRule label={label} text={fixed ?? choices[value]} words={words} />
  const options = Object.entries<string>(choices).map(([choice, text]) => ({ value: choice, label: text }))
  return (
    <Field label={label} className={part('rule').className}>
      {(control) => <Select {...control} value={value} options={options} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  )
}
