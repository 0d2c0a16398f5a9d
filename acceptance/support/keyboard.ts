import type { Locator, Page } from 'playwright'
import { focusFault } from './focus.ts'

/** So many presses of Tab are followed before the target counts as out of reach. */
const PATIENCE = 120

/** A person at the keyboard. Before each press they look where they are; what they cannot make out is a fault. */
export interface Keyboard {
  page: Page
  faults: string[]
  press: (key: string) => Promise<void>
  type: (text: string) => Promise<void>
  /** Presses Tab, or Shift and Tab, until the target has the focus; throws where it never gets it. */
  tabTo: (target: Locator) => Promise<void>
  /** Tabs to the target and presses Enter. */
  activate: (target: Locator) => Promise<void>
}

export function keyboardOf(page: Page): Keyboard {
  const faults: string[] = []
  // A page that was just loaded has no focus before the first press, whoever wrote it.
  let started = 0
  const look = async (key: string) => {
    const loaded = await page.evaluate(() => performance.timeOrigin)
    const fault = loaded === started ? await focusFault(page) : null
    started = loaded
    if (fault) faults.push(`${new URL(page.url()).pathname}, before ${key}: ${fault}`)
  }
  const press = async (key: string) => {
    await look(key)
    await page.keyboard.press(key)
  }
  const tabTo = async (target: Locator) => {
    await target.waitFor()
    for (let presses = 0; presses < PATIENCE; presses++) {
      const way = await wayTo(target)
      if (way === 'here') return
      await press(way)
    }
    throw new Error(`${String(target)} does not get the focus.`)
  }
  return {
    page,
    faults,
    press,
    tabTo,
    async type(text) {
      await look(`typing ${text}`)
      await page.keyboard.type(text)
    },
    async activate(target) {
      await tabTo(target)
      await press('Enter')
    },
  }
}

function wayTo(target: Locator): Promise<'here' | 'Tab' | 'Shift+Tab'> {
  return target.evaluate((element) => {
    const focused = document.activeElement
    if (focused === element) return 'here'
    if (!focused || focused === document.body) return 'Tab'
    return focused.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING ? 'Shift+Tab' : 'Tab'
  })
}
