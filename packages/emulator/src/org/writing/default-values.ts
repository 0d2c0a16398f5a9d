import type { ObjectView } from '../object-view.ts'
import { isComputed, type Field } from '../objects/field.ts'
import { isPersonCopy, personContactField } from '../objects/person-account.ts'
import type { Org } from '../org.ts'
import type { Row, Value } from '../table.ts'
import type { WriteContext } from './read-body.ts'

/** What the org fills in by itself when a record is made. */
export function createdValues(context: WriteContext, changes: Row): Row {
  const { org, user, view } = context
  const now = org.now()
  return {
    ...fieldDefaults(context, changes),
    ...(view.type.fields.some((field) => field.name === 'OwnerId') ? { OwnerId: user.Id ?? null } : {}),
    ...currencyValues(context),
    CreatedDate: now,
    CreatedById: user.Id ?? null,
    ...changedValues(context),
    ...stageValues(context, changes),
    ...userValues(context, changes),
  }
}

function currencyValues({ org, user, view }: WriteContext): Row {
  return view.field('CurrencyIsoCode') ? { CurrencyIsoCode: org.currencies.defaultOf(user) } : {}
}

/** Checkboxes that nobody ticked, what fields begin with, and the next number of each auto-number field. */
function fieldDefaults({ org, view }: WriteContext, changes: Row): Row {
  const defaults: Record<string, Value> = {}
  for (const field of org.schema.fields(view.type)) {
    if (field.name in changes || isComputed(field) || (isPersonCopy(field) && changes.IsPersonAccount !== true)) continue
    const value = field.displayFormat === null ? beginning(org, view, field) : nextNumber(org, view, field)
    if (value !== null) defaults[field.name] = value
  }
  return defaults
}

/** The contact of a person account counts with the other contacts. */
function nextNumber(org: Org, { type }: ObjectView, field: Field): Value {
  const [object, name] = isPersonCopy(field) ? ['Contact', personContactField(field.name) ?? field.name] : [type.name, field.name]
  return org.autoNumbers.take(object, { ...field, name }, org.clock())
}

function beginning(org: Org, view: ObjectView, field: Field): Value {
  return org.computed.defaultValue(view.type.name, field) ?? (field.type === 'boolean' ? false : null)
}

/** What the org notes by itself whenever a record changes. */
export function changedValues({ org, user }: WriteContext): Row {
  const now = org.now()
  return { LastModifiedDate: now, LastModifiedById: user.Id ?? null, SystemModstamp: now }
}

/** Probability and forecast category follow the stage when it is written and they are not. */
export function stageValues({ org, view }: WriteContext, changes: Row): Row {
  if (view.type.name !== 'Opportunity' || changes.StageName == null) return {}
  const stage = [...org.table('OpportunityStage').rows()].find((row) => row.ApiName === changes.StageName)
  const follow: Record<string, Value> = {
    LastStageChangeDate: org.now(),
    ForecastCategoryName: stage?.ForecastCategoryName ?? null,
  }
  if (stage) follow.Probability = stage.DefaultProbability ?? null
  return follow
}

/** New users are like the administrator where nobody says otherwise. */
function userValues({ org, view }: WriteContext, changes: Row): Row {
  if (view.type.name !== 'User') return {}
  const { TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey, EmailEncodingKey, CompanyName } = org.administrator
  return {
    UserType: 'Standard',
    CommunityNickname: String(changes.Username).split('@')[0]?.slice(0, 40) ?? null,
    TimeZoneSidKey: TimeZoneSidKey ?? null,
    LocaleSidKey: LocaleSidKey ?? null,
    LanguageLocaleKey: LanguageLocaleKey ?? null,
    EmailEncodingKey: EmailEncodingKey ?? null,
    CompanyName: CompanyName ?? null,
  }
}
