import { useFormats } from '../presentation.ts'

/** A count with the locale's grouping, in digits of equal width. */
export function Num({ value }: { value: number }) {
  return <span className="pz-box pz-number">{useFormats().number(value)}</span>
}
