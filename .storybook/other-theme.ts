import axe from 'axe-core'

const wcag22 = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }

/** Fails on what axe finds in the theme that a story is not shown in; in the one that it is, the addon looks itself. */
export async function checkOtherTheme(page: HTMLElement): Promise<void> {
  const shown = page.querySelector('.frame')?.getAttribute('data-theme') === 'dark' ? 'dark' : 'light'
  const other = shown === 'dark' ? 'light' : 'dark'
  wear(page, other)
  const results = await axe.run(page, wcag22)
  wear(page, shown)
  const judged = [...results.passes, ...results.violations, ...results.inapplicable, ...results.incomplete]
  // The one rule of WCAG 2.2 is off unless its tag is asked for.
  if (!judged.some(({ id }) => id === 'target-size')) throw new Error('axe did not look at target-size.')
  const found = results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id} (${help}): ${html.slice(0, 200)}`),
  )
  if (found.length > 0) throw new Error(`In the ${other} theme axe finds\n${found.join('\n')}`)
}

/** Changes the theme of everything that is shown, dialogs included, with no colour half way. */
function wear(page: HTMLElement, theme: string): void {
  for (const frame of page.querySelectorAll('.frame')) frame.setAttribute('data-theme', theme)
  for (const root of page.querySelectorAll('.pz-root')) root.setAttribute('data-pz-scheme', theme)
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish()
  }
}
