import type { Random } from '../random.ts'

const remarks = [
  'Long-standing customer; renews every spring.',
  'Met at the trade fair in Hannover, asked for "something like the A-200, but quieter".',
  'Buys through Delgado & Sons, ships to site 3, invoices to head office.',
  'Called twice,\nno answer.\nTry again after the holidays.',
  'Agreed with purchasing:\r\n- net 45\r\n- 3 % discount above 10,000 €\r\n- no partial deliveries',
  "Owner's nephew runs the place now. He's the one to talk to.",
  'see email',
  '-',
  'n/a',
  'Große Fertigungslinie, 24/7 Betrieb, Ersatzteile immer sofort ✅',
  '要確認: 担当者変更の予定あり',
  'עדיפות גבוהה – לחזור אליהם ביום שני',
  '=HYPERLINK("http://old-crm.example/a?id=991","old record")',
  'Said: "We\'ll sign, ""period"" - if the price holds."',
  '<b>Imported</b> from the old system; check address &amp; phone.',
  'Tab\tseparated\tnotes\tfrom\ta spreadsheet',
  'Family name first: Nguyễn Thị Minh Khai 👩🏽‍🔧',
]

const paragraph =
  'Quarterly review. Attendees as last time; actions carried over. Volumes are up, lead times are not; the customer asked again ' +
  'for a second source on bearings, a named contact for escalations, and one invoice a month.\n\n'

/** What somebody once typed into a description: mostly nothing, sometimes a page, now and then all that fits. */
export function remarkOf(random: Random): string | null {
  const kind = random.integer(100)
  if (kind < 45) return null
  if (kind < 97) return random.pick(remarks)
  if (kind < 99) return paragraph.repeat(3 + random.integer(12)).trimEnd()
  return paragraph.repeat(200).slice(0, 32_000).trimEnd()
}
