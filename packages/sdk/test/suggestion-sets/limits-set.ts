import type { EvaluationSet } from './evaluation-set.ts'

export const limitsSet: EvaluationSet = {
  name: 'a host whose texts and numbers all have limits',
  schemas: {
    Account: `
      name | Name | text 500 | Name
      website | Website | url 500 | Website
      phone | Phone | phone 255 | Phone
      account_number | Account number | text 255 | AccountNumber
      annual_revenue | Annual revenue | currency .4 | AnnualRevenue
      description | Description | long_text 100000 | Description`,
    Contact: `
      first_name | First name | text 255 | FirstName
      last_name | Last name | text 255 | LastName
      email | Email | email 255 | Email
      mobile | Mobile | phone 255 | MobilePhone
      job_title | Job title | text 255 | Title
      department | Department | text 255 | Department`,
    Opportunity: `
      name | Name | text 255 | Name
      amount | Amount | currency .4 | Amount
      probability | Probability | percent .2 | Probability
      next_step | Next step | text 1000 | NextStep`,
  },
}
