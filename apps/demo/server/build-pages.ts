import { join } from 'node:path'
import { build } from 'vite'

/** Builds the demo's pages and returns the folder that holds them. */
export async function buildPages(dataFolder: string): Promise<string> {
  const outDir = join(dataFolder, 'pages')
  await build({
    configFile: join(import.meta.dirname, '../vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
  return outDir
}
