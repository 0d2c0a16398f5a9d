import { defineConfig } from 'tsup'

export default defineConfig([
  {
    entry: { index: 'src/index.ts' },
    format: ['esm'],
    dts: true,
    clean: true,
    sourcemap: true,
    target: 'es2022',
    // Tree shaking by tsup would strip the banner; the host's bundler does it anyway.
    treeshake: false,
    external: ['react', 'react-dom'],
    banner: { js: '"use client";' },
  },
  { entry: { styles: 'src/styles.css' }, target: ['chrome109', 'safari16', 'firefox115'] },
])
