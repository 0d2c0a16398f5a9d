export { PipelinePicker as default } from '../pipeline-picker/pipeline-picker.tsx'
