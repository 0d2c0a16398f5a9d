import type { PryzmIdFacts, SetupCheck, SetupProblem } from '@pryzm/salesforce-sdk'
import { ApiName, statuses, VisuallyHidden, Written } from '../../primitives/index.ts'
import { useFormats } from '../../presentation.ts'
import type { SetupLook } from './setup-look.ts'

/** The fact that a problem is about, by its code. */
const factOf: Record<string, Exclude<keyof PryzmIdFacts, 'name'>> = {
  pryzm_id_wrong_type: 'typeLabel',
  pryzm_id_too_short: 'length',
  pryzm_id_not_external_id: 'externalId',
  pryzm_id_not_unique: 'unique',
}

/** Whether the facts of the check's field show what the problem expected and found. */
export function isAmongFacts({ code }: SetupProblem, { field }: SetupCheck): boolean {
  return field !== undefined && code in factOf
}

interface FactsProps {
  field: PryzmIdFacts
  check: SetupCheck
  look: SetupLook
}

/** What `Pryzm_ID__c` is like in the org, one column for each fact. */
export function Facts({ field, check: { problems }, look }: FactsProps) {
  const { text, part } = look
  const formats = useFormats()
  const yesOrNo = (is: boolean) => (is ? text.yes : text.no)
  const problemOf = (fact: string) => problems.find(({ code }) => factOf[code] === fact)
  const wrongType = problemOf('typeLabel')
  const facts = [
    { fact: 'typeLabel', label: text.type, value: <Written>{field.typeLabel}</Written>, judged: true },
    { fact: 'length', label: text.length, value: formats.number(field.length), judged: !wrongType },
    { fact: 'externalId', label: text.externalId, value: yesOrNo(field.externalId), judged: !wrongType },
    { fact: 'unique', label: text.unique, value: yesOrNo(field.unique), judged: !wrongType },
  ]
  return (
    <dl {...part('facts')}>
      <div className="pz-box">
        <dt className="pz-box pz-muted">{text.field}</dt>
        <dd className="pz-box">
          <ApiName>{field.name}</ApiName>
        </dd>
      </div>
      {facts.map(({ fact, label, value, judged }) => (
        <div key={fact} className="pz-box">
          <dt className="pz-box pz-muted">{label}</dt>
          <dd className="pz-box pz-setup-checklist-fact">
            {judged && <Mark wrong={problemOf(fact) !== undefined} text={text} />}
            {value}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Mark({ wrong, text }: { wrong: boolean; text: SetupLook['text'] }) {
  const { Icon, tone } = statuses[wrong ? 'attention' : 'done']
  return (
    <span className="pz-box pz-setup-checklist-mark" data-tone={tone}>
      <Icon />
      <VisuallyHidden>{wrong ? text.failWord : text.passWord}</VisuallyHidden>
    </span>
  )
}
