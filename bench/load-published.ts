// Loaded before a measured process: it runs the packages as hosts install them, built, and not as they are worked on.
import { existsSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

interface Manifest {
  publishConfig: { exports: Record<string, { default: string } | string> }
}

const published = new Map(['sdk', 'server'].flatMap(entriesOf))

registerHooks({
  resolve: (specifier, context, next) => next(published.get(specifier) ?? specifier, context),
})

function entriesOf(name: string): [specifier: string, url: string][] {
  const folder = new URL(`../packages/${name}/`, import.meta.url)
  const { publishConfig } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as Manifest
  return Object.entries(publishConfig.exports).flatMap(([path, target]) => {
    if (typeof target === 'string') return []
    const file = new URL(target.default, folder)
    if (!existsSync(file)) throw new Error(`${file.pathname} is missing; \`npm run build\` makes it.`)
    return [[`@pryzm/salesforce-${name}${path.slice(1)}`, file.href]]
  })
}
