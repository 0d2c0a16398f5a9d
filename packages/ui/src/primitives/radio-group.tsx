import { type ReactNode, useId } from 'react'
import { classes } from '../styles/parts.ts'

export interface RadioOption<Value extends string> {
  value: Value
  /** What is seen. */
  label: ReactNode
  /** The full name, where the label is only an icon or a short word. */
  name?: string
  hint?: ReactNode
}

export interface RadioGroupProps<Value extends string> {
  /** What is chosen here, such as "Direction for Website". */
  label: string
  /** Null while nothing is chosen. */
  value: Value | null
  options: readonly RadioOption<Value>[]
  onChange: (value: Value) => void
  /** `segmented`: one row of joined choices. `list`: one under the other, with hints. `cards`: the same, each in a box. */
  look?: 'segmented' | 'list' | 'cards'
  labelHidden?: boolean
  disabled?: boolean
  /** -1 where something around is the tab stop, such as the cell of a grid. */
  tabIndex?: -1
  'aria-describedby'?: string
  className?: string
}

/** One choice of a few; native radios, so arrow keys move and select in every writing direction. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const {
    label,
    value,
    options,
    onChange,
    look = 'list',
    labelHidden = look === 'segmented',
    disabled = false,
    tabIndex,
    className,
  } = props
  const name = useId()
  return (
    <div
      className={classes('pz-box pz-radios', className)}
      role="radiogroup"
      aria-labelledby={`${name}-label`}
      aria-describedby={props['aria-describedby']}
      aria-disabled={disabled || undefined}
      data-look={look}
    >
      <span className={classes('pz-box pz-field-label', labelHidden && 'pz-hidden')} id={`${name}-label`}>
        {label}
      </span>
      <div className="pz-box pz-radios-options" data-look={look}>
        {options.map((option) => (
          <label key={option.value} className={`pz-box ${look === 'segmented' ? 'pz-segment' : 'pz-choice'}`}>
            <input
              className={`pz-box ${look === 'segmented' ? 'pz-segment-input pz-hidden' : 'pz-choice-input'}`}
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              aria-label={option.name}
              aria-disabled={disabled || undefined}
              tabIndex={tabIndex}
              onChange={() => !disabled && onChange(option.value)}
            />
            <span className={`pz-box ${look === 'segmented' ? 'pz-segment-face' : 'pz-choice-text'}`}>
              {look === 'segmented' ? option.label : <span className="pz-box pz-choice-label">{option.label}</span>}
              {option.hint != null && <span className="pz-box pz-choice-hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}
