import type { FieldPair } from '../../contract/mapping.ts'
import type { AttributeOption } from '../../contract/schema.ts'
import { OptionIndex } from '../options/option-index.ts'

export interface OptionTranslation {
  field: FieldPair
  /** Labels of options that are called the same here, but have another id. */
  byLabel: string[]
  /** Labels, or ids without one, of options that are not here; they stay as they are. */
  notFound: string[]
}

/** Gives a pair's options, its default included, the ids that they have in another workspace. */
export function translateOptions(
  field: FieldPair,
  named: readonly { id: string; label: string }[],
  options: readonly AttributeOption[],
): OptionTranslation {
  const labels = new Map(named.map(({ id, label }) => [id, label]))
  const index = new OptionIndex(
    options,
    ({ id }) => id,
    ({ label }) => [label],
  )
  const byLabel = new Set<string>()
  const notFound = new Set<string>()

  const idHere = (id: string): string => {
    const label = labels.get(id)
    const sameId = index.exact(id)
    // Ids such as 1, 2, 3 exist in every workspace, so an id counts only where no other option has its label.
    const sameLabel = label === undefined || sameId?.label === label ? null : index.byLabel(label)
    if (sameLabel && sameLabel.id !== id) byLabel.add(sameLabel.label)
    else if (sameId === undefined) notFound.add(label ?? id)
    return sameLabel?.id ?? id
  }

  const translated = { ...field, options: field.options.map((pair) => ({ ...pair, option: idHere(pair.option) })) }
  const { defaultOnPush } = field
  if (typeof defaultOnPush === 'string') translated.defaultOnPush = idHere(defaultOnPush)
  if (Array.isArray(defaultOnPush)) translated.defaultOnPush = defaultOnPush.map(idHere)
  return { field: translated, byLabel: [...byLabel], notFound: [...notFound] }
}
