export { PipelinePicker, type PipelinePickerProps } from './pipeline-picker.tsx'
export { type PipelinePickerMessages, pipelinePickerMessages } from './pipeline-picker.messages.ts'
export { PipelinePickerView, type PipelinePickerViewProps, type PipelineTrigger } from './pipeline-picker.view.tsx'
export {
  type ChoosePipeline,
  type NewPipeline,
  type PipelinePickerState,
  type StagesState,
  usePipelinePicker,
} from './use-pipeline-picker.ts'
