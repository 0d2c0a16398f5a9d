/** Keeps what is worth telling about attributes that a push sent. */
export const notesOfResults = `
alter table results add column notes json;
`
