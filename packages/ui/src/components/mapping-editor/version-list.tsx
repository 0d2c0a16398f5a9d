import type { MappingVersionSummary } from '@pryzm/salesforce-sdk'
import { Button, EmptyState, ErrorNotice, Skeleton, StatusBadge, Time } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { VersionsState } from './use-versions.ts'

export interface VersionListProps {
  state: VersionsState
  /** The version in force. */
  current: number
  words: EditorWords
  onShow: (version: number) => void
}

/** The versions, newest first, each a press away from what it changed. */
export function VersionList({ state, current, words, onShow }: VersionListProps) {
  const { t, part } = words
  if (state.status === 'failed') return <ErrorNotice title={t.versionsFailed} error={state.error} retry={state.retry} />
  if (state.status === 'loading') {
    return (
      <div aria-busy="true" {...part('versions')}>
        <Skeleton width="full" />
        <Skeleton width="full" />
        <Skeleton width="full" />
      </div>
    )
  }
  if (state.versions.length === 0) return <EmptyState title={t.versionsNone}>{t.versionsNoneBody}</EmptyState>
  return (
    <>
      <ol {...part('versions')}>
        {state.versions.map((version) => (
          <Version key={version.version} version={version} current={current} words={words} onShow={onShow} />
        ))}
      </ol>
      {state.more && (
        <Button variant="plain" busy={state.more.busy} onClick={state.more.load}>
          {t.olderVersions}
        </Button>
      )}
    </>
  )
}

interface VersionProps extends Pick<VersionListProps, 'current' | 'words' | 'onShow'> {
  version: MappingVersionSummary
}

function Version({ version: summary, current, words, onShow }: VersionProps) {
  const { t, part } = words
  const { version, savedBy, savedAt, restoredFrom, changes } = summary
  return (
    <li {...part('version', { current: version === current })}>
      <span {...part('version-name')}>
        {t.version({ version })}
        {version === current && <StatusBadge status="done">{t.inForce}</StatusBadge>}
      </span>
      <span {...part('version-by')}>
        <bdi className="pz-box">{savedBy.name}</bdi>, <Time instant={savedAt} />
      </span>
      <span {...part('version-changes')}>
        {changesText(changes, t)}
        {restoredFrom !== null && <span {...part('hint')}>{t.restoredFrom({ version: restoredFrom })}</span>}
      </span>
      <Button size="s" aria-label={t.showVersion({ version })} onClick={() => onShow(version)}>
        {t.showChanges}
      </Button>
    </li>
  )
}

function changesText({ added, removed, changed }: MappingVersionSummary['changes'], t: EditorWords['t']): string {
  const parts = [
    ...(added > 0 ? [t.changesAdded({ count: added })] : []),
    ...(removed > 0 ? [t.changesRemoved({ count: removed })] : []),
    ...(changed > 0 ? [t.changesChanged({ count: changed })] : []),
  ]
  return parts.length === 0 ? t.changesNone : t.changeCounts({ parts })
}
