import { PreviewOutcome } from '../../primitives/preview-fields.tsx'
import { Skeleton } from '../../primitives/index.ts'
import type { EditorWords } from './editor-words.ts'
import type { SampleValue } from './sample-column.ts'
import { previewWords } from './sample-words.ts'

export interface SampleCellProps {
  sample: SampleValue
  way: 'pull' | 'push'
  words: EditorWords
}

/** A value of the sample record: what it is now, what it would become, and why it would be left out. */
export function SampleCell({ sample, way, words }: SampleCellProps) {
  const { t, part } = words
  if (sample === 'loading') return <Skeleton width="m" />
  if (sample === 'none') return <span {...part('hint')}>{way === 'pull' ? t.sampleNotPulled : t.sampleNotPushed}</span>
  return <PreviewOutcome field={sample} words={previewWords(way, t)} />
}
