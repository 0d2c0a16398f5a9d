import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { budgets, weighUi } from '../../scripts/weigh-ui.ts'
import { check } from '../support/check.ts'
import { whole } from '../support/visit.ts'

const packages = join(import.meta.dirname, '../../packages')

// `npm run check` weighs them all against limits that keep them from growing; here it is their goals. A share takes those of every page.
const entries = whole ? Object.keys(budgets) : ['hooks', 'PushButton', 'styles']

check(21, 'Budget and tree shaking', {
  timeout: 900_000,
  async run({ source, brief }) {
    const weights = await weighUi(brief ? ['hooks'] : entries, source)
    const heavy = Object.entries(weights).flatMap(([name, weight]) => {
      const { goal } = budgets[name]!
      if (!brief) console.log(`${name}: ${sizes(weight)} KB gzip of ${sizes(goal)}`)
      const isHeavy = weight.total > goal.total || weight.first > goal.first
      return isHeavy ? [`${name} weighs ${sizes(weight)} KB, its goal is ${sizes(goal)}`] : []
    })
    return [...heavy, ...foreignTo(weights.hooks?.modules ?? []), ...wholeZod()]
  },
  seed: { source: `export { default } from '${packages}/ui/src/primitives/modal-dialog.tsx'` },
})

/** All that a page may ever load, and what it loads first. */
function sizes({ total, first }: { total: number; first: number }): string {
  return `${total.toFixed(1)} (first ${first.toFixed(1)})`
}

/** What a page that uses one hook has no need of. */
function foreignTo(modules: readonly string[]): string[] {
  if (modules.length === 0) return ['nothing was bundled']
  const libraries = ['@radix-ui', 'table-core', 'react-table', 'react-virtual', 'react-hook-form', '/zod/']
  const found = libraries.filter((library) => modules.some((module) => module.includes(library)))
  return found.map((library) => `the hooks bring ${library}`)
}

/** `import { z }` keeps all of zod in a bundle. */
function wholeZod(): string[] {
  const sources = globSync('*/src/**/*.{ts,tsx}', { cwd: packages })
  const named = /import \{[^}]*\bz\b[^}]*\} from 'zod'/
  return sources.filter((file) => named.test(readFileSync(join(packages, file), 'utf8'))).map((file) => `${file} names z of zod`)
}
