/** A city as CRMs know it: people write states and countries in more than one way. */
export interface Place {
  readonly city: string
  readonly state: string | null
  readonly postalCode: string
  readonly country: string
  /** Phone numbers of the place, each `#` a digit. */
  readonly phone: string
}

const place = (city: string, state: string | null, postalCode: string, country: string, phone: string): Place => ({
  city,
  state,
  postalCode,
  country,
  phone,
})

export const places: readonly Place[] = [
  place('Cleveland', 'OH', '44113', 'USA', '(216) 555-01##'),
  place('Pittsburgh', 'PA', '15222', 'United States', '412-555-01##'),
  place('Detroit', 'MI', '48226', 'US', '+1 313 555 01##'),
  place('Milwaukee', 'Wisconsin', '53202', 'USA', '414.555.01##'),
  place('Houston', 'TX', '77002', 'United States', '(713) 555-01##'),
  place('St. Louis', 'MO', '63101', 'USA', '314 555 01##'),
  place('Charlotte', 'North Carolina', '28202', 'USA', '(704) 555-01## x1##'),
  place('Portland', 'OR', '97204', 'united states', '503-555-01##'),
  place('Fort Wayne', 'IN', '46802', 'U.S.A.', '(260) 555-01##'),
  place('Toronto', 'ON', 'M5V 2T6', 'Canada', '+1 416-555-01##'),
  place('Montréal', 'QC', 'H2Y 1C6', 'Canada', '514 555-01##'),
  place('Monterrey', 'N.L.', '64000', 'México', '+52 81 5550 01##'),
  place('Manchester', null, 'M1 4BT', 'United Kingdom', '0161 496 0###'),
  place('Sheffield', 'South Yorkshire', 'S1 2HE', 'UK', '+44 114 496 0###'),
  place('Dublin', null, 'D02 X285', 'Ireland', '+353 1 555 01##'),
  place('München', 'Bayern', '80331', 'Germany', '+49 89 5550 1##'),
  place('Köln', 'NRW', '50667', 'Deutschland', '0221/5550-1##'),
  place('Göteborg', null, '411 03', 'Sweden', '+46 31 555 01 ##'),
  place('Łódź', null, '90-001', 'Polska', '+48 42 555 01 ##'),
  place('Lyon', null, '69002', 'France', '+33 4 55 50 1# ##'),
  place('Zürich', 'ZH', '8001', 'Switzerland', '+41 44 555 01 ##'),
  place('São Paulo', 'SP', '01310-100', 'Brasil', '+55 11 5555-01##'),
  place('横浜市', '神奈川県', '220-0012', '日本', '045-555-01##'),
  place('Bengaluru', 'Karnataka', '560001', 'India', '+91 80 5550 01##'),
]
