import type { EvaluationSet } from './evaluation-set.ts'

export const looseTypesSet: EvaluationSet = {
  name: 'an import from spreadsheets: texts where Salesforce has types',
  schemas: {
    Account: `
      organization_name | Organization name | text | Name
      website | Website | text | Website
      phone_number | Phone number | text | Phone
      industry | Industry | text | Industry
      employee_count | Employee count | text | NumberOfEmployees
      revenue | Revenue | number | AnnualRevenue
      street | Street | text | BillingStreet
      city | City | text | BillingCity
      state | State | text | BillingState
      zip | Zip | text | BillingPostalCode
      country | Country | text | BillingCountry
      parent | Parent | relation organization | ParentId
      description | Description | text | Description
      salesforce_id | Salesforce ID | text | ?Id`,
    Contact: `
      first_name | First name | text | FirstName
      last_name | Last name | text | LastName
      email | Email | text | Email
      phone | Phone | text | Phone
      mobile_phone | Mobile phone | text | MobilePhone
      street | Street | text | MailingStreet
      city | City | text | MailingCity
      postal_code | Postal code | text | MailingPostalCode
      job_role | Job title | text | Title
      birth_date | Birth date | date | Birthdate
      works_at | Works at | relation organization | AccountId
      tags | Tags | multi_select | -`,
    Opportunity: `
      opportunity | Opportunity | text | Name
      stage_name | Stage name | stage | StageName
      value | Value | number | Amount
      close_on | Close on | date | CloseDate
      win_chance | Probability | number | Probability
      lead_source | Lead source | text | LeadSource
      organization | Organization | relation organization | AccountId
      remarks | Remarks | long_text | Description`,
  },
}
