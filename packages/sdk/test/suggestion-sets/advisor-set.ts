import type { EvaluationSet } from './evaluation-set.ts'

export const advisorSet: EvaluationSet = {
  name: 'financial advisors, whose clients are people and companies',
  schemas: {
    Account: `
      name | Company | text | Name
      email | Email | email | -
      birthdate | Birthdate | date | -
      mobile | Mobile | phone | -
      first_name | Contact first name | text | -
      salutation | Salutation | text | -
      phone | Phone | phone | Phone
      lead_source | Lead source | select | AccountSource
      home_phone | Home phone | phone | -
      mailing_address | Mailing address | address | ?BillingAddress
      do_not_call | Do not call | boolean | -
      pronouns | Pronouns | select | -
      favourite_team | Favourite team | text | -
      assets_under_management | Assets under management | currency | AUM__c
      risk_profile | Risk profile | select | Risk_Profile__c
      last_review | Last review | date | Last_Review_Date__c
      tax_number | Tax number | text | Tax_Number__c
      advisor | Advisor | user | ?OwnerId`,
    Contact: `
      first_name | First name | text | FirstName
      last_name | Last name | text | LastName
      email | Email | email | Email
      mobile | Mobile | phone | MobilePhone
      birthdate | Birthdate | date | Birthdate
      home_phone | Home phone | phone | HomePhone
      mailing_address | Mailing address | address | MailingAddress
      company | Company | relation organization | AccountId
      lead_source | Lead source | select | LeadSource`,
    Opportunity: `
      name | Name | text | Name
      stage | Stage | stage | StageName
      revenue | Revenue | currency | ?Amount
      closing_date | Closing date | date | CloseDate
      client | Client | relation organization | AccountId
      product | Product | select | Product__c
      commission | Commission | percent | Commission__c`,
  },
  fields: {
    Account: `
      AUM__c | Assets Under Management | currency 18.2 | CUN
      Risk_Profile__c | Risk Profile | picklist 255 | CUN | of Low/Medium/High
      Last_Review_Date__c | Last Review Date | date | CUN
      Next_Review_Date__c | Next Review Date | date | CUN
      Tax_Number__c | Tax Number | string 20 | CUN`,
    Opportunity: `
      Product__c | Product | picklist 255 | CUN | of Fund/Bond/Insurance
      Commission__c | Commission % | percent 5.2 | CUN`,
  },
}
