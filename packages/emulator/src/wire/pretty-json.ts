const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g

/** Lays JSON out as Salesforce does for `X-PrettyPrint: 1`: a line for each key, lists along the line. Numbers stay as written. */
export function prettyJson(json: string): string {
  const tokens = json.match(TOKEN) ?? []
  const open: string[] = []
  const line = () => `\n${'  '.repeat(open.filter((bracket) => bracket === '{').length)}`
  const layOut = (token: string, at: number): string => {
    const isEmpty = /^[{[]$/.test(tokens[at - 1] ?? '')
    switch (token) {
      case '{':
        open.push(token)
        return tokens[at + 1] === '}' ? '{ ' : `{${line()}`
      case '[':
        open.push(token)
        return '[ '
      case '}':
        open.pop()
        return isEmpty ? '}' : `${line()}}`
      case ']':
        open.pop()
        return isEmpty ? ']' : ' ]'
      case ',':
        return open.at(-1) === '{' ? `,${line()}` : ', '
      case ':':
        return ' : '
      default:
        return token
    }
  }
  return tokens.map(layOut).join('')
}
