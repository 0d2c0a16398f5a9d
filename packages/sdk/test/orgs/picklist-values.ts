const accuracies = ['Address', 'NearAddress', 'Block', 'Street', 'ExtendedZip', 'Zip', 'Neighborhood', 'City', 'County', 'State']
const sources = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']
const cleanness = ['Matched', 'Different', 'Acknowledged', 'NotFound', 'Inactive', 'Pending', 'SelectMatch', 'Skipped']
const salutations = ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.']
const countries = ['US', 'DE', 'BR', 'AU', 'GB', 'FR', 'IN']
const states = ['CA', 'NY', 'TX', 'BY', 'SP', 'NSW']

/** What the picklists that `standardDescribes` lacks offer, by the field's name. */
export const picklistValues: Readonly<Record<string, readonly string[]>> = {
  Ownership: ['Public', 'Private', 'Subsidiary', 'Other'],
  Rating: ['Hot', 'Warm', 'Cold'],
  AccountSource: sources,
  LeadSource: sources,
  PersonLeadSource: sources,
  CleanStatus: cleanness,
  Salutation: salutations,
  ForecastCategory: ['Omitted', 'Pipeline', 'BestCase', 'MostLikely', 'Forecast', 'Closed'],
  ForecastCategoryName: ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed'],
  ...forPrefixes(['Billing', 'Shipping', 'Mailing', 'Other', 'PersonMailing', 'PersonOther']),
}

function forPrefixes(prefixes: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    prefixes.flatMap((prefix) => [
      [`${prefix}StateCode`, states],
      [`${prefix}CountryCode`, countries],
      [`${prefix}GeocodeAccuracy`, accuracies],
    ]),
  )
}
