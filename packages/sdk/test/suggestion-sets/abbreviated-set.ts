import type { EvaluationSet } from './evaluation-set.ts'

export const abbreviatedSet: EvaluationSet = {
  name: 'abbreviations all over',
  schemas: {
    Account: `
      acct_name | Acct. name | text | Name
      url | URL | url | Website
      tel | Tel. | phone | Phone
      ind | Industry | select | Industry
      no_empl | No. of employees | number | NumberOfEmployees
      ann_rev | Ann. revenue | currency | AnnualRevenue
      desc | Desc. | long_text | Description
      bill_addr | Billing addr. | address | BillingAddress
      ship_addr | Shipping addr. | address | ShippingAddress
      parent_org | Parent org | relation organization | ParentId
      acct_no | Acct. no. | text | AccountNumber
      sic | SIC | text | Sic
      duns | DUNS | text | DunsNumber
      naics | NAICS code | text | NaicsCode
      yr_founded | Year started | text | YearStarted
      vat | VAT no. | text | -
      own | Owner | user | OwnerId`,
    Contact: `
      fname | First | text | FirstName
      lname | Last | text | LastName
      mail | E-mail | email | Email
      tel | Tel. | phone | Phone
      mob | Mob. | phone | MobilePhone
      dept | Dept. | text | Department
      org | Org | relation organization | AccountId
      addr | Addr. | address | MailingAddress
      dob | Date of birth | date | Birthdate
      title | Title | text | Title
      asst_tel | Asst. phone | phone | AssistantPhone
      desc | Desc. | long_text | Description`,
    Opportunity: `
      opp_name | Opp. name | text | Name
      stg | Stage | stage | StageName
      amt | Amt. | currency | Amount
      close_dt | Close dt. | date | CloseDate
      prob | Prob. % | percent | Probability
      org | Org | relation organization | AccountId
      next | Next step | text | NextStep
      src | Src. | select | LeadSource
      desc | Desc. | long_text | Description
      qty | Qty. | number | TotalOpportunityQuantity
      mrr | MRR | currency | -`,
  },
}
