import { useId } from 'react'
import type { CardLook } from './card-look.ts'

/** How much of the org's calls is used, as a bar and in words. */
export function UsageMeter({ usage: { used, limit }, text }: { usage: { used: number; limit: number }; text: CardLook['text'] }) {
  const labelId = useId()
  const words = text.apiCallsValue({ used, limit, share: limit === 0 ? 1 : used / limit })
  return (
    <div className="pz-box pz-connection-card-usage">
      <span className="pz-box pz-connection-card-usage-text">
        <span className="pz-box" id={labelId}>
          {text.apiCalls}
        </span>
        <span className="pz-box">{words}</span>
      </span>
      <meter
        className="pz-box pz-connection-card-meter"
        min={0}
        max={Math.max(limit, 1)}
        value={Math.min(used, Math.max(limit, 1))}
        aria-labelledby={labelId}
        aria-valuetext={words}
      />
    </div>
  )
}
