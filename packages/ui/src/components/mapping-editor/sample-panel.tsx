import type { PreviewRecord, SalesforceObject } from '@pryzm/salesforce-sdk'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { CloseIcon, Dialog, IconButton } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import { SampleChooser } from './sample-chooser.tsx'
import type { SampleColumn } from './sample-column.ts'
import { SamplePreview } from './sample-preview.tsx'
import type { MappingEditorModel } from './use-mapping-editor.ts'

/** From this width of the editor on, in pixels, the sample is a column of the grid. */
const DOCKS_FROM = 1100

export interface SamplePanelProps {
  object: SalesforceObject
  model: MappingEditorModel
  words: EditorWords
  /** The editor, whose width decides between a column and a sheet. */
  editor: RefObject<HTMLElement | null>
  onColumn: (column: SampleColumn | null) => void
  onGoTo: (pairId: string) => void
  onClose: () => void
}

/** A real record beside the mapping: what it is now, and what a sync would make of it. */
export function SamplePanel(props: SamplePanelProps) {
  const { words, editor, onClose, onGoTo } = props
  const { t, part } = words
  const id = useId()
  const docked = useDocked(editor)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (docked) heading.current?.focus()
  }, [docked])
  if (!docked) {
    return (
      <Dialog open size="m" title={t.sampleTitle} description={t.sampleBody} onClose={onClose}>
        <Sample
          {...props}
          docked={false}
          onColumn={nowhere}
          onGoTo={(pairId) => {
            onClose()
            onGoTo(pairId)
          }}
        />
      </Dialog>
    )
  }
  return (
    <aside aria-labelledby={id} {...part('sample', { docked })}>
      <div {...part('sample-head')}>
        <h3 id={id} ref={heading} tabIndex={-1} {...part('sample-title')}>
          {t.sampleTitle}
        </h3>
        <IconButton icon={<CloseIcon />} size="s" label={t.sampleClose} onClick={onClose} />
      </div>
      <p {...part('hint')}>{t.sampleBody}</p>
      <Sample {...props} docked />
    </aside>
  )
}

/** The record chosen for each object stays chosen while the panel is open. */
function Sample({ object, model, words, docked, onColumn, onGoTo }: SamplePanelProps & { docked: boolean }) {
  const [chosen, setChosen] = useState<Partial<Record<SalesforceObject, PreviewRecord>>>({})
  const record = chosen[object]
  if (!record) {
    const choose = (next: PreviewRecord) => setChosen((before) => ({ ...before, [object]: next }))
    return <SampleChooser key={object} object={object} model={model} words={words} onChoose={choose} />
  }
  return (
    <SamplePreview
      key={record.id}
      object={object}
      record={record}
      model={model}
      words={words}
      docked={docked}
      onColumn={onColumn}
      onGoTo={onGoTo}
      onChange={() => setChosen(({ [object]: _left, ...others }) => others)}
    />
  )
}

function nowhere() {}

function useDocked(editor: RefObject<HTMLElement | null>): boolean {
  const [docked, setDocked] = useState(() => isWide(editor.current))
  useEffect(() => {
    const element = editor.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => setDocked(isWide(element)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [editor])
  return docked
}

/** Told by the root, whose width the stylesheet asks for too. */
function isWide(element: HTMLElement | null): boolean {
  return (element?.closest('[data-pz]')?.clientWidth ?? 0) >= DOCKS_FROM
}
