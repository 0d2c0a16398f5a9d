import type { Country, State } from './country.ts'

const countries =
  'AF Afghanistan; AX Åland Islands; AL Albania; DZ Algeria; AD Andorra; AO Angola; AI Anguilla; AQ Antarctica; ' +
  'AG Antigua and Barbuda; AR Argentina; AM Armenia; AW Aruba; AU Australia; AT Austria; AZ Azerbaijan; BS Bahamas; ' +
  'BH Bahrain; BD Bangladesh; BB Barbados; BY Belarus; BE Belgium; BZ Belize; BJ Benin; BM Bermuda; BT Bhutan; ' +
  'BO Bolivia, Plurinational State of; BQ Bonaire, Sint Eustatius and Saba; BA Bosnia and Herzegovina; BW Botswana; ' +
  'BV Bouvet Island; BR Brazil; IO British Indian Ocean Territory; BN Brunei Darussalam; BG Bulgaria; ' +
  'BF Burkina Faso; BI Burundi; KH Cambodia; CM Cameroon; CA Canada; CV Cape Verde; KY Cayman Islands; ' +
  'CF Central African Republic; TD Chad; CL Chile; CN China; CX Christmas Island; CC Cocos (Keeling) Islands; ' +
  'CO Colombia; KM Comoros; CG Congo; CD Congo, the Democratic Republic of the; CK Cook Islands; CR Costa Rica; ' +
  "CI Côte d'Ivoire; HR Croatia; CU Cuba; CW Curaçao; CY Cyprus; CZ Czech Republic; DK Denmark; DJ Djibouti; " +
  'DM Dominica; DO Dominican Republic; EC Ecuador; EG Egypt; SV El Salvador; GQ Equatorial Guinea; ER Eritrea; ' +
  'EE Estonia; SZ Eswatini; ET Ethiopia; FK Falkland Islands (Malvinas); FO Faroe Islands; FJ Fiji; FI Finland; ' +
  'FR France; GF French Guiana; PF French Polynesia; TF French Southern Territories; GA Gabon; GM Gambia; ' +
  'GE Georgia; DE Germany; GH Ghana; GI Gibraltar; GR Greece; GL Greenland; GD Grenada; GP Guadeloupe; ' +
  'GT Guatemala; GG Guernsey; GN Guinea; GW Guinea-Bissau; GY Guyana; HT Haiti; ' +
  'HM Heard Island and McDonald Islands; VA Holy See (Vatican City State); HN Honduras; HU Hungary; IS Iceland; ' +
  'IN India; ID Indonesia; IR Iran, Islamic Republic of; IQ Iraq; IE Ireland; IM Isle of Man; IL Israel; IT Italy; ' +
  'JM Jamaica; JP Japan; JE Jersey; JO Jordan; KZ Kazakhstan; KE Kenya; KI Kiribati; ' +
  "KP Korea, Democratic People's Republic of; KR Korea, Republic of; KW Kuwait; KG Kyrgyzstan; " +
  "LA Lao People's Democratic Republic; LV Latvia; LB Lebanon; LS Lesotho; LR Liberia; LY Libya; LI Liechtenstein; " +
  'LT Lithuania; LU Luxembourg; MO Macao; MG Madagascar; MW Malawi; MY Malaysia; MV Maldives; ML Mali; MT Malta; ' +
  'MQ Martinique; MR Mauritania; MU Mauritius; YT Mayotte; MX Mexico; MD Moldova, Republic of; MC Monaco; ' +
  'MN Mongolia; ME Montenegro; MS Montserrat; MA Morocco; MZ Mozambique; MM Myanmar; NA Namibia; NR Nauru; ' +
  'NP Nepal; NL Netherlands; NC New Caledonia; NZ New Zealand; NI Nicaragua; NE Niger; NG Nigeria; NU Niue; ' +
  'NF Norfolk Island; MK North Macedonia; NO Norway; OM Oman; PK Pakistan; PS Palestine; PA Panama; ' +
  'PG Papua New Guinea; PY Paraguay; PE Peru; PH Philippines; PN Pitcairn; PL Poland; PT Portugal; QA Qatar; ' +
  'RE Réunion; RO Romania; RU Russian Federation; RW Rwanda; BL Saint Barthélemy; ' +
  'SH Saint Helena, Ascension and Tristan da Cunha; KN Saint Kitts and Nevis; LC Saint Lucia; ' +
  'MF Saint Martin (French part); PM Saint Pierre and Miquelon; VC Saint Vincent and the Grenadines; WS Samoa; ' +
  'SM San Marino; ST Sao Tome and Principe; SA Saudi Arabia; SN Senegal; RS Serbia; SC Seychelles; SL Sierra Leone; ' +
  'SG Singapore; SX Sint Maarten (Dutch part); SK Slovakia; SI Slovenia; SB Solomon Islands; SO Somalia; ' +
  'ZA South Africa; GS South Georgia and the South Sandwich Islands; SS South Sudan; ES Spain; LK Sri Lanka; ' +
  'SD Sudan; SR Suriname; SJ Svalbard and Jan Mayen; SE Sweden; CH Switzerland; SY Syrian Arab Republic; TW Taiwan; ' +
  'TJ Tajikistan; TZ Tanzania, United Republic of; TH Thailand; TL Timor-Leste; TG Togo; TK Tokelau; TO Tonga; ' +
  'TT Trinidad and Tobago; TN Tunisia; TR Turkey; TM Turkmenistan; TC Turks and Caicos Islands; TV Tuvalu; ' +
  'UG Uganda; UA Ukraine; AE United Arab Emirates; GB United Kingdom; US United States; UY Uruguay; UZ Uzbekistan; ' +
  'VU Vanuatu; VE Venezuela, Bolivarian Republic of; VN Viet Nam; VG Virgin Islands, British; WF Wallis and Futuna; ' +
  'EH Western Sahara; YE Yemen; ZM Zambia; ZW Zimbabwe'

const states: Readonly<Record<string, string>> = {
  US:
    'AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware; ' +
    'DC District of Columbia; FL Florida; GA Georgia; HI Hawaii; ID Idaho; IL Illinois; IN Indiana; IA Iowa; ' +
    'KS Kansas; KY Kentucky; LA Louisiana; ME Maine; MD Maryland; MA Massachusetts; MI Michigan; ' +
    'MN Minnesota; MS Mississippi; MO Missouri; MT Montana; NE Nebraska; NV Nevada; NH New Hampshire; ' +
    'NJ New Jersey; NM New Mexico; NY New York; NC North Carolina; ND North Dakota; OH Ohio; OK Oklahoma; ' +
    'OR Oregon; PA Pennsylvania; RI Rhode Island; SC South Carolina; SD South Dakota; TN Tennessee; TX Texas; ' +
    'UT Utah; VT Vermont; VA Virginia; WA Washington; WV West Virginia; WI Wisconsin; WY Wyoming',
  CA:
    'AB Alberta; BC British Columbia; MB Manitoba; NB New Brunswick; NL Newfoundland and Labrador; ' +
    'NT Northwest Territories; NS Nova Scotia; NU Nunavut; ON Ontario; PE Prince Edward Island; QC Quebec; ' +
    'SK Saskatchewan; YT Yukon Territories',
  AU:
    'ACT Australian Capital Territory; NSW New South Wales; NT Northern Territory; QLD Queensland; ' +
    'SA South Australia; TAS Tasmania; VIC Victoria; WA Western Australia',
  BR:
    'AC Acre; AL Alagoas; AP Amapá; AM Amazonas; BA Bahia; CE Ceará; DF Distrito Federal; ES Espírito Santo; ' +
    'GO Goiás; MA Maranhão; MT Mato Grosso; MS Mato Grosso do Sul; MG Minas Gerais; PR Paraná; PB Paraíba; ' +
    'PA Pará; PE Pernambuco; PI Piauí; RN Rio Grande do Norte; RS Rio Grande do Sul; RJ Rio de Janeiro; ' +
    'RO Rondônia; RR Roraima; SC Santa Catarina; SE Sergipe; SP São Paulo; TO Tocantins',
  MX:
    'AG Aguascalientes; BC Baja California; BS Baja California Sur; CM Campeche; CS Chiapas; CH Chihuahua; ' +
    'CO Coahuila; CL Colima; DF Federal District; DG Durango; GT Guanajuato; GR Guerrero; HG Hidalgo; ' +
    'JA Jalisco; ME Mexico State; MI Michoacán; MO Morelos; NA Nayarit; NL Nuevo León; OA Oaxaca; PB Puebla; ' +
    'QE Querétaro; QR Quintana Roo; SL San Luis Potosí; SI Sinaloa; SO Sonora; TB Tabasco; TM Tamaulipas; ' +
    'TL Tlaxcala; VE Veracruz; YU Yucatán; ZA Zacatecas',
  IN:
    'AN Andaman and Nicobar Islands; AP Andhra Pradesh; AR Arunachal Pradesh; AS Assam; BR Bihar; ' +
    'CH Chandigarh; CT Chhattisgarh; DN Dadra and Nagar Haveli; DD Daman and Diu; DL Delhi; GA Goa; ' +
    'GJ Gujarat; HR Haryana; HP Himachal Pradesh; JK Jammu and Kashmir; JH Jharkhand; KA Karnataka; ' +
    'KL Kerala; LD Lakshadweep; MP Madhya Pradesh; MH Maharashtra; MN Manipur; ML Meghalaya; MZ Mizoram; ' +
    'NL Nagaland; OR Odisha; PY Puducherry; PB Punjab; RJ Rajasthan; SK Sikkim; TN Tamil Nadu; TG Telangana; ' +
    'TR Tripura; UT Uttarakhand; UP Uttar Pradesh; WB West Bengal',
  IE:
    'CW Carlow; CN Cavan; CE Clare; CO Cork; DL Donegal; D Dublin; G Galway; KY Kerry; KE Kildare; ' +
    'KK Kilkenny; LS Laois; LM Leitrim; LK Limerick; LD Longford; LH Louth; MO Mayo; MH Meath; MN Monaghan; ' +
    'OY Offaly; RN Roscommon; SO Sligo; TA Tipperary; WD Waterford; WH Westmeath; WX Wexford; WW Wicklow',
}

/** Countries with their ISO codes, and the states of those that have some in a new org. */
export const standardCountries: readonly Country[] = entriesOf(countries).map((country) => ({
  ...country,
  states: entriesOf(states[country.code] ?? ''),
}))

/** Reads `US United States; CA Canada`. */
function entriesOf(list: string): State[] {
  return list
    .split('; ')
    .filter(Boolean)
    .map((entry) => ({ code: entry.slice(0, entry.indexOf(' ')), name: entry.slice(entry.indexOf(' ') + 1) }))
}
