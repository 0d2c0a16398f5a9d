/** The fields of Account in a Developer Edition org with state and country picklists. Each line: name, label, type and size, flags, and what belongs to it. */
export const accountTable = `
Id | Account ID | id 18 | D
IsDeleted | Deleted | boolean | D
MasterRecordId | Master Record ID | reference 18 | N | to Account, via MasterRecord
Name | Account Name | string 255 | CU | in Name, as switchablepersonname
Type | Account Type | picklist 255 | CUN
ParentId | Parent Account ID | reference 18 | CUN | to Account, via Parent
BillingStreet | Billing Street | textarea 255 | CUN | in BillingAddress, as plaintextarea
BillingCity | Billing City | string 40 | CUN | in BillingAddress
BillingState | Billing State/Province | string 80 | CUN | in BillingAddress
BillingPostalCode | Billing Zip/Postal Code | string 20 | CUN | in BillingAddress
BillingCountry | Billing Country | string 80 | CUN | in BillingAddress
BillingStateCode | Billing State/Province Code | picklist 10 | CUNRP | in BillingAddress, by BillingCountryCode
BillingCountryCode | Billing Country Code | picklist 10 | CUNR | in BillingAddress
BillingLatitude | Billing Latitude | double 18.15 | CUN | in BillingAddress
BillingLongitude | Billing Longitude | double 18.15 | CUN | in BillingAddress
BillingGeocodeAccuracy | Billing Geocode Accuracy | picklist 40 | CUNR | in BillingAddress
BillingAddress | Billing Address | address | N
ShippingStreet | Shipping Street | textarea 255 | CUN | in ShippingAddress, as plaintextarea
ShippingCity | Shipping City | string 40 | CUN | in ShippingAddress
ShippingState | Shipping State/Province | string 80 | CUN | in ShippingAddress
ShippingPostalCode | Shipping Zip/Postal Code | string 20 | CUN | in ShippingAddress
ShippingCountry | Shipping Country | string 80 | CUN | in ShippingAddress
ShippingStateCode | Shipping State/Province Code | picklist 10 | CUNRP | in ShippingAddress, by ShippingCountryCode
ShippingCountryCode | Shipping Country Code | picklist 10 | CUNR | in ShippingAddress
ShippingLatitude | Shipping Latitude | double 18.15 | CUN | in ShippingAddress
ShippingLongitude | Shipping Longitude | double 18.15 | CUN | in ShippingAddress
ShippingGeocodeAccuracy | Shipping Geocode Accuracy | picklist 40 | CUNR | in ShippingAddress
ShippingAddress | Shipping Address | address | N
Phone | Account Phone | phone 40 | CUN
Fax | Account Fax | phone 40 | CUN
AccountNumber | Account Number | string 40 | CUN
Website | Website | url 255 | CUN
PhotoUrl | Photo URL | url 255 | N | as imageurl
Sic | SIC Code | string 20 | CUN
Industry | Industry | picklist 255 | CUN
AnnualRevenue | Annual Revenue | currency 18.0 | CUN
NumberOfEmployees | Employees | int 8 | CUN
Ownership | Ownership | picklist 255 | CUN
TickerSymbol | Ticker Symbol | string 20 | CUN
Description | Account Description | textarea 32000 | CUN | as plaintextarea
Rating | Account Rating | picklist 255 | CUN
Site | Account Site | string 80 | CUN
OwnerId | Owner ID | reference 18 | CUD | to User, via Owner
CreatedDate | Created Date | datetime | D
CreatedById | Created By ID | reference 18 | D | to User, via CreatedBy
LastModifiedDate | Last Modified Date | datetime | D
LastModifiedById | Last Modified By ID | reference 18 | D | to User, via LastModifiedBy
SystemModstamp | System Modstamp | datetime | D
LastActivityDate | Last Activity | date | N
LastViewedDate | Last Viewed Date | datetime | N
LastReferencedDate | Last Referenced Date | datetime | N
Jigsaw | Data.com Key | string 20 | CUN
JigsawCompanyId | Jigsaw Company ID | string 20 | N
CleanStatus | Clean Status | picklist 40 | CUNR
AccountSource | Account Source | picklist 255 | CUN
DunsNumber | D-U-N-S Number | string 9 | CUN
Tradestyle | Tradestyle | string 255 | CUN
NaicsCode | NAICS Code | string 8 | CUN
NaicsDesc | NAICS Description | string 120 | CUN
YearStarted | Year Started | string 4 | CUN
SicDesc | SIC Description | string 80 | CUN
DandbCompanyId | D&B Company ID | reference 18 | CUN | to DandBCompany, via DandbCompany
OperatingHoursId | Operating Hour ID | reference 18 | CUN | to OperatingHours, via OperatingHours
`
