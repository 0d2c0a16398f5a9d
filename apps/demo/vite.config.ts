import react from '@vitejs/plugin-react'
import { join } from 'node:path'
import { defineConfig } from 'vite'

export default defineConfig({
  root: join(import.meta.dirname, 'web'),
  plugins: [react()],
  // The pages run under a strict Content-Security-Policy, which allows no inlined assets.
  build: { assetsInlineLimit: 0, chunkSizeWarningLimit: 1000 },
})
