import type { EvaluationSet } from './evaluation-set.ts'

export const decoySet: EvaluationSet = {
  name: 'names that sound like fields they are not',
  schemas: {
    Account: `
      name | Name | text | Name
      legal_name | Legal name | text | -
      email | Email | email | -
      mobile | Mobile | phone | -
      fax_number | Fax number | phone | Fax
      toll_free | Toll-free number | phone | -
      revenue_target | Revenue target | currency | -
      amount_due | Amount due | currency | -
      created_by | Created by | user | CreatedById
      last_modified | Last modified | datetime | LastModifiedDate
      account_team | Account team | text | -
      parent_name | Parent name | text | -
      owner_email | Owner email | email | -
      is_active | Active | boolean | -
      is_partner | Partner | boolean | ?IsPartner
      billing_city | Billing city | text | BillingCity
      shipping_country | Shipping country | text | ShippingCountry
      latitude | Latitude | number | ?BillingLatitude
      site | Site | text | Site
      type_of_contract | Type of contract | select | -
      industry_news | Industry news | url | -
      description_internal | Internal description | long_text | -
      phone_verified | Phone verified | boolean | -
      website_visits | Website visits | number | -
      employee_satisfaction | Employee satisfaction | number | -
      stage | Stage | select | -
      close_date | Close date | date | -`,
    Contact: `
      first_name | First name | text | FirstName
      middle_name | Middle name | text | -
      last_name | Last name | text | LastName
      maiden_name | Maiden name | text | -
      nickname | Nickname | text | -
      email | Email | email | Email
      email_opt_in | Email opt-in | boolean | -
      email_bounced | Email bounced | boolean | IsEmailBounced
      phone_extension | Phone extension | text | -
      emergency_phone | Emergency phone | phone | -
      birth_place | Place of birth | text | -
      department_head | Department head | relation person | -
      assistant | Assistant | relation person | -
      spouse_name | Spouse name | text | -
      title_before_promotion | Former title | text | -
      organization_role | Role in the organization | text | ?Title
      mailing_list | Mailing list | select | -
      other | Other | text | -
      individual_discount | Individual discount | percent | -
      owner | Owner | user | OwnerId
      second_owner | Second owner | user | -`,
    Opportunity: `
      name | Name | text | Name
      stage | Stage | stage | StageName
      stage_changed | Last stage change | datetime | LastStageChangeDate
      amount | Amount | currency | Amount
      amount_paid | Amount paid | currency | -
      expected_revenue | Expected revenue | currency | ExpectedRevenue
      close_date | Close date | date | CloseDate
      created_date | Created date | datetime | CreatedDate
      signed_date | Signed date | date | -
      next_step_date | Next step date | date | -
      next_meeting | Next meeting | datetime | -
      probability_note | Probability note | text | -
      lead_time | Lead time (days) | number | -
      lead_name | Lead name | text | -
      source_campaign | Source campaign | text | -
      is_private | Private | boolean | IsPrivate
      fiscal_year | Fiscal year | number | FiscalYear
      quantity_delivered | Quantity delivered | number | -
      reseller | Reseller | relation organization | -
      previous_owner | Previous owner | user | -`,
  },
}
