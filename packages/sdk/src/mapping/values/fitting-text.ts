import { unfit } from './skip-sentences.ts'
import { shortBreaks } from './text-shape.ts'
import type { Unfit } from './unfit.ts'

/**
 * Compiles the check of a text's length against `longest` characters of a target. Nothing is cut: what is longer is left out whole.
 * Line breaks are shortened where the text fits only so, for CRLF says the same as LF.
 */
export function fittingText(target: string, longest: number | undefined): (text: string) => string | Unfit {
  if (longest === undefined) return (text) => text
  return (text) => {
    if (text.length <= longest) return text
    const shortened = shortBreaks(text)
    return shortened.length <= longest ? shortened : unfit.tooLong(target, longest, shortened.length)
  }
}
