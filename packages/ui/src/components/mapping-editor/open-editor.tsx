import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react'
import { tabPanel } from '../../primitives/index.ts'
import { EditorNotice } from './editor-notice.tsx'
import type { EditorWords } from './editor-words.ts'
import { ErrorSummary } from './error-summary.tsx'
import type { MappingRowAddress } from './mapping-editor.view.tsx'
import { ConflictNoticeLater, SamplePanelLater } from './later.tsx'
import { objectLabel } from './object-label.ts'
import { ObjectPanel } from './object-panel.tsx'
import { ObjectTabs } from './object-tabs.tsx'
import { type PipelinePickerSlot, PipelineSection } from './pipeline-section.tsx'
import type { SampleColumn } from './sample-column.ts'
import { SchemaDrift } from './schema-drift.tsx'
import { SaveBar } from './save-bar.tsx'
import type { MappingEditorModel } from './use-mapping-editor.ts'
import { type EditorPlace, useEditorPlace } from './use-editor-place.ts'
import { useEditorShortcuts } from './use-editor-shortcuts.ts'
import { useFocusInSight } from './use-focus-in-sight.ts'
import { useSnapshot } from './use-snapshot.ts'
import { Validity } from './validity.tsx'

export interface OpenEditorProps {
  model: MappingEditorModel
  words: EditorWords
  initialRow: MappingRowAddress | undefined
  initialVersion: number | undefined
  pipelinePicker: ((slot: PipelinePickerSlot) => ReactNode) | undefined
}

/** The editor once the mapping is there: one object at a time, and the save bar under it. */
export function OpenEditor({ model, words, initialRow, initialVersion, pipelinePicker }: OpenEditorProps) {
  const id = useId()
  const { store } = model
  const issues = useSnapshot(store, (snapshot) => snapshot.issues)
  const place = useEditorPlace(initialRow)
  const { dismissed, dismiss } = useDismissed()
  const [sampling, setSampling] = useState(false)
  const [sample, setSample] = useState<SampleColumn | null>(null)
  const body = useRef<HTMLDivElement>(null)
  useEditorShortcuts(body, model)
  useFocusInSight(body)
  useJumpToRejected(model, place.goTo)
  return (
    <div ref={body} {...words.part('body')}>
      <EditorNotice model={model} words={words} />
      {model.theirs && <ConflictNoticeLater model={model} words={words} />}
      <Validity model={model} words={words} initialVersion={initialVersion} sampling={sampling} onSample={setSampling} />
      <ErrorSummary issues={issues} model={model} words={words} onGoTo={place.goTo} />
      <SchemaDrift model={model} words={words} onGoTo={place.goTo} onMap={place.mapField} />
      <ObjectTabs
        issues={issues}
        model={model}
        selected={place.object}
        id={id}
        words={words}
        onSelect={(next) => place.goTo(next, null)}
      />
      {sampling && model.lock === null && (
        <SamplePanelLater
          object={place.object}
          model={model}
          words={words}
          editor={body}
          onColumn={setSample}
          onGoTo={(pairId) => place.goTo(place.object, pairId)}
          onClose={() => setSampling(false)}
        />
      )}
      <div {...tabPanel(id, place.object)} {...words.part('tab-panel')}>
        <ObjectPanel
          key={place.object}
          model={model}
          object={place.object}
          label={objectLabel(place.object, model, words.objects)}
          words={words}
          dismissed={dismissed}
          onDismiss={dismiss}
          place={place}
          sample={sample}
          pipeline={place.object === 'Opportunity' && <PipelineSection model={model} words={words} picker={pipelinePicker} />}
        />
      </div>
      {model.lock === null && <SaveBar model={model} words={words} />}
    </div>
  )
}

/** A refused save opens the first row that it names. */
function useJumpToRejected({ save }: MappingEditorModel, goTo: EditorPlace['goTo']) {
  const first = save.status === 'failed' ? save.rejected[0] : undefined
  useEffect(() => {
    if (first) goTo(first.object, first.pairId)
  }, [first, goTo])
}

/** Suggestions that a person does not want to see again while the editor is open. */
function useDismissed() {
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(() => new Set())
  const dismiss = useCallback((key: string) => setDismissed((before) => new Set(before).add(key)), [])
  return { dismissed, dismiss }
}
