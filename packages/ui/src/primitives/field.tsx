import { type ReactNode, useId } from 'react'
import { classes } from '../styles/parts.ts'
import { AttentionIcon } from './icons.tsx'

/** The attributes that tie a control to its label, hint and error. */
export interface ControlAttributes {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** What is wrong and what would be right. */
  error?: ReactNode
  /** Keeps the label for screen readers only, where the place says it to everybody else. */
  labelHidden?: boolean
  className?: string
  children: (control: ControlAttributes) => ReactNode
}

/** A label over one control, with its hint and its error tied to it. */
export function Field({ label, hint, error, labelHidden = false, className, children }: FieldProps) {
  const id = useId()
  const hasError = error !== undefined && error !== null && error !== false
  const describedBy = classes(hint != null && `${id}-hint`, hasError && `${id}-error`) || undefined
  return (
    <div className={classes('pz-box pz-field', className)} data-invalid={hasError || undefined}>
      <label className={classes('pz-box pz-field-label', labelHidden && 'pz-hidden')} htmlFor={id}>
        {label}
      </label>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': hasError || undefined })}
      {hint != null && (
        <p className="pz-box pz-field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {hasError && (
        <p className="pz-box pz-field-error" id={`${id}-error`}>
          <AttentionIcon /> {error}
        </p>
      )}
    </div>
  )
}
