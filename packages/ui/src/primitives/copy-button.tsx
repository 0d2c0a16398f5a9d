import { useText } from '../presentation.ts'
import { Button, type ButtonProps } from './button.tsx'
import { commonMessages } from './common.messages.ts'
import { CheckIcon, CopyIcon } from './icons.tsx'
import { useCopy } from './use-copy.ts'

export interface CopyButtonProps extends Omit<ButtonProps, 'onClick' | 'children' | 'icon'> {
  /** Made at the moment of the press. */
  text: () => string
  label: string
  /** What is announced, such as "Instructions copied. Send them to a Salesforce admin." */
  said?: string
}

/** Copies a text and says so, in its own label and to screen readers. */
export function CopyButton({ text, label, said, ...props }: CopyButtonProps) {
  const common = useText('common', commonMessages)
  const { copied, copy } = useCopy(said ?? common.copied)
  return (
    <Button {...props} icon={copied ? <CheckIcon /> : <CopyIcon />} onClick={() => void copy(text())}>
      {copied ? common.copied : label}
    </Button>
  )
}
