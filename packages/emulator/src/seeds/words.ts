/** Reads a list written as prose; bars part its entries. */
function choices(text: string): readonly string[] {
  return text.split('|').map((choice) => choice.trim())
}

/** What companies call themselves, before the part that says what they do. */
export const companyHeads = choices(`
  Aldgate | Anvil | Arrowhead | Ashford | Bastion | Beacon | Birchwood | Blue Harbor | Bramble | Brightwater | Calder |
  Canyon | Cedar Ridge | Clearview | Cobalt | Copperline | Crestview | Dovetail | Driftwood | Eastgate | Elmstone |
  Evergreen | Fairhaven | Falcon | Foxglove | Granite | Greyfield | Hallmark | Harrow | Highland | Ironbridge | Juniper |
  Keystone | Kingfisher | Lakeside | Larkspur | Lighthouse | Maple & Main | Meridian | Millbrook | Nordlicht |
  Northgate | Oakhaven | Ödegård | Orchard | Pinnacle | Quarry Hill | Redwood | Ridgeline | Rosenthal | São Bento |
  Silverlake | Sterling | Stonecrop | Sun Valley | Tamarack | Thornbury | Tidewater | Umber | Vanguard | Västerås |
  Walnut Creek | Westbrook | Wexford | Whitestone | Willow | Yarrow | Zephyr | O'Dell | Łódź
`)

/** What they do. */
export const companyTrades = choices(`
  Adhesives | Bearings | Castings | Chemicals | Components | Controls | Electric | Engineering | Equipment |
  Fabrication | Fasteners | Filtration | Foods | Freight | Hydraulics | Industries | Instruments | Logistics |
  Machine Works | Manufacturing | Materials | Mechanical | Metals | Packaging | Pipe & Valve | Plastics | Pumps |
  Robotics | Supply | Tooling
`)

/** How they are incorporated; the empty one leaves it unsaid. */
export const legalForms = ['', '', '', ' Inc.', ', Inc.', ' LLC', ' Ltd', ' GmbH', ' Corp', ' Co.', ' S.A.', ' AB']

export const firstNames = choices(`
  Aaliyah | Adrian | Agnieszka | Ahmed | Alejandra | Amara | Andrew | Anne-Marie | Arjun | Beatriz | Benjamin | Björn |
  Caitlin | Carlos | Chidi | Chloé | Daniel | Deepa | Derek | Elena | Elif | Emma | Farid | Fatima | Gabriel | Grace |
  Hannah | Haruto | Helen | Ibrahim | Ingrid | Isabel | Jakub | James | Jing | João | Julia | Karen | Kwame | Laura |
  Liam | Lucía | Magnus | Marcus | María José | Mei | Michael | Mohammed | Naomi | Nikolai | Nora | Olivia | Omar |
  Patricia | Peter | Priya | Rachel | Ravi | Renée | Robert | Samuel | Sara | Seán | Sofia | Stephen | Susan | Thandiwe |
  Tomás | Victoria | Wei | William | Yasmin | Yuki | Zoë
`)

export const lastNames = choices(`
  Abbott | Adeyemi | Andersson | Baker | Banerjee | Becker | Bennett | Bianchi | Brennan | Campbell | Castillo | Chen |
  Cohen | D'Angelo | Dąbrowski | de la Cruz | Delgado | Dubois | Eriksen | Evans | Fernández | Fischer | Fitzgerald |
  García-López | Gibson | Gupta | Haddad | Hansen | Hughes | Ivanova | Jackson | Jensen | Johnson | Kaya | Kim | Kovács |
  Kowalski | Larsen | Lee | Lindqvist | MacDonald | Martin | Mbeki | McCarthy | Mehta | Meyer | Miller | Moreau |
  Müller | Nakamura | Nguyen | Nielsen | O'Brien | O'Connor | Okafor | Olsen | Ortiz | Park | Patel | Petrov | Quinn |
  Reyes | Rossi | Santos | Schmidt | Silva | Singh | Smith | St. James | Svensson | Tanaka | Taylor | Thompson |
  van den Berg | Villanueva | Wagner | Walsh | Wang | Weiß | Williams | Wright | Yamamoto | Yılmaz | Zhang
`)

export const departments = choices(`
  Engineering | Facilities | Finance | Human Resources | IT | Legal | Maintenance | Operations | Procurement |
  Production | Quality | Sales | Supply Chain
`)

export const titles = choices(`
  Account Manager | Buyer | CEO | CFO | Chief Operating Officer | Director of Operations | Director, Procurement |
  Engineering Manager | Facilities Manager | Maintenance Supervisor | Owner | Plant Manager | President |
  Procurement Specialist | Production Planner | Purchasing Agent | Quality Engineer | Sr. Buyer | VP Finance |
  VP of Operations | vp operations | Geschäftsführer | Directrice des achats
`)

export const streets = choices(`
  Industrial Park Rd | Main St | Foundry Lane | Harbor Blvd | Mill Road | Station Avenue | Commerce Dr | Old Quarry Way |
  Riverside Drive | Enterprise Ct | Factory Street | Depot Rd | Canal Street | Airport Pkwy
`)
