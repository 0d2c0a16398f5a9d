import { forwardRef, type InputHTMLAttributes, type SelectHTMLAttributes } from 'react'
import { classes } from '../styles/parts.ts'

export type InputProps = InputHTMLAttributes<HTMLInputElement>

/** One line of text. */
export const Input = forwardRef<HTMLInputElement, InputProps>(function Input({ className, type = 'text', ...props }, ref) {
  return <input {...props} ref={ref} type={type} className={classes('pz-box pz-input', className)} />
})

export interface SelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'children'> {
  options: readonly { value: string; label: string }[]
}

/** The browser's own list, for a few options; hundreds need a picker. */
export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select({ options, className, ...props }, ref) {
  return (
    <select {...props} ref={ref} className={classes('pz-box pz-input pz-select', className)}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
})
