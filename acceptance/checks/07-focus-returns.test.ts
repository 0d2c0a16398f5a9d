import type { Locator, Page } from 'playwright'
import { check } from '../support/check.ts'
import type { Lab } from '../support/lab.ts'
import { whole } from '../support/visit.ts'

interface DialogCase {
  component: string
  state: string
  /** The button that opens it. */
  opener: RegExp
  /** The button that leaves things as they are. */
  cancel: RegExp
  /** The button that does what was asked; left out where the dialog only shows something. */
  confirm?: RegExp
  /** What has to be typed or chosen before that. */
  prepare?: (page: Page, dialog: Locator) => Promise<void>
  /** What comes before the opener can be pressed. */
  before?: (page: Page) => Promise<void>
  /** The button of the dialog around this one, where confirming closes both. */
  outer?: RegExp
  /** Width of the window where it is a dialog. */
  width?: number
}

const dialogs: readonly DialogCase[] = [
  {
    component: 'ConnectionCard',
    state: 'Connected',
    opener: /^Disconnect$/,
    cancel: /^Keep connected$/,
    confirm: /^Disconnect$/,
  },
  {
    component: 'PullPanel',
    state: 'ReadyWithHistory',
    opener: /^Pull from Salesforce$/,
    cancel: /^Not now$/,
    confirm: /^Start pull$/,
  },
  {
    component: 'PullPanel',
    state: 'RunningOrganizations',
    opener: /^Cancel pull$/,
    cancel: /^Keep pulling$/,
    confirm: /^Cancel pull$/,
  },
  { component: 'MappingEditor', state: 'DirtyOne', opener: /^Review changes$/, cancel: /^Keep editing$/, confirm: /^Save$/ },
  { component: 'MappingEditor', state: 'DirtyMany', opener: /^Discard$/, cancel: /^Keep editing$/, confirm: /^Discard$/ },
  { component: 'MappingEditor', state: 'Valid', opener: /^Preview$/, cancel: /^Close/, width: 900 },
  { component: 'MappingEditor', state: 'ObjectPullOnly', opener: /^Versions$/, cancel: /^Close/ },
  {
    component: 'MappingEditor',
    state: 'VersionChanges',
    opener: /^Restore this version$/,
    cancel: /^(Cancel|Keep)/,
    confirm: /^Restore/,
  },
  {
    component: 'PipelinePicker',
    state: 'Trigger',
    opener: /pipeline/i,
    cancel: /^Cancel$/,
    confirm: /^Use this pipeline$/,
    prepare: chooseFirst,
  },
  {
    component: 'PipelinePicker',
    state: 'CreateFromStages',
    opener: /^Cancel$/,
    before: (page) => page.getByLabel('Pipeline name').fill('Deals of the north'),
    cancel: /^Keep editing$/,
    confirm: /^Discard$/,
    outer: /^Choose (a )?pipeline/i,
  },
  { component: 'PushButton', state: 'WillUpdate', opener: /^Preview$/, cancel: /^(Close|Cancel)$/ },
  { component: 'PushButton', state: 'Idle', opener: /^Push to Salesforce/, cancel: /^Close$/ },
  {
    component: 'ConnectionCard',
    state: 'DifferentOrg',
    opener: /^Start fresh with/,
    cancel: /^Go back to/,
    confirm: /^Start fresh with/,
    prepare: async (_page, dialog) => {
      const label = await dialog.locator('label').innerText()
      await dialog.getByRole('textbox').fill(/Type (.+) to confirm/.exec(label)?.[1] ?? '')
    },
  },
]

const ways = ['Escape', 'cancel', 'confirm'] as const
type Way = (typeof ways)[number]

check(7, 'Focus returns', {
  async run(lab) {
    const found: string[] = []
    // One way after the other, so that a page never shows the same story twice in a row.
    for (const way of ways) {
      const cases = dialogs.filter(({ confirm }, at) => (way !== 'confirm' || confirm) && (whole || at % 3 === ways.indexOf(way)))
      for (const asked of lab.brief ? cases.slice(0, 1) : cases) found.push(...(await closed(lab, asked, way)))
    }
    return found
  },
  seed: {
    page: (page) =>
      page.addInitScript(() => {
        // Takes focus away from whatever a closed dialog gave it to.
        let opened = false
        setInterval(() => {
          const open = document.querySelector('[role="dialog"], [role="alertdialog"]') !== null
          if (opened && !open && document.activeElement instanceof HTMLElement) document.activeElement.blur()
          opened ||= open
        }, 20)
      }),
  },
  timeout: 1_800_000,
})

async function closed(lab: Lab, asked: DialogCase, way: Way): Promise<string[]> {
  const where = `${asked.component} ${asked.state}, ${String(asked.opener)}, ${way}`
  const page = await lab.open(lab.story(asked.component, asked.state), { width: asked.width ?? 1280 })
  try {
    await asked.before?.(page)
    const opener = page.getByRole('button', { name: asked.opener }).last()
    await opener.waitFor()
    const before = await page.locator(anyDialog).count()
    const trigger = await opener.elementHandle()
    await opener.focus()
    await opener.press('Enter')
    const dialog = page.locator(anyDialog).nth(before)
    await dialog.waitFor()
    await close(page, dialog, asked, way)
    await dialog.waitFor({ state: 'detached' })
    const back = await page.waitForFunction(settledFocus, trigger, { timeout: 5000 }).catch(() => null)
    if (
      !back &&
      asked.outer &&
      (await page.getByRole('button', { name: asked.outer, includeHidden: false }).and(page.locator(':focus')).count()) > 0
    )
      return []
    return back ? [] : [`${where}: focus is on ${await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 100))}`]
  } catch (error) {
    return [`${where}: ${String(error).split('\n', 2).join(' ')}`]
  } finally {
    await page.context().close()
  }
}

const anyDialog = '[role="dialog"]:not([popover]), [role="alertdialog"]'

async function close(page: Page, dialog: Locator, asked: DialogCase, way: Way): Promise<void> {
  if (way === 'Escape') return page.keyboard.press('Escape')
  if (way === 'confirm') await asked.prepare?.(page, dialog)
  const button = dialog.getByRole('button', { name: (way === 'confirm' && asked.confirm) || asked.cancel }).last()
  await button.and(page.locator(':not([aria-disabled="true"])')).press('Enter')
}

async function chooseFirst(page: Page, dialog: Locator): Promise<void> {
  await dialog.getByRole('radio').first().press('Space')
}

/** Whether focus is on the trigger, or, once that is gone, on a heading of its section. */
function settledFocus(trigger: Element | null): boolean {
  const focused = document.activeElement
  if (trigger?.isConnected) return focused === trigger
  return focused instanceof HTMLHeadingElement
}
