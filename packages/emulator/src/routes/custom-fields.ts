import type { Context } from 'hono'
import { readMetadata } from '../org/field-kinds/read-metadata.ts'
import { metadataOfField } from '../org/field-kinds/metadata-of-field.ts'
import { changeCustomField, createCustomField, removeField } from '../org/custom-fields.ts'
import type { Org } from '../org/org.ts'
import type { Row } from '../org/table.ts'
import { findRecord } from '../org/writing/write-record.ts'
import { requireCustomizeApplication } from '../org/writing/setup-rules.ts'
import { notFound, writeRefusal } from '../wire/salesforce-error.ts'
import { toolingJson, toolingUrl } from '../wire/tooling-json.ts'
import type { App, AppEnv } from './app.ts'
import { requireView } from './describe.ts'
import { readJsonObject } from './read-json.ts'

const path = '/services/data/:version/tooling/sobjects/CustomField'

/** Custom fields through the Tooling API. A field made here is invisible to everybody until a permission set opens it. */
export function registerCustomFields(app: App, org: Org): void {
  app.post(path, async (c) => {
    requireCustomizeApplication({ org, user: c.var.caller.user })
    const body = await readJsonObject(c)
    const id = createCustomField(org, typeof body.FullName === 'string' ? body.FullName : '', readMetadata(body.Metadata))
    c.header('Location', toolingUrl(c.var.version, 'CustomField', id))
    return c.json({ id, success: true, errors: [], warnings: [], infos: [] }, 201)
  })

  app.get(`${path}/:id`, (c) => c.json(customFieldJson(c, org, c.req.param('id'))))

  app.patch(`${path}/:id`, async (c) => {
    const { object, name } = fieldOf(c, org, c.req.param('id'))
    const { FullName: fullName, Metadata: metadata } = await readJsonObject(c)
    if (typeof fullName === 'string' && fullName.toLowerCase() !== `${object}.${name}`.toLowerCase()) {
      throw writeRefusal('INVALID_FIELD_FOR_INSERT_UPDATE', 'Unable to create/update fields: FullName.', ['FullName'])
    }
    changeCustomField(org, object, name, readMetadata(metadata))
    return c.body(null, 204)
  })

  app.delete(`${path}/:id`, (c) => {
    const { object, name } = fieldOf(c, org, c.req.param('id'))
    removeField(org, object, name)
    return c.body(null, 204)
  })
}

/** The field that a row stands for, for a caller who may change fields. */
function fieldOf(c: Context<AppEnv>, org: Org, id: string): { object: string; name: string } {
  requireCustomizeApplication({ org, user: c.var.caller.user })
  return namesIn(findRecord(org, c.var.caller.user, 'CustomField', id))
}

function namesIn(row: Row): { object: string; name: string } {
  const [object = '', name = ''] = String(row.FullName).split('.')
  return { object, name }
}

function customFieldJson(c: Context<AppEnv>, org: Org, id: string): Record<string, unknown> {
  const { user } = c.var.caller
  const view = requireView(org, user, 'CustomField', true)
  const row = findRecord(org, user, 'CustomField', id)
  const { object: objectName, name } = namesIn(row)
  const object = org.schema.object(objectName)
  const field = object && org.schema.field(object, name)
  if (!object || !field) throw notFound()
  return {
    ...toolingJson(org, c.var.version, 'CustomField', row, view.fields),
    ManageableState: 'unmanaged',
    Metadata: metadataOfField(field, org.autoNumbers.next(object.name, field.name)),
  }
}
