import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.ts'

const packages = join(import.meta.dirname, '../../packages')

/** Packs packages as they would be published, from what `npm run build` made; returns the tarball of each by its name. */
export async function packInto(folder: string, names: readonly string[]): Promise<Record<string, string>> {
  const tarballs: Record<string, string> = {}
  for (const name of names) {
    const home = join(packages, name)
    if (!existsSync(join(home, 'dist'))) throw new Error(`packages/${name} is not built. Run: npm run build`)
    const tarball = join(folder, `${name}.tgz`)
    await run('pnpm', ['pack', '--out', tarball], { cwd: home })
    tarballs[`@pryzm/salesforce-${name}`] = tarball
  }
  return tarballs
}
