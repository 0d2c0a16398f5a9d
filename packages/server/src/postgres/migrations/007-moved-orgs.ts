/** Where an org was before its address changed, to be told for a while. */
export const movedOrgs = `
alter table connections add column moved json;
`
