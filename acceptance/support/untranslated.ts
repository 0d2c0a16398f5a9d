import type { Page } from 'playwright'

/** Before a story starts: remembers every text that comes in an answer, and so is data. */
export async function rememberAnswers(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard = new Set<string>()
    // Codes are not shown: the kit has a word of its own for each.
    const codes = /^(type|kind|state|status|direction|mode|outcome|action|remedy|code|edition|relation)$/
    const note = (value: unknown, key = '') => {
      if (typeof value === 'string' && !(codes.test(key) && /^[a-z_]+$/.test(value))) heard.add(value.trim())
      else if (value !== null && typeof value === 'object') for (const [name, part] of Object.entries(value)) note(part, name)
      return value
    }
    const { parse } = JSON
    JSON.parse = (...given) => note(parse(...given))
    // oxlint-disable-next-line typescript/unbound-method -- called on what it is asked of
    const { json } = Response.prototype
    Response.prototype.json = async function read() {
      return note(await json.call(this))
    }
    // So is what Intl writes: numbers, lengths of time, and lists of what is data itself or in brackets.
    for (const kind of [Intl.NumberFormat, Intl.RelativeTimeFormat, Intl.DateTimeFormat]) keepWritten(kind.prototype)
    // oxlint-disable-next-line typescript/unbound-method -- called on what it is asked of
    const { format: list } = Intl.ListFormat.prototype
    Intl.ListFormat.prototype.format = function write(items) {
      const all = [...items]
      const written = list.call(this, all)
      const links = written.replaceAll(/⟦.*⟧/g, '').trim()
      if (all.every((item) => heard.has(item.trim()) || item.startsWith('⟦')))
        for (const text of [written, links]) heard.add(text)
      return written
    }
    Object.assign(globalThis, { answersHere: heard })

    /** `format` is a method, or the getter of a bound one. */
    function keepWritten(prototype: object) {
      const own = Object.getOwnPropertyDescriptor(prototype, 'format')
      const keeping =
        (format: (...given: unknown[]) => string) =>
        (...given: unknown[]) => {
          const written = format(...given)
          heard.add(written)
          return written
        }
      Object.defineProperty(prototype, 'format', {
        configurable: true,
        get(this: object) {
          return keeping(own?.get ? own.get.call(this) : own?.value.bind(this))
        },
      })
    }
  })
}

declare const answersHere: Set<string>

interface Preview {
  loadStory: (asked: { storyId: string }) => Promise<{ initialArgs: object }>
}

/** Texts in the pseudo-locale that are neither in its brackets, nor data, nor written by the browser's `Intl`. */
export function untranslated(page: Page, storyId: string): Promise<string[]> {
  return page.evaluate(async (id) => {
    const { __STORYBOOK_PREVIEW__: preview } = globalThis as unknown as { __STORYBOOK_PREVIEW__: Preview }
    const { initialArgs } = await preview.loadStory({ storyId: id })
    // What the host gives to a component is data too.
    JSON.parse(JSON.stringify(initialArgs))
    const data = [...answersHere].filter((text) => /\p{L}/u.test(text)).toSorted((one, other) => other.length - one.length)
    const spoken = ['aria-label', 'aria-valuetext', 'title', 'placeholder', 'alt']
    const found = new Set<string>()
    for (const root of document.querySelectorAll('.pz-root')) {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        // What a search marks is part of a text, not one of its own.
        const element = text.parentElement?.closest(':not(mark)')
        const whole = element?.querySelector(':scope > mark') ? element : text
        if (element?.checkVisibility({ visibilityProperty: true })) look(element, whole.textContent ?? '')
      }
      for (const element of root.querySelectorAll('*')) for (const name of spoken) look(element, element.getAttribute(name) ?? '')
    }
    return [...found]

    function look(element: Element, text: string) {
      // The live regions keep what was said before the language changed. A menu is the host's: the kit has none.
      if (element.closest('[role="status"], [role="alert"], [role="menu"]')) return
      // Codes and API names say of themselves that they are not to be translated.
      if (element.closest('[translate="no"]')) return
      // Instants are written by Intl; a part with a language of its own was written by the server or by a rule it shares.
      if (element.closest('time') || !element.closest('.pz-root, .pz-root [lang]')?.matches('.pz-root')) return
      const rest = withoutData(withoutBrackets(text))
      if (/\p{L}/u.test(rest)) found.add(`"${text.trim().slice(0, 80)}" is not translated`)
    }

    function withoutBrackets(text: string): string {
      const outer = text.replaceAll(/⟦[^⟦⟧]*⟧/g, ' ')
      return outer === text ? text : withoutBrackets(outer)
    }

    function withoutData(text: string): string {
      const folded = text.endsWith('…') ? text.slice(0, -1) : null
      if (folded !== null && data.some((known) => known.startsWith(folded))) return ''
      if (answersHere.has(text.trim())) return ''
      // Several of them in one text, such as "Acme · Account", each as whole words.
      // So are API names, such as Pryzm_ID__c.
      let rest = text.replaceAll(/\b\w+__c\b/g, ' ')
      for (const known of data) {
        if (known.length < 2 || !/\p{L}/u.test(rest)) continue
        for (let at = rest.indexOf(known); at >= 0; at = rest.indexOf(known, at + 1)) {
          const end = at + known.length
          if (!/[\p{L}\p{N}]/u.test(`${rest[at - 1] ?? ''}${rest[end] ?? ''}`)) rest = `${rest.slice(0, at)} ${rest.slice(end)}`
        }
      }
      return rest
    }
  }, storyId)
}

/** Controls that are off and do not say why. */
export function unexplained(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.pz-root :is([aria-disabled="true"], :disabled)')].flatMap((control) => {
      // A control that works says so by its own words; one in a menu is the host's.
      if (control.dataset.busy !== undefined || control.closest('[aria-busy="true"], [role="menu"]')) return []
      if (!control.checkVisibility({ visibilityProperty: true })) return []
      const ids = control.getAttribute('aria-describedby')?.split(' ') ?? []
      const described = ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ')
      const name = control.getAttribute('aria-label') ?? control.textContent ?? ''
      const why = described.trim() || (control.title === name ? '' : control.title)
      return why === '' ? [`"${name.trim()}" is off without a reason`] : []
    }),
  )
}
