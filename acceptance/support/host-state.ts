import type { CDPSession, Page } from 'playwright'

/** What a host can see of itself: each line is one thing. */
export type HostState = readonly string[]

/** The computed styles of the host's elements, what its head and body hold, and who listens to the page. */
export async function hostState(page: Page): Promise<HostState> {
  const session = await page.context().newCDPSession(page)
  const listeners = await Promise.all(['window', 'document', 'document.documentElement', 'document.body'].map(of(session)))
  await session.detach()
  return [...(await page.evaluate(look)), ...listeners.flat()]
}

function look(): string[] {
  const elements = [...document.querySelectorAll('[data-host], [data-host] *')]
  const styles = elements.flatMap((element, at) => {
    const style = getComputedStyle(element)
    return [...style].map((property) => `${element.localName} ${at} ${property}: ${style.getPropertyValue(property)}`)
  })
  const roots = [document.documentElement, document.body].flatMap((root) => [
    ...[...root.attributes]
      // Radix leaves an empty style on the body.
      .filter(({ name, value }) => !(name === 'style' && value === ''))
      .map(({ name, value }) => `${root.localName} ${name}=${value}`),
    ...[...root.children].map((child) => `${root.localName} holds ${child.localName}#${child.id}`),
  ])
  const sheets = [...document.querySelectorAll('style, link')].map((sheet) => sheet.outerHTML)
  return [...styles, ...roots, ...sheets, `${document.adoptedStyleSheets.length} adopted sheets`]
}

function of(session: CDPSession) {
  return async (target: string): Promise<string[]> => {
    const { result } = await session.send('Runtime.evaluate', { expression: target })
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId ?? '' })
    return listeners.map(({ type, useCapture }, at) => `${target} hears ${type} ${useCapture} ${at}`)
  }
}
