import { field, type Field } from '../objects/field.ts'

/** Three digits before the point hold every degree. */
const WHOLE_DIGITS = 3

/** The two numbers in which a geolocation field is stored; none for other fields. */
export function locationParts(location: Field): Field[] {
  if (location.type !== 'location') return []
  const stem = location.name.replace(/__c$/, '')
  return ['Latitude', 'Longitude'].map((part) =>
    field(`${stem}__${part}__s`, 'double', `CUFSM${location.permissionable ? 'N' : ''}`, {
      label: `${location.label} (${part})`,
      precision: location.scale + WHOLE_DIGITS,
      scale: location.scale,
      compoundFieldName: location.name,
      displayLocationInDecimal: location.displayLocationInDecimal,
      permissionable: location.permissionable,
      custom: true,
    }),
  )
}
