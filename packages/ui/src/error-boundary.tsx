import { SyncError } from '@pryzm/salesforce-sdk'
import { Component, type ContextType, type ReactNode } from 'react'
import { DataContext } from './data/data.ts'
import { useText } from './presentation.ts'
import { commonMessages } from './primitives/common.messages.ts'
import { ErrorNotice } from './primitives/error-notice.tsx'

interface ErrorBoundaryProps {
  name: string
  children: ReactNode
}

/** Keeps a component that throws while rendering from taking the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: unknown }> {
  static override contextType = DataContext
  declare context: ContextType<typeof DataContext>
  override state: { error: unknown } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error: error ?? new Error('Something was thrown that is not an error.') }
  }

  override componentDidCatch(error: unknown) {
    const known = error instanceof SyncError ? error : new SyncError('internal', String(error), { cause: error })
    this.context?.report(known, this.props.name)
  }

  /** Draws it again, from what is read anew: what no other section shows may be what it cannot draw. */
  private readonly retry = () => {
    this.context?.cache.removeQueries({ type: 'inactive' })
    this.setState({ error: undefined })
  }

  override render() {
    if (this.state.error === undefined) return this.props.children
    return <Crashed error={this.state.error} retry={this.retry} />
  }
}

function Crashed({ error, retry }: { error: unknown; retry: () => void }) {
  const text = useText('common', commonMessages)
  return (
    <section className="pz-box" aria-label={text.sectionCrashed}>
      <ErrorNotice title={text.sectionCrashed} error={error} sentence={text.sectionCrashedBody} retry={retry} />
    </section>
  )
}
