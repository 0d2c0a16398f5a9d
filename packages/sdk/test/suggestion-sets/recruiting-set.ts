import type { EvaluationSet } from './evaluation-set.ts'

export const recruitingSet: EvaluationSet = {
  name: 'a recruiting agency',
  heldOut: true,
  schemas: {
    Account: `
      client_company | Client company | text | Name
      careers_page | Careers page | url | -
      homepage | Homepage | url | Website
      reception_phone | Reception | phone | ?Phone
      industry | Industry | select | Industry
      staff_count | Staff count | number | NumberOfEmployees
      yearly_turnover | Yearly turnover | currency | AnnualRevenue
      office_address | Office address | address | BillingAddress
      company_description | Company description | long_text | Description
      group_company | Group company | relation organization | ?ParentId
      lead_recruiter | Lead recruiter | user | ?OwnerId
      fee_agreement | Fee agreement | percent | Fee_Agreement__c
      agreement_signed | Agreement signed on | date | Agreement_Signed_On__c
      blacklisted | Blacklisted | boolean | Blacklisted__c
      billing_contact | Billing contact | relation person | Billing_Contact__c
      last_placement | Last placement date | date | Last_Placement_Date__c
      account_status | Account status | select | Status__c
      origin | Origin | select | AccountSource`,
    Contact: `
      first_names | First names | text | FirstName
      last_name | Last name | text | LastName
      private_email | Private email | email | Private_Email__c
      work_email | Work email | email | Email
      mobile_no | Mobile no. | phone | MobilePhone
      work_no | Work no. | phone | Phone
      current_position | Current position | text | Title
      current_employer | Current employer | relation organization | AccountId
      date_of_birth | Date of birth | date | Birthdate
      home_address | Home address | address | MailingAddress
      home_phone | Home phone | phone | HomePhone
      salary_expectation | Salary expectation | currency | Salary_Expectation__c
      notice_period | Notice period (weeks) | number | Notice_Period_Weeks__c
      skills | Skills | multi_select | Skills__c
      linkedin_profile | LinkedIn profile | url | LinkedIn_Profile__c
      cv_link | CV | url | -
      available_from | Available from | date | Available_From__c
      do_not_contact | Do not contact | boolean | -
      source | Source | select | LeadSource
      recruiter | Recruiter | user | ?OwnerId
      summary | Summary | long_text | Description
      dept | Dept | text | Department
      line_manager | Line manager | relation person | ReportsToId`,
    Opportunity: `
      vacancy_title | Vacancy title | text | Name
      process_stage | Process stage | stage | StageName
      placement_fee | Placement fee | currency | Amount
      target_close | Target close date | date | CloseDate
      likelihood | Likelihood | percent | Probability
      hiring_company | Hiring company | relation organization | AccountId
      next_step | Next step | text | NextStep
      job_source | Source | select | LeadSource
      job_description | Job description | long_text | ?Description
      owner | Owner | user | OwnerId
      openings | Openings | number | Openings__c
      salary_max | Max. salary | currency | Salary_Max__c
      salary_min | Min. salary | currency | Salary_Min__c
      start_date | Start date | date | Start_Date__c
      vacancy_type | Vacancy type | select | Type
      is_confidential | Confidential | boolean | ?IsPrivate
      hiring_manager | Hiring manager | relation person | ?ContactId`,
  },
  fields: {
    Account: `
      Fee_Agreement__c | Fee Agreement % | percent 5.2 | CUN
      Agreement_Signed_On__c | Agreement Signed On | date | CUN
      Blacklisted__c | Blacklisted | boolean | CUD
      Billing_Contact__c | Billing Contact | reference 18 | CUN | to Contact, via Billing_Contact__r
      Last_Placement_Date__c | Last Placement Date | date | CUN
      Status__c | Status | picklist 255 | CUN | of Active/Dormant`,
    Contact: `
      Private_Email__c | Private Email | email 80 | CUN
      Salary_Expectation__c | Salary Expectation | currency 18.2 | CUN
      Notice_Period_Weeks__c | Notice Period (Weeks) | double 3.0 | CUN
      Skills__c | Skills | multipicklist 4099 | CUN | of Sales/Law/IT
      LinkedIn_Profile__c | LinkedIn Profile | url 255 | CUN
      Available_From__c | Available From | date | CUN`,
    Opportunity: `
      Openings__c | Openings | double 3.0 | CUN
      Salary_Max__c | Salary (Max) | currency 18.2 | CUN
      Salary_Min__c | Salary (Min) | currency 18.2 | CUN
      Start_Date__c | Start Date | date | CUN`,
  },
}
