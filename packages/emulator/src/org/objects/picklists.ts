export const accountTypes = [
  'Prospect',
  'Customer - Direct',
  'Customer - Channel',
  'Channel Partner / Reseller',
  'Installation Partner',
  'Technology Partner',
  'Other',
]

export const opportunityTypes = [
  'Existing Customer - Upgrade',
  'Existing Customer - Replacement',
  'Existing Customer - Downgrade',
  'New Customer',
]

export const industries = (
  'Agriculture,Apparel,Banking,Biotechnology,Chemicals,Communications,Construction,Consulting,Education,Electronics,Energy,' +
  'Engineering,Entertainment,Environmental,Finance,Food & Beverage,Government,Healthcare,Hospitality,Insurance,Machinery,' +
  'Manufacturing,Media,Not For Profit,Other,Recreation,Retail,Shipping,Technology,Telecommunications,Transportation,Utilities'
).split(',')

export const leadSources = ['Web', 'Phone Inquiry', 'Partner Referral', 'Purchased List', 'Other']
export const ownerships = ['Public', 'Private', 'Subsidiary', 'Other']
export const ratings = ['Hot', 'Warm', 'Cold']
export const salutations = ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.']
export const forecastCategories = ['Omitted', 'Pipeline', 'BestCase', 'MostLikely', 'Forecast', 'Closed']
export const forecastCategoryNames = ['Omitted', 'Pipeline', 'Best Case', 'Commit', 'Closed']

export const cleanStatuses = ['Matched', 'Different', 'Acknowledged', 'NotFound', 'Inactive', 'Pending', 'SelectMatch', 'Skipped']

export const geocodeAccuracies = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown',
]
