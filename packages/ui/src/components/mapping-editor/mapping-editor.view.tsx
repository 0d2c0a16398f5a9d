import type { SalesforceObject } from '@pryzm/salesforce-sdk'
import { type ReactNode, useId, useMemo } from 'react'
import type { Overrides } from '../../messages.ts'
import { useObjectWords } from '../../object-words.ts'
import { type PartOptions, useParts, useText } from '../../presentation.ts'
import { ErrorNotice, Heading, type HeadingLevel, Loading, ModuleOff, Section } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { type MappingEditorMessages, mappingEditorMessages } from './mapping-editor.messages.ts'
import { RowSkeletons, TabSkeletons } from './object-notices.tsx'
import { OpenEditor } from './open-editor.tsx'
import type { PipelinePickerSlot } from './pipeline-section.tsx'
import type { MappingEditorState } from './use-mapping-editor.ts'

/** A row of the mapping. */
export interface MappingRowAddress {
  object: SalesforceObject
  /** Only the object's tab where it is left out. */
  pairId?: string | undefined
}

export interface MappingEditorViewProps extends PartOptions<'mapping'> {
  state: MappingEditorState
  headingLevel?: HeadingLevel
  messages?: Overrides<MappingEditorMessages>
  /** The row to open and focus first, such as the one that a skipped field's reason links to. */
  initialRow?: MappingRowAddress | undefined
  /** A saved version to compare and restore at once, such as the one that a job ran with. */
  initialVersion?: number | undefined
  /** Renders the control that chooses a pipeline. */
  pipelinePicker?: (slot: PipelinePickerSlot) => ReactNode
}

/** The mapping editor drawn from a state that the host gives. */
export function MappingEditorView({
  state,
  headingLevel = 2,
  messages,
  initialRow,
  initialVersion,
  pipelinePicker,
  ...options
}: MappingEditorViewProps) {
  const titleId = useId()
  const t = useText('mapping', mappingEditorMessages, messages)
  const part = useParts('mapping', 'mapping-editor', options)
  const objects = useObjectWords()
  const words = useMemo((): EditorWords => ({ t, part, objects }), [t, part, objects])
  const busy = state.status === 'loading'
  return (
    <Section name="MappingEditor" part={part('root', { state: state.status })} labelledBy={titleId} busy={busy}>
      <div className="pz-box pz-card">
        <div {...part('header')}>
          <Heading level={headingLevel} id={titleId} part={part('title')}>
            {t.title}
          </Heading>
          <p {...part('intro')}>{t.intro}</p>
        </div>
        {state.status === 'ready' ? (
          <OpenEditor
            model={state}
            words={words}
            initialRow={initialRow}
            initialVersion={initialVersion}
            pipelinePicker={pipelinePicker}
          />
        ) : (
          <Unopened state={state} words={words} />
        )}
      </div>
    </Section>
  )
}

function Unopened({ state, words }: { state: Exclude<MappingEditorState, { status: 'ready' }>; words: EditorWords }) {
  const { t } = words
  if (state.status === 'module_disabled') return <ModuleOff />
  if (state.status === 'load_failed') {
    return <ErrorNotice title={t.loadFailed} error={state.error} retry={state.retry} retrying={state.retrying} />
  }
  return (
    <Loading phase={state.phase} slowTitle={t.stillLoading} retry={state.retry}>
      <TabSkeletons words={words} />
      <RowSkeletons words={words} />
    </Loading>
  )
}
