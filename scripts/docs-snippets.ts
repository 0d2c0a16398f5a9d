// Writes the TypeScript of the documentation, a file for each block, where the type check reads it, so that no page shows code which
// does not compile. What a block takes for given stands before it in a comment that readers do not see:
// `<!-- given: declare const client: SalesforceClient -->`.
import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const block = /(?:<!-- given:([\s\S]*?)-->\s*)?```(tsx?)\n([\s\S]*?)```/g

for (const folder of globSync(['packages/*/snippets', 'apps/*/snippets'], { cwd: root }))
  rmSync(join(root, folder), { recursive: true })

for (const page of globSync(['README.md', 'docs/*.md', 'packages/*/README.md'], { cwd: root })) {
  // A block that shows a file of the repository is checked where the file is.
  const text = readFileSync(join(root, page), 'utf8').replaceAll(/<!-- \S+ -->\s*```ts\n[\s\S]*?```/g, '')
  for (const [at, [, given = '', kind, code = '']] of [...text.matchAll(block)].entries()) {
    const folder = join(root, homeOf(page), 'snippets')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${basename(page, '.md').toLowerCase()}-${at + 1}.${kind}`), `${given}\n${code}\nexport {}\n`)
  }
}

/** The package whose dependencies the page's readers have: its own, or the demo, which has them all. */
function homeOf(page: string): string {
  return page.startsWith('packages/') ? dirname(page) : 'apps/demo'
}
