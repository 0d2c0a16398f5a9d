import { en } from '@pryzm/salesforce-ui/locales/en'
import { check } from '../support/check.ts'
import type { Lab } from '../support/lab.ts'
import { plantHtml } from '../support/plant.ts'
import { rememberAnswers, unexplained, untranslated } from '../support/untranslated.ts'
import { type Look, visit, whole } from '../support/visit.ts'

const shunned = /\b(please|sorry|oops|successfully|invalid|an error occurred)\b|!/i

check(24, 'Words', {
  async run(lab) {
    const stories = lab.stories.filter((_, at) => whole || at % 12 === 5)
    const visits = stories.map((story) => ({ story }))
    return [...shunnedMessages(), ...(await visit(lab, visits, inPseudoLocale(lab), { before: rememberAnswers }))]
  },
  seed: plantHtml('<div class="pz-root"><p>Nobody can translate this</p></div>'),
  timeout: 1_800_000,
})

function shunnedMessages(): string[] {
  const messages = Object.values(en).flatMap((catalog) => Object.values(catalog as Record<string, string>))
  return messages.filter((message) => shunned.test(message)).map((message) => `"${message}" has a word that is shunned`)
}

/** The story plays in English, which its play knows, and is then read in the pseudo-locale. */
function inPseudoLocale(lab: Lab): Look {
  return async (page, { story }) => {
    await lab.dress(page, story, { locale: 'pseudo' })
    return [...(await untranslated(page, story.id)), ...(await unexplained(page))]
  }
}
