import type { SalesforceField } from '../../src/contract/schema.ts'
import { fieldTable } from './field-table.ts'

const topics = [
  'Renewal',
  'Support',
  'Partner',
  'Contract',
  'Onboarding',
  'Region',
  'Legacy',
  'Billing',
  'Compliance',
  'Marketing',
  'Product',
  'Territory',
  'Credit',
  'Survey',
  'Invoice',
  'Project',
  'Service',
  'Audit',
  'Loyalty',
  'Training',
  'Warranty',
  'Delivery',
  'Referral',
  'Event',
  'Tax',
  'Fleet',
  'Quality',
  'Pricing',
]

/** What a large org has of each topic: `#` stands for its name, `$` for the same in an API name. */
const shapes = [
  '$_Code__c | # Code | string 40 | CUN',
  '$_Status__c | # Status | picklist 255 | CUN | of Open/In progress/Done',
  '$_Date__c | # Date | date | CUN',
  '$_Amount__c | # Amount | currency 18.2 | CUN',
  '$_Notes__c | # Notes | textarea 32768 | CUN',
  '$_Score__c | # Score | double 18.2 | CUN',
  'Is_$_Active__c | # Active? | boolean | CUD',
  '$_Owner__c | # Owner | reference 18 | CUN | to User, via $_Owner__r',
  '$_Account__c | # Account | reference 18 | CUN | to Account, via $_Account__r',
  '$_Email__c | # Email | email 80 | CUN',
  '$_Phone__c | # Phone | phone 40 | CUN',
  '$_URL__c | # URL | url 255 | CUN',
  '$_Percent__c | # % | percent 5.2 | CUN',
  '$_Count__c | # Count | double 18.0 | CUN',
  '$_Reasons__c | # Reasons | multipicklist 4099 | CUN | of Price/Timing/Features',
  '$_Synced_At__c | # Synced At | datetime | CUN',
  '$_Total__c | # Total | currency 18.2 | NK',
  '$_Days_Left__c | # Days Left | double 18.0 | NK',
  '$_Label__c | # Label | string 1300 | NK',
  '$_Summary__c | # Summary | textarea 32768 | CUNH',
  '$_External_ID__c | # External ID | string 64 | CUNXQ',
  '$_Secret__c | # Secret | encryptedstring 175 | CUN',
  '$_Number__c | # Number | string 30 | A',
  '$_Tier__c | # Tier | picklist 255 | CUNR | of Gold/Silver/Bronze',
  '$_Sub_Tier__c | # Sub-tier | picklist 255 | CUNRP | of Gold 1/Gold 2/Silver 1, by $_Tier__c',
  '$_Place__c | # Place | location | N',
  '$_Place__Latitude__s | # Place (Latitude) | double 18.15 | CUN | in $_Place__c',
  '$_Place__Longitude__s | # Place (Longitude) | double 18.15 | CUN | in $_Place__c',
  '$_Contact__c | # Contact | reference 18 | CUN | to Contact, via $_Contact__r',
  '$_Time__c | # Time | time | CUN',
]

/** The first is a value that a create has to bring, the second one that the org fills in. */
const required = [
  'Cost_Center__c | Cost Center | string 20 | CU',
  'Data_Region__c | Data Region | picklist 255 | CUDR | of EU/US/APAC',
]

/** Custom fields of a large org, some of them of managed packages, some required; the same ones each time. */
export function customFields(count: number): SalesforceField[] {
  const lines = topics.flatMap((topic, index) => shapes.map((shape) => lineOf(shape, topic, index)))
  if (lines.length + required.length < count) throw new Error(`Only ${lines.length + required.length} custom fields are known.`)
  return fieldTable([...required, ...lines].slice(0, count).join('\n'))
}

/** Every fifth topic came with a managed package. */
function lineOf(shape: string, topic: string, index: number): string {
  const apiName = index % 5 === 4 ? `pkg${index}__${topic}` : topic
  return shape
    .replaceAll('#', topic)
    .replace('Is_$', index % 5 === 4 ? `pkg${index}__Is_${topic}` : `Is_${topic}`)
    .replaceAll('$', apiName)
}
