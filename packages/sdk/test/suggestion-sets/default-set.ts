import type { EvaluationSet } from './evaluation-set.ts'

export const defaultSet: EvaluationSet = {
  name: 'the default schema',
  schemas: {
    Account: `
      name | Name | text | Name
      website | Website | url | Website
      phone | Phone | phone | Phone
      industry | Industry | select | Industry
      type | Type | select | Type
      employees | Employees | number | NumberOfEmployees
      annual_revenue | Annual revenue | currency | AnnualRevenue
      description | Description | long_text | Description
      address | Address | address | BillingAddress
      parent | Parent organization | relation organization | ParentId
      owner | Owner | user | OwnerId`,
    Contact: `
      first_name | First name | text | FirstName
      last_name | Last name | text | LastName
      email | Email | email | Email
      phone | Phone | phone | Phone
      mobile | Mobile | phone | MobilePhone
      job_title | Job title | text | Title
      department | Department | text | Department
      organization | Organization | relation organization | AccountId
      address | Address | address | MailingAddress
      owner | Owner | user | OwnerId`,
    Opportunity: `
      name | Name | text | Name
      stage | Stage | stage | StageName
      amount | Amount | currency | Amount
      close_date | Close date | date | CloseDate
      probability | Probability | percent | Probability
      organization | Organization | relation organization | AccountId
      next_step | Next step | text | NextStep
      source | Source | select | LeadSource
      description | Description | long_text | Description
      owner | Owner | user | OwnerId`,
  },
}
