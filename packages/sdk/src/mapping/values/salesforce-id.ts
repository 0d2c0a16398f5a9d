const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'

/** The 18-character form of a Salesforce id; text that is no 15-character id stays as it is. */
export function longSalesforceId(id: string): string {
  return id.length === 15 && /^[A-Za-z0-9]{15}$/.test(id) ? id + checksum(id) : id
}

/** Each character tells which of five letters are capitals. */
function checksum(id: string): string {
  let sum = ''
  for (let block = 0; block < 15; block += 5) {
    let bits = 0
    for (let at = 0; at < 5; at += 1) {
      const letter = id.charAt(block + at)
      if (letter >= 'A' && letter <= 'Z') bits |= 1 << at
    }
    sum += alphabet.charAt(bits)
  }
  return sum
}
