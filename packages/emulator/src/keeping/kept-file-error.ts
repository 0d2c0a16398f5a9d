/** An org can't be kept in its file, or not be read from it; the message is one sentence or two that say why and what to do. */
export class KeptFileError extends Error {
  override readonly name = 'KeptFileError'
}
