import { useState } from 'react'
import { Select } from '../../primitives/index.ts'

/** Up to so many choices are in the document from the start. */
const FEW = 20

export interface ValueSelectProps {
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

/**
 * A select among picklist values. Two hundred options with two hundred values each would be 40,000 elements, so that a long
 * one holds only its chosen value until a person comes to it.
 */
export function ValueSelect({ label, value, choices, onChange }: ValueSelectProps) {
  const [wanted, setWanted] = useState(choices.length <= FEW)
  const want = () => setWanted(true)
  return (
    <Select
      aria-label={label}
      value={value}
      options={wanted ? choices : choices.filter((choice) => choice.value === value)}
      onFocus={want}
      onPointerDown={want}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
