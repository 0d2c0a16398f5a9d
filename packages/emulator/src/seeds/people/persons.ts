import type { Row } from '../../org/table.ts'
import { places } from '../places.ts'
import { randomFor } from '../random.ts'
import { letters, phoneAt } from '../small/company.ts'
import { firstNames, lastNames, streets } from '../words.ts'

const TOPIC = 41

/** What person `index` has on the account: some left their e-mail address or their street blank. */
export function personOf(index: number): Row {
  const random = randomFor(TOPIC, index)
  const first = random.pick(firstNames)
  const last = random.pick(lastNames)
  const place = random.pick(places)
  return {
    FirstName: random.sometimes(95, first),
    LastName: last,
    Salutation: random.sometimes(40, random.pick(['Mr.', 'Ms.', 'Mrs.', 'Dr.'])),
    Phone: random.sometimes(70, phoneAt(place, random)),
    PersonEmail: random.sometimes(85, `${letters(first)}.${letters(last)}@mail.example`),
    PersonMobilePhone: random.sometimes(50, phoneAt(place, random)),
    PersonTitle: random.sometimes(25, 'Workshop Owner'),
    PersonBirthdate: random.sometimes(30, `19${60 + random.integer(40)}-0${1 + random.integer(9)}-1${random.integer(10)}`),
    PersonMailingStreet: random.sometimes(80, `${1 + random.integer(240)} ${random.pick(streets)}`),
    PersonMailingCity: place.city,
    PersonMailingState: place.state,
    PersonMailingPostalCode: place.postalCode,
    PersonMailingCountry: place.country,
  }
}
