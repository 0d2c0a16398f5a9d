import type { ErrorMessages } from '../error-sentence.ts'
import type { MessageCatalog } from '../message-catalog.ts'

/** Every message in another language, as ICU messages: the compiler names what is missing and what is too much. */
export type Translation = {
  readonly [Owner in keyof MessageCatalog]: { readonly [Name in keyof MessageCatalog[Owner]]: string }
} & { readonly errors: ErrorMessages }
