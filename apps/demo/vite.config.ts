import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig } from 'vite'

export default defineConfig({
  root: join(import.meta.dirname, 'web'),
  plugins: [react()],
  build: {
    // The pages run under a strict Content-Security-Policy, which allows no inlined assets.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    // Run from its sources, the kit is one entry that has all components anyway; and the start does other work meanwhile.
    rolldownOptions: { checks: { ineffectiveDynamicImport: false, pluginTimings: false } },
  },
})
