import type { EvaluationSet } from './evaluation-set.ts'

export const nonprofitSet: EvaluationSet = {
  name: 'a nonprofit with a managed package',
  schemas: {
    Account: `
      name | Household name | text | Name
      total_gifts | Total gifts | currency | npo02__TotalOppAmount__c
      last_gift_date | Last gift date | date | npo02__LastCloseDate__c
      first_gift_date | First gift date | date | npo02__FirstCloseDate__c
      informal_greeting | Informal greeting | text | npo02__Informal_Greeting__c
      funding_focus | Funding focus | multi_select | npsp__Funding_Focus__c
      website | Website | url | Website
      mailing_address | Mailing address | address | ?BillingAddress`,
    Contact: `
      first_name | First name | text | FirstName
      last_name | Last name | text | LastName
      email | Email | email | Email
      work_email | Work email | email | npe01__WorkEmail__c
      personal_email | Personal email | email | npe01__HomeEmail__c
      work_phone | Work phone | phone | npe01__WorkPhone__c or Phone
      preferred_phone | Preferred phone | select | npe01__PreferredPhone__c
      deceased | Deceased | boolean | npsp__Deceased__c
      do_not_contact | Do not contact | boolean | npsp__Do_Not_Contact__c
      household | Household | relation organization | AccountId
      primary_affiliation | Primary affiliation | relation organization | npsp__Primary_Affiliation__c
      t_shirt_size | T-shirt size | select | -
      birthdate | Birthdate | date | Birthdate`,
    Opportunity: `
      name | Gift name | text | Name
      gift_amount | Gift amount | currency | Amount
      gift_date | Gift date | date | CloseDate
      stage | Stage | stage | StageName
      donor | Donor | relation organization | AccountId
      acknowledgment_status | Acknowledgment status | select | npsp__Acknowledgment_Status__c
      acknowledgment_date | Acknowledgment date | date | npsp__Acknowledgment_Date__c
      fund | Fund | text | Fund__c
      in_kind_value | In-kind value | currency | npsp__Fair_Market_Value__c
      description | Description | long_text | Description`,
  },
  fields: {
    Account: `
      npo02__TotalOppAmount__c | Total Gifts | currency 18.2 | CUN
      npo02__LargestAmount__c | Largest Gift | currency 18.2 | CUN
      npo02__LastCloseDate__c | Last Gift Date | date | CUN
      npo02__FirstCloseDate__c | First Gift Date | date | CUN
      npo02__Informal_Greeting__c | Informal Greeting | string 255 | CUN
      npo02__Formal_Greeting__c | Formal Greeting | string 255 | CUN
      npsp__Funding_Focus__c | Funding Focus | multipicklist 4099 | CUN | of Arts/Health/Education`,
    Contact: `
      npe01__WorkEmail__c | Work Email | email 80 | CUN
      npe01__HomeEmail__c | Personal Email | email 80 | CUN
      npe01__AlternateEmail__c | Alternate Email | email 80 | CUN
      npe01__WorkPhone__c | Work Phone | phone 40 | CUN
      npe01__PreferredPhone__c | Preferred Phone | picklist 255 | CUN | of Home/Work/Mobile
      npsp__Deceased__c | Deceased | boolean | CUD
      npsp__Do_Not_Contact__c | Do Not Contact | boolean | CUD
      npsp__Primary_Affiliation__c | Primary Affiliation | reference 18 | CUN | to Account, via npsp__Primary_Affiliation__r`,
    Opportunity: `
      npsp__Acknowledgment_Status__c | Acknowledgment Status | picklist 255 | CUN | of Do Not Acknowledge/Acknowledged
      npsp__Acknowledgment_Date__c | Acknowledgment Date | date | CUN
      Fund__c | Fund | string 120 | CUN
      npsp__Fair_Market_Value__c | Fair Market Value | currency 18.2 | CUN`,
  },
}
