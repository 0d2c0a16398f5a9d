import type { Row } from '../org/table.ts'
import { acmeIndustrial, acmeUsers } from './acme-industrial.ts'
import { listedRecords, seededId } from './listed-records.ts'
import { salesStages } from './sales-stages.ts'
import type { Seed } from './seed.ts'

/** A handful of plain records, for tests that name what they expect. */
export const tinySalesOrg: Seed = {
  name: 'tiny',
  organization: acmeIndustrial,
  users: acmeUsers,
  stages: salesStages,
  objects: {
    Account: listedRecords('Account', [
      {
        Name: 'Northgate Pumps',
        Industry: 'Manufacturing',
        Phone: '(216) 555-0110',
        AnnualRevenue: 912_260_031,
        BillingCity: 'Cleveland',
      },
      { Name: 'Lakeside Foods', Industry: null, Phone: null, AnnualRevenue: null, BillingCity: null },
      {
        Name: 'Ödegård "Precision" Bearings, AB',
        Industry: 'Machinery',
        Phone: '+46 31 555 01 22',
        AnnualRevenue: 0,
        BillingCity: 'Göteborg',
      },
      {
        Name: 'Northgate Pumps Service',
        ParentId: seededId('Account', 0),
        Industry: 'Consulting',
        Phone: null,
        AnnualRevenue: 1_250_000.5,
      },
    ]),
    Contact: listedRecords('Contact', [
      {
        FirstName: 'Maya',
        LastName: 'Chen',
        Email: 'maya.chen@northgate.example',
        AccountId: seededId('Account', 0),
        Title: 'Buyer',
      },
      {
        FirstName: 'Tom',
        LastName: "O'Brien",
        Email: 'tom.obrien@northgate.example',
        AccountId: seededId('Account', 0),
        Title: null,
      },
      { FirstName: 'Ingrid', LastName: 'Ödegård', Email: null, AccountId: seededId('Account', 2), Title: 'CEO' },
      { FirstName: null, LastName: 'Reception', Email: 'info@lakeside.example', AccountId: seededId('Account', 1), Title: null },
      { FirstName: 'Sam', LastName: 'Nobody', Email: 'sam@nobody.example', AccountId: null, Title: null },
    ]),
    Opportunity: listedRecords('Opportunity', [
      deal('Northgate Pumps - spare parts', 0, 'Prospecting', 10, 12_000, '2026-09-30'),
      deal('Northgate Pumps - retrofit', 0, 'Closed Won', 100, 48_500.75, '2026-03-15'),
      deal('Lakeside Foods - pilot', 1, 'Negotiation/Review', 90, null, '2026-12-01'),
      deal('Ödegård - bearings', 2, 'Verbal OK (phone)', 0, 7_200, '2026-08-20'),
    ]),
  },
}

function deal(name: string, account: number, stage: string, probability: number, amount: number | null, closeDate: string): Row {
  return {
    Name: name,
    AccountId: seededId('Account', account),
    StageName: stage,
    Probability: probability,
    Amount: amount,
    CloseDate: closeDate,
    IsPrivate: false,
  }
}
