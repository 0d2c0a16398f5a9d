import type {
  Connection,
  ErrorCode,
  ConnectionReason,
  Push,
  Run,
  SavedMapping,
  SetupReport,
  Pipeline,
} from '@pryzm/salesforce-sdk'

/** What a host is told about a failure; never a token and never a field's value. */
export interface ReportedError {
  code: ErrorCode
  component: string
  /** True where the same call may succeed later. */
  retryable: boolean
  requestId: string | undefined
}

/** Handlers that a host may give to the provider. */
export interface HostEvents {
  onConnectStart: () => void
  onConnected: (connection: Connection) => void
  onConnectFailed: (reason: ConnectionReason) => void
  onDisconnected: () => void
  onSetupChecked: (report: SetupReport) => void
  onMappingChange: () => void
  onMappingSaved: (saved: SavedMapping) => void
  onPipelineChosen: (pipeline: Pipeline) => void
  onPullStarted: (run: Run) => void
  /** At most once a second. */
  onPullProgress: (run: Run) => void
  onPullFinished: (run: Run) => void
  onPushFinished: (push: Push) => void
  onError: (error: ReportedError) => void
}
