// Packs one package as it would be published and lets publint and attw look at the tarball, because the manifest in the
// workspace points at sources.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const [name] = process.argv.slice(2)
if (!name) throw new Error('Say which package, such as: node scripts/check-package.ts sdk')

const folder = mkdtempSync(join(tmpdir(), 'pryzm-pack-'))
const tarball = join(folder, `${name}.tgz`)
try {
  run('pnpm', ['--dir', `packages/${name}`, 'pack', '--out', tarball])
  run('publint', ['--strict', tarball])
  run('attw', [tarball, '--profile', 'esm-only', '--exclude-entrypoints', 'styles.css', 'styles.layer.css', 'openapi.json'])
} finally {
  rmSync(folder, { recursive: true })
}

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' })
  if (status !== 0) {
    rmSync(folder, { recursive: true })
    process.exit(1)
  }
}
