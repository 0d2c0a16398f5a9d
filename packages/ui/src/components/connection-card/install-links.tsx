import { CopyButton, ExternalLink } from '../../primitives/index.ts'
import type { CardLook } from './card-look.ts'

/** Where the package is installed, for whoever may do that, and the same to send to a Salesforce admin. */
export function InstallLinks({ url, text }: { url: string; text: CardLook['text'] }) {
  return (
    <>
      <ExternalLink href={url}>{text.installPackage}</ExternalLink>
      <CopyButton size="s" variant="plain" label={text.copyInstallLink} said={text.installLinkCopied} text={() => url} />
    </>
  )
}
