import layered from '@pryzm/salesforce-ui/styles.layer.css?inline'
import unlayered from '@pryzm/salesforce-ui/styles.css?inline'
import bootstrap from 'bootstrap/dist/css/bootstrap.css?raw'
import tailwind3 from 'tailwindcss-3/src/css/preflight.css?raw'
import tailwind4 from 'tailwindcss/preflight.css?raw'
import legacy from './legacy.css?raw'
import none from './none.css?raw'
import root62 from './root62.css?raw'
import { withThemeDefaults } from './theme-defaults.ts'

/** Stylesheets of pages that the kit is put into. */
const hosts = {
  none,
  tailwind3: withThemeDefaults(tailwind3),
  tailwind4: `@layer theme, base, components, utilities; @layer base { ${withThemeDefaults(tailwind4)} }`,
  bootstrap,
  legacy,
  root62,
}

export type HostName = keyof typeof hosts
export const hostNames = Object.keys(hosts) as HostName[]

/** The kit's stylesheet before the host's, after it, or as the one for hosts with cascade layers. */
export const kitPlaces = ['first', 'last', 'layered'] as const
export type KitPlace = (typeof kitPlaces)[number]

/** Dresses the page as a host's: its stylesheet and the kit's, in the order asked for. */
export function wearHost(host: HostName, kit: KitPlace): void {
  const ours = { name: 'kit', css: kit === 'layered' ? `@layer base, pryzm, components, utilities;\n${layered}` : unlayered }
  const theirs = { name: 'host', css: hosts[host] }
  const sheets = kit === 'last' ? [theirs, ours] : [ours, theirs]
  const worn = [...document.head.querySelectorAll<HTMLStyleElement>('style[data-desk]')]
  if (worn.length === 2 && sheets.every(({ css }, at) => worn[at]?.textContent === css)) return
  for (const style of worn) style.remove()
  document.head.append(...sheets.map(styleOf))
}

function styleOf({ name, css }: { name: string; css: string }): HTMLStyleElement {
  const style = document.createElement('style')
  style.dataset.desk = name
  style.textContent = css
  return style
}
