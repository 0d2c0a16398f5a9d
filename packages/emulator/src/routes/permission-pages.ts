import type { FieldAccess, PermissionChanges } from '../org/access.ts'
import { isPermissionable, type ObjectType } from '../org/objects/object-type.ts'
import type { Org } from '../org/org.ts'
import { changePermissionSet, permissionableFields } from '../org/permission-changes.ts'
import { createPermissionSet, createProfile } from '../org/permission-sets.ts'
import { systemPermissionNames } from '../org/system-permissions.ts'
import { permissionSetPage, permissionsPage } from '../pages/permissions-page.ts'
import type { App } from './app.ts'
import { attempt } from './attempt.ts'

/** The pages of profiles and permission sets, and their forms. */
export function registerPermissionPages(app: App, org: Org): void {
  app.get('/manage/permissions', (c) => c.html(permissionsPage(org)))

  app.post('/manage/permissions', async (c) => {
    const form = new URLSearchParams(await c.req.text())
    const [profile, set] = [form.get('profile')?.trim() ?? '', form.get('set')?.trim() ?? '']
    const say = attempt(
      () => (set === '' ? createProfile(org, profile, {}, form.get('like') ?? undefined) : createPermissionSet(org, set, {})),
      `${set || profile} is there. Open it to say what it gives.`,
    )
    return c.html(permissionsPage(org, say))
  })

  app.get('/manage/permissions/:id', (c) => {
    const set = org.table('PermissionSet').get(c.req.param('id'))
    return set ? c.html(permissionSetPage(org, set, objectNamed(org, c.req.query('object')))) : c.notFound()
  })

  app.post('/manage/permissions/:id', async (c) => {
    const set = org.table('PermissionSet').get(c.req.param('id'))
    if (!set) return c.notFound()
    const form = new URLSearchParams(await c.req.text())
    const object = objectNamed(org, form.get('for') ?? undefined)
    const say = attempt(() => changePermissionSet(org, set, tickedBoxes(org, object, form)), 'Saved.')
    return c.html(permissionSetPage(org, org.table('PermissionSet').get(String(set.Id)) ?? set, object, say))
  })
}

function objectNamed(org: Org, name = ''): ObjectType {
  const objects = org.schema.objects.filter(isPermissionable)
  const found = objects.find((object) => object.name === name) ?? objects[0]
  if (!found) throw new Error('This org has no object with permissions.')
  return found
}

function tickedBoxes(org: Org, object: ObjectType, form: URLSearchParams): PermissionChanges {
  const ticked = (box: string) => new Set(form.getAll(box))
  const [system, onRecords, read, edit] = [ticked('system'), ticked('object'), ticked('read'), ticked('edit')]
  const accessTo = (name: string): FieldAccess => (edit.has(name) ? 'edit' : read.has(name) ? 'read' : 'none')
  const permissions = { create: onRecords.has('create'), edit: onRecords.has('edit'), delete: onRecords.has('delete') }
  return {
    system: Object.fromEntries(systemPermissionNames.map((name) => [name, system.has(name)])),
    // A box that was left empty does not empty those that need it: they tick it again.
    objects: {
      [object.name]: onRecords.size > 0 ? { ...permissions, ...(onRecords.has('read') ? { read: true } : {}) } : { read: false },
    },
    fields: Object.fromEntries(permissionableFields(org, object).map(({ name }) => [`${object.name}.${name}`, accessTo(name)])),
  }
}
