import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'tsup'

// An entry for each component, so that a host's bundler leaves out what a page does not use.
const components = readdirSync(new URL('src/components/', import.meta.url)).map((name) => [
  name,
  `src/components/${name}/index.ts`,
])

// Plain data without React, so that a server may choose the language; each is a file of its own.
const locales = readdirSync(new URL('src/locales/', import.meta.url))
  .filter((file) => /^[a-z]+\.ts$/.test(file) && file !== 'translation.ts')
  .map((file) => [`locales/${basename(file, '.ts')}`, `src/locales/${file}`])

export default defineConfig([
  {
    entry: { index: 'src/index.ts', hooks: 'src/hooks.ts', testing: 'src/testing.tsx', ...Object.fromEntries(components) },
    format: ['esm'],
    dts: true,
    sourcemap: true,
    target: 'es2022',
    // Tree shaking by tsup would strip the banner; the host's bundler does it anyway.
    treeshake: false,
    // Calls at the top of a module that only make a value: unused, they may go.
    pure: ['createContext', 'forwardRef', 'icon', 'lazy', 'memo', 'tableFeatures'],
    external: ['react', 'react-dom'],
    banner: { js: '"use client";' },
  },
  {
    entry: Object.fromEntries(locales),
    format: ['esm'],
    dts: true,
    sourcemap: true,
    target: 'es2022',
    // As it is written, not as escapes that are three times as long.
    esbuildOptions: (options) => void (options.charset = 'utf8'),
  },
  {
    entry: { styles: 'src/styles.css', 'styles.layer': 'src/styles.layer.css' },
    target: ['chrome109', 'safari16', 'firefox115'],
    minify: true,
  },
])
