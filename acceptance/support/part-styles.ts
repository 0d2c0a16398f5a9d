import type { Page } from 'playwright'

interface PartStyle {
  slot: string
  style: Readonly<Record<string, string>>
}

declare global {
  /** The parts of the page as they look without a host. */
  var cleanParts: PartStyle[] | undefined
}

/** Keeps how each part of the kit looks now, for `changedParts`. */
export async function keepParts(page: Page): Promise<void> {
  await page.evaluate(`globalThis.cleanParts = (${partsOf.toString()})()`)
}

/** Every property of a part that is not as it was kept, as `slot property: before → now`, but for those of the list. */
export async function changedParts(page: Page, allowed: readonly string[]): Promise<string[]> {
  const now = await page.evaluate<PartStyle[]>(`(${partsOf.toString()})()`)
  const clean = await page.evaluate(() => globalThis.cleanParts ?? [])
  if (clean.map(({ slot }) => slot).join(' ') !== now.map(({ slot }) => slot).join(' ')) return ['the parts are not the same']
  const found = now.flatMap(({ slot, style }, at) =>
    Object.entries(style)
      .filter(([property, value]) => value !== clean[at]?.style[property] && !allowed.includes(property))
      .map(([property, value]) => `${slot} ${property}: ${clean[at]?.style[property]} → ${value}`),
  )
  return [...new Set(found)]
}

/** Runs in the page: each part with all of its computed style. */
function partsOf(): PartStyle[] {
  return [...document.querySelectorAll<HTMLElement>('[data-slot]')].map((part) => {
    const computed = getComputedStyle(part)
    // Variables of a host's own say nothing of how a part looks.
    const properties = [...computed].filter((property) => !property.startsWith('--') || property.startsWith('--pz-'))
    const style = Object.fromEntries(properties.map((property) => [property, computed.getPropertyValue(property)]))
    return { slot: part.dataset.slot ?? '', style }
  })
}
