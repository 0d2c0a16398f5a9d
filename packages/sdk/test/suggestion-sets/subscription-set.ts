import type { EvaluationSet } from './evaluation-set.ts'

export const subscriptionSet: EvaluationSet = {
  name: 'a subscription business with fields of its own',
  schemas: {
    Account: `
      name | Name | text | Name
      domain | Domain | url | Website
      arr | ARR | currency | ARR__c
      mrr | MRR | currency | MRR__c
      plan | Plan | select | Plan__c
      health_score | Health score | number | acme__Health_Score__c
      renewal_date | Renewal date | date | Renewal_Date__c
      contract_end | Contract end date | date | Contract_End_Date__c
      csm | Customer success manager | user | CSM__c
      owner | Account owner | user | OwnerId
      segment | Segment | select | Segment__c
      industry | Industry | select | Industry
      stripe_customer_id | Stripe customer ID | text | Stripe_Customer_ID__c
      onboarded | Onboarded | boolean | Onboarded__c
      nps | NPS score | number | NPS_Score__c
      billing_email | Billing email | email | Billing_Email__c
      billing_address | Billing address | address | BillingAddress
      churn_risk | Churn risk | select | -
      seats | Seats | number | Licensed_Seats__c
      phone | Phone | phone | Phone
      vat_id | VAT ID | text | VAT_ID__c`,
    Contact: `
      first_name | First name | text | FirstName
      last_name | Last name | text | LastName
      email | Email | email | Email
      secondary_email | Secondary email | email | Secondary_Email__c
      linkedin | LinkedIn | url | LinkedIn_URL__c
      persona | Persona | select | Persona__c
      champion | Champion | boolean | Is_Champion__c
      slack_handle | Slack handle | text | -
      title | Title | text | Title
      mobile | Mobile | phone | MobilePhone
      company | Company | relation organization | AccountId
      last_login | Last login | datetime | Last_Login_At__c
      timezone | Time zone | text | -`,
    Opportunity: `
      name | Name | text | Name
      stage | Stage | stage | StageName
      amount | Amount | currency | Amount
      arr | ARR | currency | ARR__c
      close_date | Close date | date | CloseDate
      contract_term | Contract term (months) | number | Contract_Term_Months__c
      competitor | Competitor | text | Main_Competitor__c
      loss_reason | Loss reason | select | Loss_Reason__c
      demo_date | Demo date | date | Demo_Date__c
      trial_end | Trial end | date | -
      legal_approved | Legal approved | boolean | Legal_Approved__c
      account | Account | relation organization | AccountId
      partner | Partner | relation organization | Partner_Account__c
      type | Type | select | Type
      probability | Probability | percent | Probability
      owner | Owner | user | OwnerId
      sales_engineer | Sales engineer | user | Sales_Engineer__c`,
  },
  fields: {
    Account: `
      ARR__c | ARR | currency 18.2 | CUN
      MRR__c | MRR | currency 18.2 | CUN
      Plan__c | Plan | picklist 255 | CUNR | of Free/Team/Enterprise
      acme__Health_Score__c | Health Score | double 3.0 | CUN
      acme__Health_Score_Reason__c | Health Score Reason | textarea 32768 | CUN
      Renewal_Date__c | Renewal Date | date | CUN
      Renewal_Reminder_Date__c | Renewal Reminder Date | date | CUN
      Last_Renewal_Date__c | Last Renewal Date | date | CUN
      Contract_End_Date__c | Contract End Date | date | CUN
      Contract_Start_Date__c | Contract Start Date | date | CUN
      CSM__c | Customer Success Manager | reference 18 | CUN | to User, via CSM__r
      Segment__c | Segment | picklist 255 | CUN | of SMB/Mid-market/Enterprise
      Stripe_Customer_ID__c | Stripe Customer ID | string 40 | CUNXQ
      Stripe_Subscription_ID__c | Stripe Subscription ID | string 40 | CUNXQ
      Onboarded__c | Onboarded | boolean | CUD
      NPS_Score__c | NPS Score | double 3.0 | CUN
      NPS_Comment__c | NPS Comment | textarea 255 | CUN
      Billing_Email__c | Billing Email | email 80 | CUN
      Licensed_Seats__c | Licensed Seats | double 18.0 | CUN
      VAT_ID__c | VAT ID | string 20 | CUN`,
    Contact: `
      Secondary_Email__c | Secondary Email | email 80 | CUN
      LinkedIn_URL__c | LinkedIn URL | url 255 | CUN
      Persona__c | Persona | picklist 255 | CUN | of Buyer/User/Admin
      Is_Champion__c | Champion? | boolean | CUD
      Last_Login_At__c | Last Login At | datetime | CUN
      Last_Survey_At__c | Last Survey At | datetime | CUN`,
    Opportunity: `
      ARR__c | ARR | currency 18.2 | CUN
      Renewal_ARR__c | Renewal ARR | currency 18.2 | CUN
      Contract_Term_Months__c | Contract Term (Months) | double 3.0 | CUN
      Main_Competitor__c | Main Competitor | string 255 | CUN
      Loss_Reason__c | Loss Reason | picklist 255 | CUN | of Price/Timing/Features
      Loss_Reason_Details__c | Loss Reason Details | textarea 255 | CUN
      Demo_Date__c | Demo Date | date | CUN
      Demo_Completed_Date__c | Demo Completed Date | date | CUN
      Legal_Approved__c | Legal Approved | boolean | CUD
      Partner_Account__c | Partner Account | reference 18 | CUN | to Account, via Partner_Account__r
      Sales_Engineer__c | Sales Engineer | reference 18 | CUN | to User, via Sales_Engineer__r`,
  },
}
