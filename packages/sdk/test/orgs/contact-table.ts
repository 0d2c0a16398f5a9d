/** The fields of Contact without state and country picklists. Each line: name, label, type and size, flags, and what belongs to it. */
export const contactTable = `
Id | Contact ID | id 18 | D
IsDeleted | Deleted | boolean | D
MasterRecordId | Master Record ID | reference 18 | N | to Contact, via MasterRecord
AccountId | Account ID | reference 18 | CUN | to Account, via Account
LastName | Last Name | string 80 | CU | in Name, as personname
FirstName | First Name | string 40 | CUN | in Name, as personname
Salutation | Salutation | picklist 40 | CUN | in Name, as personname
Name | Full Name | string 121 |  | as personname
OtherStreet | Other Street | textarea 255 | CUN | in OtherAddress, as plaintextarea
OtherCity | Other City | string 40 | CUN | in OtherAddress
OtherState | Other State/Province | string 80 | CUN | in OtherAddress
OtherPostalCode | Other Zip/Postal Code | string 20 | CUN | in OtherAddress
OtherCountry | Other Country | string 80 | CUN | in OtherAddress
OtherLatitude | Other Latitude | double 18.15 | CUN | in OtherAddress
OtherLongitude | Other Longitude | double 18.15 | CUN | in OtherAddress
OtherGeocodeAccuracy | Other Geocode Accuracy | picklist 40 | CUNR | in OtherAddress
OtherAddress | Other Address | address | N
MailingStreet | Mailing Street | textarea 255 | CUN | in MailingAddress, as plaintextarea
MailingCity | Mailing City | string 40 | CUN | in MailingAddress
MailingState | Mailing State/Province | string 80 | CUN | in MailingAddress
MailingPostalCode | Mailing Zip/Postal Code | string 20 | CUN | in MailingAddress
MailingCountry | Mailing Country | string 80 | CUN | in MailingAddress
MailingLatitude | Mailing Latitude | double 18.15 | CUN | in MailingAddress
MailingLongitude | Mailing Longitude | double 18.15 | CUN | in MailingAddress
MailingGeocodeAccuracy | Mailing Geocode Accuracy | picklist 40 | CUNR | in MailingAddress
MailingAddress | Mailing Address | address | N
Phone | Business Phone | phone 40 | CUN
Fax | Business Fax | phone 40 | CUN
MobilePhone | Mobile Phone | phone 40 | CUN
HomePhone | Home Phone | phone 40 | CUN
OtherPhone | Other Phone | phone 40 | CUN
AssistantPhone | Asst. Phone | phone 40 | CUN
ReportsToId | Reports To ID | reference 18 | CUN | to Contact, via ReportsTo
Email | Email | email 80 | CUN
Title | Title | string 128 | CUN
Department | Department | string 80 | CUN
AssistantName | Assistant's Name | string 40 | CUN
LeadSource | Lead Source | picklist 255 | CUN
Birthdate | Birthdate | date | CUN
Description | Contact Description | textarea 32000 | CUN | as plaintextarea
OwnerId | Owner ID | reference 18 | CUD | to User, via Owner
CreatedDate | Created Date | datetime | D
CreatedById | Created By ID | reference 18 | D | to User, via CreatedBy
LastModifiedDate | Last Modified Date | datetime | D
LastModifiedById | Last Modified By ID | reference 18 | D | to User, via LastModifiedBy
SystemModstamp | System Modstamp | datetime | D
LastActivityDate | Last Activity | date | N
LastCURequestDate | Last Stay-in-Touch Request Date | datetime | N
LastCUUpdateDate | Last Stay-in-Touch Save Date | datetime | N
LastViewedDate | Last Viewed Date | datetime | N
LastReferencedDate | Last Referenced Date | datetime | N
EmailBouncedReason | Email Bounced Reason | string 255 | CUN
EmailBouncedDate | Email Bounced Date | datetime | CUN
IsEmailBounced | Is Email Bounced | boolean | D
PhotoUrl | Photo URL | url 255 | N | as imageurl
Jigsaw | Data.com Key | string 20 | CUN
JigsawContactId | Jigsaw Contact ID | string 20 | N
CleanStatus | Clean Status | picklist 40 | CUNR
IndividualId | Individual ID | reference 18 | CUN | to Individual, via Individual
`
