import type { ObjectType } from '../org/objects/object-type.ts'
import { versionPath } from './record-json.ts'

/** From this version on an object no longer lists where the default values of its records are. */
const NO_DEFAULT_VALUES_SINCE = 50

const pageNames = ['uiDetailTemplate', 'uiEditTemplate', 'uiNewRecord']

/** The addresses of an object in the list of objects: those of its pages are left out. */
export function objectUrls(type: ObjectType, version: number): Record<string, string> {
  const urls = describeUrls(type, version, '')
  return Object.fromEntries(Object.entries(urls).filter(([name]) => !pageNames.includes(name)))
}

/** All addresses of an object, in the order of the wire. `host` is where the org's pages are. */
export function describeUrls(type: ObjectType, version: number, host: string): Record<string, string> {
  const base = `${versionPath(version)}/sobjects/${type.name}`
  const plain = { rowTemplate: `${base}/{ID}`, describe: `${base}/describe`, sobject: base }
  if (!type.hasPages) return plain
  const { rowTemplate, ...others } = plain
  return {
    compactLayouts: `${base}/describe/compactLayouts`,
    rowTemplate,
    ...(type.name === 'User' ? userUrls(base) : { approvalLayouts: `${base}/describe/approvalLayouts` }),
    uiDetailTemplate: `${host}/{ID}`,
    uiEditTemplate: `${host}/{ID}/e`,
    ...(version < NO_DEFAULT_VALUES_SINCE ? { defaultValues: `${base}/defaultValues?recordTypeId&fields` } : {}),
    ...(type.name === 'User' ? {} : { listviews: `${base}/listviews` }),
    describe: others.describe,
    uiNewRecord: `${host}/${type.keyPrefix}/e`,
    quickActions: `${base}/quickActions`,
    layouts: `${base}/describe/layouts`,
    sobject: others.sobject,
  }
}

function userUrls(base: string): Record<string, string> {
  return { namedLayouts: `${base}/describe/namedLayouts/{LayoutName}`, passwordUtilities: `${base}/{ID}/password` }
}
