import { readdirSync } from 'node:fs'
import { defineConfig } from 'tsup'

// An entry for each component, so that a host's bundler leaves out what a page does not use.
const components = readdirSync(new URL('src/components/', import.meta.url)).map((name) => [
  name,
  `src/components/${name}/index.ts`,
])

export default defineConfig([
  {
    entry: { index: 'src/index.ts', hooks: 'src/hooks.ts', ...Object.fromEntries(components) },
    format: ['esm'],
    dts: true,
    clean: true,
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
    entry: { styles: 'src/styles.css', 'styles.layer': 'src/styles.layer.css' },
    target: ['chrome109', 'safari16', 'firefox115'],
    minify: true,
  },
])
