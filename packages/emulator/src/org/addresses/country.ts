/** A state or province that addresses can have. Its name is what the text field of an address holds. */
export interface State {
  readonly code: string
  readonly name: string
}

/** A country that addresses can have. One without states takes none. */
export interface Country extends State {
  readonly states: readonly State[]
}
