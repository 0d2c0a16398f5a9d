import { usePresentation, useText } from '../presentation.ts'
import { AppLink } from './app-link.tsx'
import { commonMessages } from './common.messages.ts'

/** The page where a person can remedy a failure; nothing where no page helps. Takes the contract's `Remedy`. */
export function RemedyLink({ remedy }: { remedy: string | null }) {
  const text = useText('common', commonMessages)
  const { links } = usePresentation()
  if (remedy === 'connect' || remedy === 'reconnect') return <AppLink to={links.settings}>{text.toConnection}</AppLink>
  if (remedy === 'edit_mapping') return <AppLink to={links.mapping}>{text.toMapping}</AppLink>
  return null
}
