const SALESFORCE_ID = /^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a search looks for in a block of results: part of a folded name, or the whole of an id. */
export interface Needle {
  name: string
  /** As it stands in the block's ids; null where the text cannot be an id. */
  id: string | null
}

/** A name as it is searched: on one line, whatever its case and however its letters are composed. */
export function foldName(name: string | null): string {
  return (name ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\0\r\n]/g, ' ')
}

export function needleOf(search: string): Needle {
  const text = search.trim()
  // A line of ids is `<Salesforce id> <record id>`; the first 15 characters of a Salesforce id name the record already.
  if (UUID.test(text)) return { name: foldName(text), id: ` ${text.toLowerCase()}` }
  return { name: foldName(text), id: SALESFORCE_ID.test(text) ? text : null }
}

/** Whether a line of ids, `<Salesforce id> <record id>`, holds this one. */
export function isIdOf(line: string, id: string | null): boolean {
  if (id === null) return false
  return id.startsWith(' ') ? line.endsWith(id) : line.startsWith(id)
}
