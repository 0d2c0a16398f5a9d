/** The names of an owner's slots, as the source of the `Slots` type lists them. */
export function slotsIn(source: string, owner: string): string[] {
  const [, after] = source.split(new RegExp(`\\n  ${owner}:`), 2)
  if (after === undefined) throw new Error(`There is no owner of slots called ${owner}.`)
  const [list = ''] = after.split(/\n {2}\w+:|\n\}/, 1)
  return [...list.matchAll(/'([\w-]+)'/g)].map(([, slot = '']) => slot)
}
