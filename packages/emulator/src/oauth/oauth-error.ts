/** A refusal of the OAuth endpoints: `{"error": …, "error_description": …}`, status 400. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError'
  readonly error: string

  constructor(error: string, description: string) {
    super(description)
    this.error = error
  }
}
