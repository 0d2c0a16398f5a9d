/** The fields of Opportunity with a single currency. Each line: name, label, type and size, flags, and what belongs to it. */
export const opportunityTable = `
Id | Opportunity ID | id 18 | D
IsDeleted | Deleted | boolean | D
AccountId | Account ID | reference 18 | CUN | to Account, via Account
IsPrivate | Private | boolean | CUD
Name | Name | string 120 | CU
Description | Description | textarea 32000 | CUN | as plaintextarea
StageName | Stage | picklist 255 | CU
Amount | Amount | currency 18.2 | CUN
Probability | Probability (%) | percent 3.0 | CUND
ExpectedRevenue | Expected Amount | currency 18.2 | N
TotalOpportunityQuantity | Quantity | double 18.2 | CUN
CloseDate | Close Date | date | CU
Type | Opportunity Type | picklist 255 | CUN
NextStep | Next Step | string 255 | CUN
LeadSource | Lead Source | picklist 255 | CUN
IsClosed | Closed | boolean | D
IsWon | Won | boolean | D
ForecastCategory | Forecast Category | picklist 40 | R
ForecastCategoryName | Forecast Category | picklist 255 | CUNDR
CampaignId | Campaign ID | reference 18 | CUN | to Campaign, via Campaign
HasOpportunityLineItem | Has Line Item | boolean | D
Pricebook2Id | Price Book ID | reference 18 | CUND | to Pricebook2, via Pricebook2
OwnerId | Owner ID | reference 18 | CUD | to User, via Owner
CreatedDate | Created Date | datetime | D
CreatedById | Created By ID | reference 18 | D | to User, via CreatedBy
LastModifiedDate | Last Modified Date | datetime | D
LastModifiedById | Last Modified By ID | reference 18 | D | to User, via LastModifiedBy
SystemModstamp | System Modstamp | datetime | D
LastActivityDate | Last Activity | date | N
LastStageChangeDate | Last Stage Change Date | datetime | N
FiscalQuarter | Fiscal Quarter | int 8 | N | in Fiscal
FiscalYear | Fiscal Year | int 8 | N | in Fiscal
Fiscal | Fiscal Period | string 6 | N
ContactId | Contact ID | reference 18 | CN | to Contact
LastViewedDate | Last Viewed Date | datetime | N
LastReferencedDate | Last Referenced Date | datetime | N
HasOpenActivity | Has Open Activity | boolean | D
HasOverdueTask | Has Overdue Task | boolean | D
LastAmountChangedHistoryId | Opportunity History ID | reference 18 | N | to OpportunityHistory, via LastAmountChangedHistory
LastCloseDateChangedHistoryId | Opportunity History ID | reference 18 | N | to OpportunityHistory, via LastCloseDateChangedHistory
`
