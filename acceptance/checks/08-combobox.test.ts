import type { Locator, Page } from 'playwright'
import { check } from '../support/check.ts'

check(8, 'Combobox contract', {
  async run(lab) {
    const page = await lab.open(lab.story('MappingEditor', 'EightHundredFields'))
    const input = page.getByRole('combobox', { name: 'Salesforce field for Industry' })
    const found: string[] = []
    const press = async (key: string, times = 1) => {
      for (let time = 0; time < times; time += 1) {
        await input.press(key)
        found.push(...(await brokenPromises(input, key)))
      }
    }

    await input.fill('')
    await input.pressSequentially('ren')
    await press('ArrowDown', 40)
    await press('PageDown')
    const sizes = await sizesOf(page)
    const announced = await announcement(page, sizes)
    if (announced !== `${sizes.join()} fields`) found.push(`announced "${announced}", but aria-setsize is ${sizes.join()}`)

    // The last ones are those that do not fit.
    await press('PageDown', 200)
    const unfit = await activeOption(input)
    if (unfit.disabled !== 'true') found.push(`${unfit.text} is not disabled`)
    if (!/can’t|can't|cannot|only|read-only/i.test(unfit.text)) found.push(`${unfit.text} does not say why it cannot be chosen`)
    const before = await fieldOf(page)
    await press('Enter')
    if (!(await input.isVisible())) found.push('Enter on a field that does not fit closed the picker')
    if ((await activeOption(input)).selected === 'true') found.push('Enter selected a field that does not fit')
    if ((await fieldOf(page)) !== before) found.push('Enter chose a field that does not fit')

    await press('PageUp', 200)
    const { text } = await activeOption(input)
    await input.press('Enter')
    await input.waitFor({ state: 'hidden' })
    const chosen = await fieldOf(page)
    if (chosen === before) found.push(`Enter did not choose ${text}`)
    return found
  },
  // Options whose names are gone, as when a virtual list takes the active one out of the document.
  seed: {
    page: (page) =>
      page.addInitScript(() =>
        addEventListener('keydown', () => {
          for (const option of document.querySelectorAll('[role="option"]')) option.removeAttribute('id')
        }),
      ),
  },
})

/** What the input promises to assistive technology and does not keep. */
async function brokenPromises(input: Locator, after: string): Promise<string[]> {
  return input.evaluate((element, key) => {
    const found: string[] = []
    if (element.getAttribute('role') !== 'combobox') found.push('the input is no combobox')
    const id = element.getAttribute('aria-activedescendant')
    const named = id === null ? null : document.getElementById(id)
    if (id !== null && !named) found.push(`after ${key}, aria-activedescendant names ${id}, which is not there`)
    if (named && named.role !== 'option') found.push(`after ${key}, aria-activedescendant names a ${named.role}`)
    if (id === null && key !== 'Enter') found.push(`after ${key}, no option is active`)
    return found
  }, after)
}

/** What was said last, once it names the size or ten seconds are over: on a slow machine a letter's own count may come first. */
async function announcement(page: Page, sizes: readonly number[]): Promise<string> {
  const said = page.locator('.pz-root [role="status"]').first()
  await said
    .filter({ hasText: new RegExp(`^${sizes.join()} fields`) })
    .waitFor({ state: 'attached', timeout: 10_000 })
    .catch(() => undefined)
  return (await said.textContent()) ?? ''
}

function sizesOf(page: Page): Promise<number[]> {
  return page
    .locator('[role="option"]')
    .evaluateAll((options) => [...new Set(options.map((option) => Number(option.getAttribute('aria-setsize'))))])
}

function activeOption(input: Locator): Promise<{ text: string; disabled: string | null; selected: string | null }> {
  return input.evaluate((element) => {
    const option = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
    return {
      text: option?.textContent ?? '',
      disabled: option?.getAttribute('aria-disabled') ?? null,
      selected: option?.getAttribute('aria-selected') ?? null,
    }
  })
}

async function fieldOf(page: Page): Promise<string> {
  return (await page.getByRole('button', { name: /^Salesforce field for Industry/ }).textContent()) ?? ''
}
