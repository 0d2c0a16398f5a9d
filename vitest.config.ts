import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { chromiumLaunchOptions } from './test-support/chromium.ts'

// Each project its own: Vitest writes the project's name into it.
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunchOptions() }),
  instances: [{ browser: 'chromium' as const }],
})

// Every dependency is named, because on a cold cache Vite would find one late, reload the page and fail the test.
const uiDependencies = [
  'react',
  'react-dom',
  'react-dom/client',
  'react-dom/server',
  'react/jsx-runtime',
  'react/jsx-dev-runtime',
  '@pryzm/salesforce-ui > @radix-ui/react-dialog',
  '@pryzm/salesforce-ui > @tanstack/react-query',
  '@pryzm/salesforce-ui > @tanstack/react-table',
  '@pryzm/salesforce-ui > @tanstack/react-virtual',
  '@pryzm/salesforce-ui > react-hook-form',
  '@pryzm/salesforce-sdk > @orpc/contract',
  '@pryzm/salesforce-sdk > @orpc/openapi/fetch',
  '@pryzm/salesforce-sdk > eventsource-parser/stream',
  '@pryzm/salesforce-sdk > @orpc/server',
  '@pryzm/salesforce-sdk > zod',
]

export default defineConfig({
  test: {
    reporters: [
      'default',
      './packages/emulator/conformance/reporter.ts',
      './acceptance/reporter.ts',
      './test-support/plain-reporter.ts',
    ],
    // One project after the other: two browsers and a Postgres at once are too much for a small machine.
    projects: [
      {
        test: {
          name: 'rules',
          sequence: { groupOrder: 1 },
          include: [
            'packages/{sdk,emulator}/{src,test}/**/*.test.ts',
            'packages/ui/test/**/*.node.test.{ts,tsx}',
            'docs/*.test.ts',
            '.storybook/**/*.test.ts',
          ],
          environment: 'node',
          setupFiles: ['test-support/property-seed.ts'],
        },
      },
      {
        test: {
          name: 'conformance',
          sequence: { groupOrder: 1 },
          include: ['packages/emulator/conformance/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'server',
          sequence: { groupOrder: 2 },
          include: ['packages/server/{src,test}/**/*.test.ts'],
          environment: 'node',
          setupFiles: ['test-support/property-seed.ts'],
          globalSetup: ['test-support/postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'cli',
          sequence: { groupOrder: 6 },
          include: ['conformance-cli/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [react()],
        optimizeDeps: { include: [...uiDependencies, 'vitest-browser-react', 'axe-core'] },
        test: {
          name: 'ui',
          sequence: { groupOrder: 3 },
          include: ['packages/ui/{src,test}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.node.test.*'],
          browser: browser(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps: {
          include: [
            ...uiDependencies,
            'axe-core',
            '@storybook/react-vite',
            '@storybook/addon-a11y',
            '@storybook/addon-docs',
            'msw',
            'msw/browser',
            'msw-storybook-addon',
            'storybook/test',
          ],
        },
        test: { name: 'storybook', sequence: { groupOrder: 4 }, browser: browser() },
      },
      {
        test: {
          name: 'acceptance',
          sequence: { groupOrder: 8 },
          include: ['acceptance/checks/*.test.ts'],
          environment: 'node',
          globalSetup: ['acceptance/support/built-storybook.ts'],
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'outside',
          sequence: { groupOrder: 7 },
          include: ['outside/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          sequence: { groupOrder: 5 },
          include: ['e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
