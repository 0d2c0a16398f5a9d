/** The editions an org can be of, by the names in `Organization.OrganizationType`, and whether they come with an API. */
const apiByEdition = {
  'Enterprise Edition': true,
  'Unlimited Edition': true,
  'Performance Edition': true,
  'Developer Edition': true,
  'Professional Edition': false,
  'Team Edition': false,
  'Base Edition': false,
} as const

export type Edition = keyof typeof apiByEdition

export const editions = Object.keys(apiByEdition) as readonly Edition[]

export function isEdition(text: string): text is Edition {
  return Object.hasOwn(apiByEdition, text)
}

/** Whether an edition comes with an API. One that is not known here is taken to have it. */
export function hasApi(edition: string): boolean {
  return !isEdition(edition) || apiByEdition[edition]
}
