import type { EvaluationSet } from './evaluation-set.ts'

export const startupSet: EvaluationSet = {
  name: 'a start-up with the names of its code',
  schemas: {
    Account: `
      companyName | Company | text | Name
      websiteUrl | Website URL | url | Website
      phoneNumber | Phone number | phone | Phone
      industryName | Industry | select | Industry
      employeeRange | Employee range | select | -
      annualRevenueUsd | Annual revenue (USD) | currency | AnnualRevenue
      linkedinUrl | LinkedIn | url | LinkedIn_Company_Page__c
      twitterUrl | Twitter | url | -
      description | Description | long_text | Description
      hqLocation | HQ location | address | BillingAddress
      parentCompany | Parent company | relation organization | ParentId
      accountOwner | Account owner | user | OwnerId
      leadScore | Lead score | number | Lead_Score__c
      lifecycleStage | Lifecycle stage | select | Lifecycle_Stage__c
      fundingStage | Funding stage | select | -
      techStack | Tech stack | multi_select | Tech_Stack__c
      lastContactedAt | Last contacted | datetime | Last_Contacted__c
      createdAt | Created at | datetime | CreatedDate
      updatedAt | Updated at | datetime | LastModifiedDate
      isCustomer | Is customer | boolean | -`,
    Contact: `
      firstName | First name | text | FirstName
      lastName | Last name | text | LastName
      emailAddress | Email address | email | Email
      personalEmail | Personal email | email | -
      workPhone | Work phone | phone | Phone
      mobilePhone | Mobile phone | phone | MobilePhone
      jobTitle | Job title | text | Title
      seniority | Seniority | select | -
      departmentName | Department | text | Department
      company | Company | relation organization | AccountId
      mailingAddress | Mailing address | address | MailingAddress
      birthDate | Birth date | date | Birthdate
      optedOut | Opted out of email | boolean | -
      managerContact | Manager | relation person | ReportsToId
      contactOwner | Contact owner | user | OwnerId
      leadSource | Lead source | select | LeadSource
      photoUrl | Photo | url | ?PhotoUrl
      doNotCall | Do not call | boolean | -`,
    Opportunity: `
      dealName | Deal name | text | Name
      dealStage | Deal stage | stage | StageName
      dealAmount | Deal amount | currency | Amount
      closeDate | Close date | date | CloseDate
      winProbability | Win % | percent | Probability
      dealOwner | Deal owner | user | OwnerId
      primaryCompany | Primary company | relation organization | AccountId
      nextSteps | Next steps | text | NextStep
      dealSource | Deal source | select | LeadSource
      dealNotes | Deal notes | long_text | Description
      forecastAmount | Forecast amount | currency | ?ExpectedRevenue
      closedLostReason | Closed lost reason | select | Closed_Lost_Reason__c
      wonDate | Won date | date | -
      isWon | Is won | boolean | IsWon
      pipelineName | Pipeline name | text | -
      mrrAmount | MRR | currency | -`,
  },
  fields: {
    Account: `
      LinkedIn_Company_Page__c | LinkedIn Company Page | url 255 | CUN
      Lead_Score__c | Lead Score | double 3.0 | CUN
      Lead_Score_Updated__c | Lead Score Updated | datetime | CUN
      Lifecycle_Stage__c | Lifecycle Stage | picklist 255 | CUN | of Lead/Customer/Evangelist
      Tech_Stack__c | Tech Stack | multipicklist 4099 | CUN | of React/Rust/Go
      Last_Contacted__c | Last Contacted | datetime | CUN`,
    Opportunity: `
      Closed_Lost_Reason__c | Closed Lost Reason | picklist 255 | CUN | of Price/Timing/Features`,
  },
}
