/** The label Salesforce gives a field when nobody words it: `OwnerId` → "Owner ID", `BillingCity` → "Billing City". */
export function labelOf(name: string): string {
  return name
    .replace(/__c$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .replace(/ Id$/, ' ID')
}
