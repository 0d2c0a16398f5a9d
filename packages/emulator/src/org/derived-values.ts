import type { Org } from './org.ts'
import type { Row, Value } from './table.ts'

type Derivation = (row: Row) => Value

/** Fields whose values follow from others and are not stored, by object. Made anew for each reader, since stages can change. */
export function derivations(org: Org, objectName: string): Readonly<Record<string, Derivation>> {
  switch (objectName) {
    case 'Account':
      return { PhotoUrl: photoUrl }
    case 'Contact':
      return { Name: fullName, PhotoUrl: photoUrl, IsEmailBounced: (row) => row.EmailBouncedDate != null }
    case 'User':
      return { Name: fullName }
    case 'Opportunity':
      return opportunityDerivations(org)
    default:
      return {}
  }
}

/** First and last name of a person. */
export function fullName(row: Row): Value {
  return [row.FirstName, row.LastName].filter(Boolean).join(' ') || null
}

function photoUrl(row: Row): Value {
  return `/services/images/photo/${String(row.Id)}`
}

function opportunityDerivations(org: Org): Record<string, Derivation> {
  const stages = new Map([...org.table('OpportunityStage').rows()].map((stage) => [stage.ApiName, stage]))
  const stageOf = (row: Row) => stages.get(row.StageName ?? null)
  return {
    IsClosed: (row) => stageOf(row)?.IsClosed ?? false,
    IsWon: (row) => stageOf(row)?.IsWon ?? false,
    ForecastCategory: (row) => stageOf(row)?.ForecastCategory ?? 'Pipeline',
    ForecastCategoryName: (row) => row.ForecastCategoryName ?? stageOf(row)?.ForecastCategoryName ?? 'Pipeline',
    ExpectedRevenue: (row) => (row.Amount == null ? null : (Number(row.Amount) * Number(row.Probability ?? 0)) / 100),
    FiscalYear: (row) => closeDatePart(row, 0, 4),
    FiscalQuarter: quarter,
    Fiscal: (row) => (row.CloseDate == null ? null : `${String(closeDatePart(row, 0, 4))} ${String(quarter(row))}`),
  }
}

function closeDatePart(row: Row, start: number, end: number): number | null {
  return row.CloseDate == null ? null : Number(String(row.CloseDate).slice(start, end))
}

function quarter(row: Row): number | null {
  const month = closeDatePart(row, 5, 7)
  return month === null ? null : Math.ceil(month / 3)
}
