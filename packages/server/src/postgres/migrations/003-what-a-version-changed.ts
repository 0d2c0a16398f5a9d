/** Lets a version of the mapping tell how much it changed and what it was restored from, without reading its neighbours. */
export const whatAVersionChanged = `
alter table mapping_versions add column restored_from integer, add column changes json;
`
