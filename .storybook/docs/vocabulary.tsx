import { SalesforceFrame } from '@pryzm/salesforce-ui'
import { type Status, StatusBadge, statuses } from '../../packages/ui/src/primitives/status-badge.tsx'

const words: Record<Status, readonly string[]> = {
  waiting: ['Waiting', 'Queued'],
  running: ['Running', 'Checking'],
  paused: ['Paused until 01:00'],
  done: ['Synced', 'Ready', 'Connected'],
  'done-with-skips': ['Synced, 2 fields skipped'],
  attention: ['Needs attention'],
  failed: ['Failed', 'Not accepted'],
  cancelled: ['Cancelled'],
  unknown: ['Not confirmed'],
  locked: ['Locked', 'View only'],
  info: ['Note'],
}

/** Every status with its shape, its tone and the words that it goes with. */
export function Vocabulary() {
  return (
    <SalesforceFrame appearance={{ colorScheme: 'light' }}>
      <table>
        <thead>
          <tr>
            <th>status</th>
            <th>tone</th>
            <th>filled and plain</th>
          </tr>
        </thead>
        <tbody>
          {(Object.keys(statuses) as Status[]).map((status) => (
            <tr key={status}>
              <td>
                <code>{status}</code>
              </td>
              <td>{statuses[status].tone}</td>
              <td>
                {words[status].map((word) => (
                  <span key={word} style={{ display: 'inline-flex', gap: 12, marginInlineEnd: 16 }}>
                    <StatusBadge status={status}>{word}</StatusBadge>
                    <StatusBadge status={status} variant="plain">
                      {word}
                    </StatusBadge>
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </SalesforceFrame>
  )
}
