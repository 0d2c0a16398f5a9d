import { defineConfig } from 'vite'

// The second page shows what the testing entry puts on it.
export default defineConfig({
  root: 'web',
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    rolldownOptions: { input: ['web/index.html', 'web/testing.html'] },
  },
})
