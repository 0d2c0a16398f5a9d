import type { Row, Value } from '../table.ts'
import type { WriteContext } from './read-body.ts'

/** What the org fills in by itself when a record is made. */
export function createdValues(context: WriteContext, changes: Row): Row {
  const { org, user, view } = context
  const now = org.now()
  const checkboxes = view.type.fields.filter((field) => field.type === 'boolean').map((field) => [field.name, false] as const)
  return {
    ...Object.fromEntries(checkboxes),
    ...(view.type.fields.some((field) => field.name === 'OwnerId') ? { OwnerId: user.Id ?? null } : {}),
    CreatedDate: now,
    CreatedById: user.Id ?? null,
    ...changedValues(context),
    ...stageValues(context, changes),
    ...userValues(context, changes),
  }
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
