import type { PieceProps } from './card-look.ts'
import { InstallLinks } from './install-links.tsx'

/** What syncs and what must be in place, for somebody who has not connected yet. */
export function ConnectIntroduction({ state: { connection }, look: { text, part } }: PieceProps) {
  const install = connection.packageInstallUrl
  return (
    <div {...part('body')}>
      <p className="pz-box">{text.intro}</p>
      <div {...part('summary')}>
        <div className="pz-box">
          <p className="pz-box pz-connection-card-lead">{text.whatSyncs}</p>
          <ul className="pz-box pz-connection-card-list">
            <li className="pz-box pz-connection-card-item">{text.accounts}</li>
            <li className="pz-box pz-connection-card-item">{text.contacts}</li>
            <li className="pz-box pz-connection-card-item">{text.opportunities}</li>
          </ul>
        </div>
        <div className="pz-box">
          <p className="pz-box pz-connection-card-lead">{text.before}</p>
          <ul className="pz-box pz-connection-card-list">
            <li className="pz-box pz-connection-card-item">{text.beforePackage}</li>
            <li className="pz-box pz-connection-card-item">{text.beforeApi}</li>
            <li className="pz-box pz-connection-card-item">{text.beforeObjects}</li>
          </ul>
        </div>
      </div>
      {install !== null && connection.reason !== 'attempt_expired' && (
        <div className="pz-box pz-actions">
          <InstallLinks url={install} text={text} />
        </div>
      )}
    </div>
  )
}
