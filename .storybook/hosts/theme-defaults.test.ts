import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withThemeDefaults } from './theme-defaults.ts'

const shipped = { 'Tailwind 3': 'tailwindcss-3/src/css/preflight.css', 'Tailwind 4': 'tailwindcss/preflight.css' }

it.for(Object.entries(shipped))('leaves nothing for the compiler in the reset of %s', ([, path]) => {
  const css = readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8')
  expect(css).toMatch(/theme\(/)
  expect(withThemeDefaults(css)).not.toMatch(/theme\(/)
  expect(withThemeDefaults(css)).toMatch(/font-family: (ui-sans-serif|-apple-system),/)
})

it('writes the fallback, or the value that Tailwind has beside it', () => {
  expect(
    withThemeDefaults("a { border-color: theme('borderColor.DEFAULT', currentColor); color: theme('x.y', rgb(1, 2, 3)) }"),
  ).toBe('a { border-color: #e5e7eb; color: rgb(1, 2, 3) }')
  expect(withThemeDefaults('a { font-feature-settings: --theme(--default-font-feature-settings, normal) }')).toBe(
    'a { font-feature-settings: normal }',
  )
})
