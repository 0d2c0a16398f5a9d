import type { EvaluationSet } from './evaluation-set.ts'

export const manufacturerSet: EvaluationSet = {
  name: 'a manufacturer with the words of its ERP',
  schemas: {
    Account: `
      customer_name | Customer name | text | Name
      customer_type | Customer type | select | Type
      phone_main | Main telephone | phone | Phone
      fax_no | Fax no. | phone | Fax
      web | Web | url | Website
      industry_segment | Industry segment | select | ?Industry
      no_of_staff | No. of staff | number | NumberOfEmployees
      yearly_sales | Yearly sales | currency | AnnualRevenue
      invoice_address | Invoice address | address | BillingAddress
      goods_address | Goods delivery address | address | ShippingAddress
      mother_company | Mother company | relation organization | ParentId
      responsible_rep | Responsible rep | user | OwnerId
      remarks | Remarks | long_text | Description
      erp_number | ERP number | text | ERP_Number__c
      credit_limit | Credit limit | currency | Credit_Limit__c
      payment_terms | Payment terms | select | Payment_Terms__c
      incoterms | Incoterms | select | -
      plant_code | Plant code | text | -
      last_order | Last order | date | Last_Order_Date__c
      customer_since | Customer since | date | Customer_Since__c
      abc_class | ABC class | select | ABC_Class__c
      tax_exempt | Tax exempt | boolean | Is_Tax_Exempt__c`,
    Contact: `
      firstname | First name | text | FirstName
      surname | Surname | text | LastName
      academic_title | Academic title | text | -
      job_description | Job description | text | ?Title
      e_mail_1 | E-mail | email | Email
      e_mail_2 | E-mail 2 | email | -
      phone_direct | Direct phone | phone | Phone
      phone_mobile | Mobile phone | phone | MobilePhone
      fax_direct | Direct fax | phone | Fax
      customer | Customer | relation organization | AccountId
      superior | Superior | relation person | ReportsToId
      language | Language | select | Preferred_Language__c
      gdpr_consent | GDPR consent | boolean | GDPR_Consent__c
      department_name | Department name | text | Department
      visit_address | Visiting address | address | ?MailingAddress
      secretary | Secretary | text | ?AssistantName`,
    Opportunity: `
      project_name | Project name | text | Name
      project_stage | Project stage | stage | StageName
      order_value | Order value | currency | Amount
      order_probability | Order probability | percent | Probability
      expected_order_date | Expected order date | date | CloseDate
      customer | Customer | relation organization | AccountId
      competitors | Competitors | text | Competitors__c
      quote_number | Quote number | text | Quote_Number__c
      margin | Margin | percent | Margin__c
      end_user | End user | relation organization | End_User__c
      comment | Comment | long_text | Description
      inside_sales | Inside sales | user | -
      project_type | Project type | select | Type
      delivery_date | Requested delivery date | date | Delivery_Date__c
      annual_volume | Annual volume | number | -`,
  },
  fields: {
    Account: `
      ERP_Number__c | ERP Number | string 20 | CUNXQ
      Credit_Limit__c | Credit Limit | currency 18.2 | CUN
      Payment_Terms__c | Payment Terms | picklist 255 | CUN | of Net 30/Net 60
      Last_Order_Date__c | Last Order Date | date | CUN
      Last_Order_Value__c | Last Order Value | currency 18.2 | CUN
      Customer_Since__c | Customer Since | date | CUN
      ABC_Class__c | ABC Class | picklist 255 | CUN | of A/B/C
      Is_Tax_Exempt__c | Tax Exempt | boolean | CUD`,
    Contact: `
      Preferred_Language__c | Preferred Language | picklist 255 | CUN | of English/German
      GDPR_Consent__c | GDPR Consent | boolean | CUD
      GDPR_Consent_Date__c | GDPR Consent Date | date | CUN`,
    Opportunity: `
      Competitors__c | Competitors | string 255 | CUN
      Quote_Number__c | Quote Number | string 30 | CUN
      Margin__c | Margin % | percent 5.2 | CUN
      End_User__c | End User | reference 18 | CUN | to Account, via End_User__r
      Delivery_Date__c | Delivery Date | date | CUN`,
  },
}
