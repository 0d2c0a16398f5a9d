import type { Context } from 'hono'
import { fieldFromMetadata, type CustomFieldMetadata } from '../org/custom-field-metadata.ts'
import { addClosedField, removeField } from '../org/custom-fields.ts'
import type { Org } from '../org/org.ts'
import { findRecord } from '../org/writing/write-record.ts'
import { requireCustomizeApplication } from '../org/writing/setup-rules.ts'
import { recordJson, recordUrl } from '../wire/record-json.ts'
import { refusal, writeRefusal } from '../wire/salesforce-error.ts'
import type { App, AppEnv } from './app.ts'
import { requireView } from './describe.ts'
import { isObject, readJsonObject } from './read-json.ts'

type ToolingContext = Context<AppEnv>

/** Custom fields through the Tooling API. A field made here is invisible to everybody until a permission set opens it. */
export function registerTooling(app: App, org: Org): void {
  const path = '/services/data/:version/tooling/sobjects'

  app.post(`${path}/CustomField`, async (c) => {
    requireCustomizeApplication({ org, user: c.var.caller.user })
    const body = await readJsonObject(c)
    const id = createField(org, typeof body.FullName === 'string' ? body.FullName : '', readMetadata(body.Metadata))
    c.header('Location', recordUrl(c.var.version, 'CustomField', id).replace('/sobjects/', '/tooling/sobjects/'))
    return c.json({ id, success: true, errors: [], warnings: [], infos: [] }, 201)
  })

  app.get(`${path}/:object/:id`, (c) => showToolingRecord(c, org, c.req.param('object'), c.req.param('id')))

  app.delete(`${path}/CustomField/:id`, (c) => {
    requireCustomizeApplication({ org, user: c.var.caller.user })
    const row = findRecord(org, c.var.caller.user, 'CustomField', c.req.param('id'))
    const [object = '', name = ''] = String(row.FullName).split('.')
    removeField(org, object, name)
    return c.body(null, 204)
  })
}

function showToolingRecord(c: ToolingContext, org: Org, objectName: string, id: string): Response {
  const view = requireView(org, c.var.caller.user, objectName, true)
  return c.json(
    recordJson(org, c.var.version, view.type.name, findRecord(org, c.var.caller.user, view.type.name, id), view.fields),
  )
}

function createField(org: Org, fullName: string, metadata: CustomFieldMetadata): string {
  const [objectName = '', name = ''] = fullName.split('.')
  const object = org.schema.object(objectName)
  if (!object) throw refusal('INVALID_TYPE', `Cannot find sobject type: ${objectName}`)
  if (!/^[A-Za-z]\w*__c$/.test(name)) {
    throw writeRefusal(
      'FIELD_INTEGRITY_EXCEPTION',
      `The field name you provided ${name} on object ${objectName} is not a valid name`,
      ['FullName'],
    )
  }
  if (org.schema.field(object, name)) {
    const developerName = name.replace(/__c$/, '')
    throw writeRefusal('DUPLICATE_DEVELOPER_NAME', `There is already a field named ${developerName} on ${object.name}.`, [
      'DeveloperName',
    ])
  }
  return addClosedField(org, object.name, fieldFromMetadata(name, metadata))
}

function readMetadata(value: unknown): CustomFieldMetadata {
  if (!isObject(value) || typeof value.type !== 'string' || typeof value.label !== 'string') {
    throw writeRefusal('REQUIRED_FIELD_MISSING', 'Required fields are missing: [Metadata]', ['Metadata'])
  }
  const number = (name: string) => (typeof value[name] === 'number' ? { [name]: value[name] } : {})
  const flag = (name: string) => (typeof value[name] === 'boolean' ? { [name]: value[name] } : {})
  return {
    type: value.type,
    label: value.label,
    ...number('length'),
    ...number('precision'),
    ...number('scale'),
    ...flag('externalId'),
    ...flag('unique'),
    ...flag('caseSensitive'),
    ...flag('required'),
    ...(typeof value.inlineHelpText === 'string' ? { inlineHelpText: value.inlineHelpText } : {}),
  }
}
