import type { Connection } from '@pryzm/salesforce-sdk'
import type { ReactNode } from 'react'
import { CopyButton, ExternalLink, Notice } from '../../primitives/index.ts'
import type { CardLook, PieceProps } from './card-look.ts'
import { InstallLinks } from './install-links.tsx'

/** Why the last attempt to connect ended without a connection, and what its remedy starts with. */
export function RefusalNotice({ state: { connection }, look: { text } }: PieceProps) {
  const { reason, sentence, scopes } = connection
  if (reason === null) return null
  return (
    <Notice
      tone={reason === 'access_denied' ? 'info' : 'warning'}
      title={text[reason]}
      actions={refusalActions(connection, text)}
    >
      {sentence !== null && <p className="pz-box">{sentence}</p>}
      {scopes && <Scopes scopes={scopes} text={text} />}
    </Notice>
  )
}

function refusalActions({ reason, sentence, setupUrl, packageInstallUrl }: Connection, text: CardLook['text']): ReactNode {
  if (reason === 'attempt_expired')
    return packageInstallUrl === null ? undefined : <InstallLinks url={packageInstallUrl} text={text} />
  if (reason !== 'app_blocked' && reason !== 'api_disabled') return undefined
  const message = [sentence, setupUrl].filter((part) => part !== null).join('\n')
  return (
    <>
      {setupUrl !== null && (
        <ExternalLink href={setupUrl}>{reason === 'app_blocked' ? text.openConnectedApps : text.openProfiles}</ExternalLink>
      )}
      <CopyButton size="s" label={text.forAdmin} said={text.forAdminCopied} text={() => message} />
    </>
  )
}

function Scopes({ scopes: { granted, missing }, text }: { scopes: NonNullable<Connection['scopes']>; text: CardLook['text'] }) {
  return (
    <dl className="pz-box pz-connection-card-scopes">
      <dt className="pz-box pz-muted">{text.scopesGranted}</dt>
      <dd className="pz-box">{granted.length === 0 ? text.scopesNone : <ScopeList scopes={granted} text={text} />}</dd>
      <dt className="pz-box pz-muted">{text.scopesMissing}</dt>
      <dd className="pz-box">
        <ScopeList scopes={missing} text={text} />
      </dd>
    </dl>
  )
}

/** Under the name that the consent screen shows, where we ask for it ourselves. */
function ScopeList({ scopes, text }: { scopes: readonly string[]; text: CardLook['text'] }) {
  const words: Partial<Record<string, string>> = {
    api: text.scope_api,
    refresh_token: text.scope_refresh_token,
    offline_access: text.scope_refresh_token,
  }
  return (
    <ul className="pz-box">
      {scopes.map((scope) => (
        <li key={scope} className="pz-box">
          {words[scope]} <bdi className="pz-box pz-mono">{scope}</bdi>
        </li>
      ))}
    </ul>
  )
}
