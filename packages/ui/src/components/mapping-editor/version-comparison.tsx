import { useState } from 'react'
import { ErrorNotice, RadioGroup, Skeleton } from '../../primitives/index.ts'
import { ChangesTable } from './changes-table.tsx'
import type { EditorWords } from './editor-words.ts'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { useComparison } from './use-versions.ts'

type Against = 'before' | 'current'

export interface VersionComparisonProps {
  version: number
  current: number
  model: MappingEditorModel
  words: EditorWords
}

/** What one version changed, or what is different about the one in force. */
export function VersionComparison({ version, current, model, words }: VersionComparisonProps) {
  const { t, part } = words
  const [against, setAgainst] = useState<Against>('before')
  const from = against === 'before' ? version - 1 : version
  const to = against === 'before' ? version : current
  return (
    <>
      {version !== current && (
        <RadioGroup<Against>
          label={t.compareWith}
          look="segmented"
          labelHidden={false}
          value={against}
          onChange={setAgainst}
          options={[
            { value: 'before', label: version === 1 ? t.compareEmpty : t.version({ version: version - 1 }) },
            { value: 'current', label: t.compareCurrent({ version: current }) },
          ]}
        />
      )}
      <p {...part('hint')}>{t.fromTo({ from, to })}</p>
      <Comparison from={from} to={to} model={model} words={words} />
    </>
  )
}

export interface ComparisonProps extends Pick<VersionComparisonProps, 'model' | 'words'> {
  from: number
  to: number
}

/** What turns one version into another, as a table. */
export function Comparison({ from, to, model, words }: ComparisonProps) {
  const { t } = words
  const state = useComparison(from, to)
  if (state.status === 'failed') return <ErrorNotice title={t.comparisonFailed} error={state.error} retry={state.retry} />
  if (state.status === 'loading') return <Skeleton shape="block" width="full" />
  if (state.changes.length === 0) return <p className="pz-box">{t.versionsEqual}</p>
  return <ChangesTable changes={state.changes} model={model} words={words} />
}
