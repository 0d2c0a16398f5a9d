import type { EvaluationSet } from './evaluation-set.ts'

export const renamedSet: EvaluationSet = {
  name: 'everything renamed to the words of a sales team',
  schemas: {
    Account: `
      company_name | Company name | text | Name
      web_site | Web site | url | Website
      main_phone | Main phone | phone | Phone
      fax | Fax | phone | Fax
      sector | Sector | select | Industry
      account_type | Account type | select | Type
      headcount | Headcount | number | NumberOfEmployees
      turnover | Annual turnover | currency | AnnualRevenue
      about | About the company | long_text | Description
      hq_address | Headquarters address | address | BillingAddress
      delivery_address | Delivery address | address | ShippingAddress
      parent_company | Parent company | relation organization | ParentId
      account_manager | Account manager | user | OwnerId
      ticker | Stock ticker | text | TickerSymbol
      customer_number | Customer number | text | ?AccountNumber
      acquired_through | Lead source | select | AccountSource
      rating | Rating | select | Rating
      ownership | Ownership | select | Ownership
      created_on | Created on | datetime | CreatedDate
      last_touched | Last activity | date | LastActivityDate
      loyalty_tier | Loyalty tier | select | Loyalty_Tier__c
      net_promoter_score | Net promoter score | number | -
      logo | Logo | url | ?PhotoUrl
      linkedin | LinkedIn page | url | -`,
    Contact: `
      given_name | Given name | text | FirstName
      family_name | Family name | text | LastName
      honorific | Salutation | select | Salutation
      full_name | Full name | text | Name
      email_address | Email address | email | Email
      work_phone | Work phone | phone | Phone
      cell | Cell phone | phone | MobilePhone
      home_phone | Home phone | phone | HomePhone
      other_phone | Other phone | phone | OtherPhone
      fax | Fax | phone | Fax
      position | Position | text | Title
      team | Team | text | ?Department
      employer | Employer | relation organization | AccountId
      manager | Manager | relation person | ReportsToId
      birthday | Birthday | date | Birthdate
      postal_address | Postal address | address | MailingAddress
      second_address | Other address | address | OtherAddress
      lead_source | Lead source | select | LeadSource
      assistant | Assistant | text | AssistantName
      assistant_phone | Assistant's phone | phone | AssistantPhone
      notes | Notes | long_text | Description
      twitter | Twitter handle | text | -
      newsletter | Gets the newsletter | boolean | -
      account_manager | Account manager | user | OwnerId`,
    Opportunity: `
      deal_name | Deal name | text | Name
      deal_stage | Deal stage | stage | StageName
      deal_value | Deal value | currency | Amount
      expected_close | Expected close date | date | CloseDate
      win_probability | Win probability | percent | Probability
      customer | Customer | relation organization | AccountId
      next_action | Next action | text | NextStep
      origin | Lead source | select | LeadSource
      details | Details | long_text | Description
      sales_rep | Sales rep | user | OwnerId
      deal_type | Deal type | select | Type
      forecast_category | Forecast category | select | ForecastCategoryName
      quantity | Quantity | number | TotalOpportunityQuantity
      weighted_value | Expected revenue | currency | ExpectedRevenue
      won | Won | boolean | IsWon
      closed | Closed | boolean | IsClosed
      primary_contact | Primary contact | relation person | ?ContactId
      loss_reason | Loss reason | select | -
      discount | Discount | percent | -
      kickoff | Kick-off date | date | -
      created | Created | datetime | CreatedDate`,
  },
}
