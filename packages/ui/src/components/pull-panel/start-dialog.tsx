import type { RunForecast } from '@pryzm/salesforce-sdk'
import { Button, Dialog, ErrorNotice, Notice, Num, Skeleton } from '../../primitives/index.ts'
import type { PullLook } from './pull-look.ts'
import type { IdleState } from './use-pull.ts'

export interface StartDialogProps {
  state: IdleState
  look: PullLook
}

/** What a full pull would read and what it takes, before it starts. */
export function StartDialog({ state: { forecast, start }, look: { text } }: StartDialogProps) {
  const told = forecast.status === 'ready' ? forecast.told : null
  const records = told && sumOf(told)
  return (
    <Dialog
      open
      title={records === null ? text.forecastTitleUncounted : text.forecastTitle({ records })}
      busy={start.busy}
      onClose={forecast.close}
      footer={
        <>
          <Button disabled={start.busy} onClick={forecast.close}>
            {text.notNow}
          </Button>
          <Button variant="primary" busy={start.busy || forecast.status === 'loading'} onClick={() => start.run('full')}>
            {start.busy ? text.startingRun : text.startPull}
          </Button>
        </>
      }
    >
      {start.error && <ErrorNotice title={text.startFailed} error={start.error} />}
      {forecast.status === 'failed' && <ErrorNotice title={text.forecastFailed} error={forecast.error} retry={forecast.retry} />}
      {forecast.status === 'loading' && (
        <>
          <Skeleton width="full" />
          <Skeleton width="l" />
          <Skeleton width="l" />
        </>
      )}
      {told && <Told forecast={told} text={text} />}
    </Dialog>
  )
}

function Told({ forecast: { objects, apiCalls, apiUsage }, text }: { forecast: RunForecast; text: PullLook['text'] }) {
  const left = apiUsage && Math.max(0, apiUsage.limit - apiUsage.used)
  return (
    <>
      <ul className="pz-box pz-pull-panel-items">
        {objects.map(({ object, label, records, linked }) => (
          <li key={object} className="pz-box pz-pull-panel-item">
            <span className="pz-box pz-pull-panel-line">
              <span className="pz-box pz-pull-panel-name">
                <bdi className="pz-box">{label}</bdi> <span className="pz-box pz-muted">({object})</span>
              </span>
              {records !== null && <Num value={records} />}
            </span>
            <span className="pz-box pz-muted">
              {records === null
                ? text.forecastUncounted({ label })
                : text.forecastParts({ created: Math.max(0, records - linked), linked })}
            </span>
          </li>
        ))}
      </ul>
      <p className="pz-box">{text.forecastNothingDeleted}</p>
      {apiCalls !== null && apiUsage && (
        <p className="pz-box pz-muted">{text.forecastCalls({ calls: apiCalls, used: apiUsage.used, limit: apiUsage.limit })}</p>
      )}
      {apiCalls !== null && left !== null && apiCalls > left && (
        <Notice tone="warning" title={text.forecastTooMany({ left })}>
          {text.forecastTooManyBody}
        </Notice>
      )}
    </>
  )
}

/** Null where one of the objects was not counted. */
function sumOf({ objects }: RunForecast): number | null {
  return objects.reduce<number | null>((sum, { records }) => (sum === null || records === null ? null : sum + records), 0)
}
