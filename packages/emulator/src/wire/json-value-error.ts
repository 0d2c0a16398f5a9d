import { SalesforceError } from './salesforce-error.ts'

/** The refusal of a value that JSON gives in a form its field can't take; it says where in the request the value stands. */
export class JsonValueError extends SalesforceError {
  readonly #sentence: string
  readonly #field: string

  constructor(sentence: string, field: string) {
    super(400, [errorAt(sentence, 1, 1)])
    this.#sentence = sentence
    this.#field = field
  }

  /** The same refusal with the place at which the field first has a value in the text of a request. */
  within(text: string): SalesforceError {
    const name = this.#field.replaceAll(/\W/g, String.raw`\$&`)
    const found = new RegExp(String.raw`"${name}"\s*:\s*`, 'i').exec(text)
    if (!found) return this
    const before = text.slice(0, found.index + found[0].length)
    const line = before.split('\n').length
    return new SalesforceError(400, [errorAt(this.#sentence, line, before.length - before.lastIndexOf('\n'))])
  }
}

function errorAt(sentence: string, line: number, column: number) {
  return { message: `${sentence} at [line:${line}, column:${column}]`, errorCode: 'JSON_PARSER_ERROR' }
}
