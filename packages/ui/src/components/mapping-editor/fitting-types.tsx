import type { Attribute, SalesforceType } from '@pryzm/salesforce-sdk'
import { convertibility, salesforceTypeWords } from '@pryzm/salesforce-sdk/mapping'
import { useId, useState } from 'react'
import { useFormats } from '../../presentation.ts'
import { Button, ChevronIcon } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'

const kinds = ['both', 'bothLossy', 'pull', 'push'] as const
type Kind = (typeof kinds)[number]

export interface FittingTypesProps {
  attribute: Attribute
  words: EditorWords
}

/** Which types of Salesforce fields go with an attribute, and which way: the type table itself. */
export function FittingTypes({ attribute, words: { t, part } }: FittingTypesProps) {
  const [open, setOpen] = useState(false)
  const id = useId()
  const { list } = useFormats()
  const groups = open ? fittingTypes(attribute) : []
  return (
    <div {...part('fitting-box')}>
      <Button
        size="s"
        variant="plain"
        icon={
          <span {...part('chevron', { open })}>
            <ChevronIcon />
          </span>
        }
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {t.fitting({ label: attribute.label })}
      </Button>
      {open && (
        <dl id={id} {...part('fitting')}>
          {groups.map(([kind, types]) => (
            <div key={kind} {...part('fitting-kind')}>
              <dt {...part('fitting-term')}>{t[`fitting_${kind}`]}</dt>
              <dd {...part('hint')}>{list([...new Set(types.map((type) => t[`field_${type}`]))])}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

function fittingTypes({ type: attributeType }: Attribute): [Kind, SalesforceType[]][] {
  const types = Object.keys(salesforceTypeWords) as SalesforceType[]
  return kinds
    .map((kind): [Kind, SalesforceType[]] => [kind, types.filter((type) => kindOf(type, attributeType) === kind)])
    .filter(([, own]) => own.length > 0)
}

function kindOf(type: SalesforceType, attributeType: Attribute['type']): Kind | null {
  const pull = convertibility(type, attributeType, 'pull').level
  const push = convertibility(type, attributeType, 'push').level
  if (pull === 'no') return push === 'no' ? null : 'push'
  if (push === 'no') return 'pull'
  return pull === 'exact' && push === 'exact' ? 'both' : 'bothLossy'
}
