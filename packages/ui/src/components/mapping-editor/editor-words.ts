import type { Text } from '../../messages.ts'
import type { ObjectWords } from '../../object-words.ts'
import type { Part } from '../../styles/parts.ts'
import type { MappingEditorMessages } from './mapping-editor.messages.ts'

/** What every part of the editor speaks and looks with. */
export interface EditorWords {
  t: Text<MappingEditorMessages>
  part: Part<'mapping'>
  objects: ObjectWords
}
