// Finds a Chromium for browser tests without any machine-wide step: CHROMIUM_PATH, one that the machine has, else the one
// inside the npm package @sparticuz/chromium (Linux x64), unpacked once. Elsewhere Playwright's own browser is used.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import type { LaunchOptions } from 'playwright'

const ON_MACHINE = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

// The tests talk to 127.0.0.1 only; the rest keeps Chromium from looking for updates and other hosts.
const ARGS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** Launch options for Playwright's `chromium.launch`. */
export function chromiumLaunchOptions(): LaunchOptions {
  const asked = process.env.CHROMIUM_PATH
  if (asked && !existsSync(asked)) throw new Error(`CHROMIUM_PATH names ${asked}, which does not exist. Correct it or unset it.`)
  const executablePath = asked ?? ON_MACHINE.find((path) => existsSync(path))
  if (executablePath) return { executablePath, args: ARGS }
  if (process.platform === 'linux' && process.arch === 'x64') return { ...packagedChromium(), args: ARGS }
  return { args: ARGS }
}

function packagedChromium(): LaunchOptions {
  const packageFolder = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..')
  const archives = join(packageFolder, 'bin')
  const { version } = JSON.parse(readFileSync(join(archives, '../package.json'), 'utf8')) as { version: string }
  const folder = join(import.meta.dirname, '../node_modules/.cache/chromium', version)
  const executablePath = join(folder, 'chromium')
  if (!existsSync(executablePath)) {
    mkdirSync(folder, { recursive: true })
    for (const name of ['al2023', 'swiftshader', 'fonts']) {
      writeFileSync(join(folder, `${name}.tar`), unpack(join(archives, `${name}.tar.br`)))
      execFileSync('tar', ['-xf', `${name}.tar`], { cwd: folder })
    }
    writeFileSync(`${executablePath}.new`, unpack(join(archives, 'chromium.br')))
    chmodSync(`${executablePath}.new`, 0o755)
    renameSync(`${executablePath}.new`, executablePath)
  }
  const libraries = [join(folder, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
  return { executablePath, env: { ...process.env, LD_LIBRARY_PATH: libraries } }
}

function unpack(path: string): Buffer {
  return brotliDecompressSync(readFileSync(path))
}
