import type { Page } from 'playwright'
import { check } from '../support/check.ts'
import { plantCss } from '../support/plant.ts'
import { visit, whole } from '../support/visit.ts'

/** Where directions, API names, times and markup in values are shown. */
const telling = [
  'MappingEditor Valid',
  'JobDetail RichTextValue',
  'JobDetail RecordExpanded',
  'JobHistoryTable Default',
  'PullPanel RunningOrganizations',
  'SetupChecklist Mixed',
  'ConnectionCard Connected',
]

check(25, 'RTL and foreign text', {
  run(lab) {
    const stories = whole && !lab.brief ? lab.states : telling.map((name) => lab.story(...(name.split(' ') as [string, string])))
    const visits = stories.map((story) => ({ story, options: { globals: { width: '900' } } }))
    return visit(lab, visits, async (page, { story }) => {
      // The story plays in English, which its play knows.
      await lab.dress(page, story, { locale: 'ar' })
      return readInArabic(page)
    })
  },
  seed: plantCss('.pz-icon[data-mirrored] { transform: none !important }'),
  timeout: 1_800_000,
})

function readInArabic(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>()
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    for (const root of document.querySelectorAll('.pz-root')) {
      if (getComputedStyle(root).direction !== 'rtl') found.add('a root reads left to right')
      for (const row of root.querySelectorAll('*')) mirrored(row)
      for (const icon of root.querySelectorAll<SVGElement>('[data-icon]')) arrow(icon)
      for (const time of root.querySelectorAll('time')) calendar(time)
      if (root.querySelector('script, b, iframe')) found.add('a value was rendered as markup')
      apiNames(root)
    }
    return [...found]

    /** What comes first stands at the right of what comes next on its line. */
    function mirrored(row: Element) {
      const { display, flexDirection, direction } = getComputedStyle(row)
      if (direction !== 'rtl' || !(display === 'table-row' || (display.endsWith('flex') && flexDirection === 'row'))) return
      const boxes = [...row.children].filter(shown).map((child) => child.getBoundingClientRect())
      for (const [at, box] of boxes.entries()) {
        const before = boxes[at - 1]
        if (!before || box.width < 2 || before.width < 2 || box.top >= before.bottom || box.bottom <= before.top) continue
        if (box.left > before.left + 1) found.add(`${row.className || row.tagName} is not mirrored`)
      }
    }

    /** Directions and ways on are drawn for reading from the left, and turned. */
    function arrow(icon: SVGElement) {
      const name = icon.dataset.icon ?? ''
      const turns = ['pull', 'push', 'both-ways', 'chevron', 'external', 'undo', 'redo'].includes(name)
      if (!turns || !shown(icon) || getComputedStyle(icon).direction !== 'rtl') return
      if (new DOMMatrix(getComputedStyle(icon).transform).a >= 0) found.add(`the icon ${name} points the wrong way`)
    }

    function calendar(time: HTMLTimeElement) {
      const exact = new Intl.DateTimeFormat('ar', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
      const wanted = exact.format(new Date(time.dateTime))
      if (time.title !== wanted) found.add(`a time reads ${time.title} instead of ${wanted}`)
      if (/[A-Za-z]/.test(time.textContent ?? '')) found.add(`the time ${time.textContent} is not Arabic`)
    }

    /** The first letter of an API name stands at the left of its last. */
    function apiNames(root: Element) {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        const element = text.parentElement
        if (!element || !shown(element)) continue
        const isName = element.matches('bdi[dir="ltr"]')
        for (const { index, 0: name } of (text.textContent ?? '').matchAll(isName ? /\S{2,}/g : /[A-Za-z]\w*__c\b/g)) {
          const [first, last] = [index, index + name.length - 1].map((at) => letter(text as Text, at))
          if (first && last && first.top === last.top && first.left >= last.left) found.add(`${name} reads right to left`)
        }
      }
      for (const name of root.querySelectorAll('.pz-mono'))
        if (getComputedStyle(name).direction !== 'ltr') found.add(`${name.textContent} is not kept left to right`)
    }

    function letter(text: Text, at: number): DOMRect {
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      return range.getBoundingClientRect()
    }
  })
}
