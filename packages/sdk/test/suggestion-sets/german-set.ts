import type { EvaluationSet } from './evaluation-set.ts'

const schemas: EvaluationSet['schemas'] = {
  Account: `
    firmenname | Firmenname | text | Name
    webseite | Webseite | url | Website
    telefon | Telefon | phone | Phone
    fax | Fax | phone | Fax
    branche | Branche | select | Industry
    typ | Typ | select | Type
    mitarbeiter | Mitarbeiter | number | NumberOfEmployees
    jahresumsatz | Jahresumsatz | currency | AnnualRevenue
    beschreibung | Beschreibung | long_text | Description
    rechnungsadresse | Rechnungsadresse | address | BillingAddress
    lieferadresse | Lieferadresse | address | ShippingAddress
    muttergesellschaft | Muttergesellschaft | relation organization | ParentId
    kundennummer | Kundennummer | text | ?AccountNumber
    steuernummer | Steuernummer | text | -
    inhaber | Inhaber | user | OwnerId`,
  Contact: `
    vorname | Vorname | text | FirstName
    nachname | Nachname | text | LastName
    anrede | Anrede | select | Salutation
    e_mail | E-Mail | email | Email
    telefon | Telefon | phone | Phone
    mobil | Mobil | phone | MobilePhone
    telefon_privat | Telefon privat | phone | HomePhone
    position | Position | text | Title
    abteilung | Abteilung | text | Department
    firma | Firma | relation organization | AccountId
    adresse | Adresse | address | MailingAddress
    geburtsdatum | Geburtsdatum | date | Birthdate
    vorgesetzter | Vorgesetzter | relation person | ReportsToId
    lieblingsfarbe | Lieblingsfarbe | text | -`,
  Opportunity: `
    bezeichnung | Bezeichnung | text | Name
    phase | Phase | stage | StageName
    betrag | Betrag | currency | Amount
    abschlussdatum | Abschlussdatum | date | CloseDate
    wahrscheinlichkeit | Wahrscheinlichkeit | percent | Probability
    firma | Firma | relation organization | AccountId
    naechster_schritt | Nächster Schritt | text | NextStep
    quelle | Quelle | select | LeadSource
    beschreibung | Beschreibung | long_text | Description
    liefertermin | Liefertermin | date | -`,
}

export const germanSet: EvaluationSet = { name: 'German words, an English org', schemas }

export const germanOrgSet: EvaluationSet = {
  name: 'German words, a German org',
  schemas,
  labels: {
    'Account.Name': 'Accountname',
    'Account.Website': 'Website',
    'Account.Phone': 'Account-Telefonnummer',
    'Account.Fax': 'Account-Fax',
    'Account.Industry': 'Branche',
    'Account.Type': 'Accounttyp',
    'Account.NumberOfEmployees': 'Mitarbeiter',
    'Account.AnnualRevenue': 'Jahresumsatz',
    'Account.Description': 'Account-Beschreibung',
    'Account.BillingAddress': 'Rechnungsanschrift',
    'Account.ShippingAddress': 'Lieferanschrift',
    'Account.ParentId': 'Übergeordneter Account ID',
    'Account.OwnerId': 'Inhaber-ID',
    'Account.AccountNumber': 'Accountnummer',
    'Contact.FirstName': 'Vorname',
    'Contact.LastName': 'Nachname',
    'Contact.Salutation': 'Anrede',
    'Contact.Email': 'E-Mail',
    'Contact.Phone': 'Telefon (geschäftlich)',
    'Contact.MobilePhone': 'Mobiltelefon',
    'Contact.HomePhone': 'Telefon (privat)',
    'Contact.OtherPhone': 'Sonstiges Telefon',
    'Contact.Title': 'Titel',
    'Contact.Department': 'Abteilung',
    'Contact.AccountId': 'Account-ID',
    'Contact.MailingAddress': 'Postanschrift',
    'Contact.OtherAddress': 'Sonstige Anschrift',
    'Contact.Birthdate': 'Geburtsdatum',
    'Contact.ReportsToId': 'Vorgesetzter ID',
    'Contact.Description': 'Kontaktbeschreibung',
    'Opportunity.Name': 'Name',
    'Opportunity.StageName': 'Phase',
    'Opportunity.Amount': 'Betrag',
    'Opportunity.CloseDate': 'Schlusstermin',
    'Opportunity.Probability': 'Wahrscheinlichkeit (%)',
    'Opportunity.NextStep': 'Nächster Schritt',
    'Opportunity.LeadSource': 'Lead-Quelle',
    'Opportunity.Description': 'Beschreibung',
    'Opportunity.ExpectedRevenue': 'Erwarteter Betrag',
  },
}
