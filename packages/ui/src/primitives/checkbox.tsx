import { forwardRef, type InputHTMLAttributes, type ReactNode } from 'react'
import { classes } from '../styles/parts.ts'

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode
  /** A second line under the label. */
  hint?: ReactNode
}

/** A box to tick, whose label is part of its target. */
export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox({ label, hint, className, ...props }, ref) {
  return (
    <label className={classes('pz-box pz-choice', className)}>
      <input {...props} ref={ref} type="checkbox" className="pz-box pz-choice-input" />
      <span className="pz-box pz-choice-text">
        <span className="pz-box pz-choice-label">{label}</span>
        {hint != null && <span className="pz-box pz-choice-hint">{hint}</span>}
      </span>
    </label>
  )
})
