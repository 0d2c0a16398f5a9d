/** The fields that Account has besides where person accounts are on; Name is optional there. Each line: name, label, type and size, flags, and what belongs to it. */
export const personAccountTable = `
LastName | Last Name | string 80 | CUN | in Name, as switchablepersonname
FirstName | First Name | string 40 | CUN | in Name, as switchablepersonname
Salutation | Salutation | picklist 40 | CUN | in Name, as switchablepersonname
PersonContactId | Contact ID | reference 18 | N | to Contact, via PersonContact
IsPersonAccount | Is Person Account | boolean | D
PersonMailingStreet | Mailing Street | textarea 255 | CUN | in PersonMailingAddress, as plaintextarea
PersonMailingCity | Mailing City | string 40 | CUN | in PersonMailingAddress
PersonMailingState | Mailing State/Province | string 80 | CUN | in PersonMailingAddress
PersonMailingPostalCode | Mailing Zip/Postal Code | string 20 | CUN | in PersonMailingAddress
PersonMailingCountry | Mailing Country | string 80 | CUN | in PersonMailingAddress
PersonMailingLatitude | Mailing Latitude | double 18.15 | CUN | in PersonMailingAddress
PersonMailingLongitude | Mailing Longitude | double 18.15 | CUN | in PersonMailingAddress
PersonMailingGeocodeAccuracy | Mailing Geocode Accuracy | picklist 40 | CUNR | in PersonMailingAddress
PersonMailingAddress | Mailing Address | address | N
PersonOtherStreet | Other Street | textarea 255 | CUN | in PersonOtherAddress, as plaintextarea
PersonOtherCity | Other City | string 40 | CUN | in PersonOtherAddress
PersonOtherState | Other State/Province | string 80 | CUN | in PersonOtherAddress
PersonOtherPostalCode | Other Zip/Postal Code | string 20 | CUN | in PersonOtherAddress
PersonOtherCountry | Other Country | string 80 | CUN | in PersonOtherAddress
PersonOtherLatitude | Other Latitude | double 18.15 | CUN | in PersonOtherAddress
PersonOtherLongitude | Other Longitude | double 18.15 | CUN | in PersonOtherAddress
PersonOtherGeocodeAccuracy | Other Geocode Accuracy | picklist 40 | CUNR | in PersonOtherAddress
PersonOtherAddress | Other Address | address | N
PersonMobilePhone | Mobile | phone 40 | CUN
PersonHomePhone | Home Phone | phone 40 | CUN
PersonOtherPhone | Other Phone | phone 40 | CUN
PersonAssistantPhone | Asst. Phone | phone 40 | CUN
PersonEmail | Email | email 80 | CUN
PersonTitle | Title | string 80 | CUN
PersonDepartment | Department | string 80 | CUN
PersonAssistantName | Assistant | string 40 | CUN
PersonLeadSource | Lead Source | picklist 255 | CUN
PersonBirthdate | Birthdate | date | CUN
PersonHasOptedOutOfEmail | Email Opt Out | boolean | CUD
PersonHasOptedOutOfFax | Fax Opt Out | boolean | CUD
PersonDoNotCall | Do Not Call | boolean | CUD
PersonLastCURequestDate | Last Stay-in-Touch Request Date | datetime | N
PersonLastCUUpdateDate | Last Stay-in-Touch Save Date | datetime | N
PersonEmailBouncedReason | Email Bounced Reason | string 255 | CUN
PersonEmailBouncedDate | Email Bounced Date | datetime | CUN
PersonIndividualId | Individual ID | reference 18 | CUN | to Individual, via PersonIndividual
PersonPronouns | Pronouns | picklist 255 | CUN
PersonGenderIdentity | Gender Identity | picklist 255 | CUN
`
