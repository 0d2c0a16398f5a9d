import type { MessageOverrides } from '@pryzm/salesforce-ui'
import { ar } from '@pryzm/salesforce-ui/locales/ar'
import { de } from '@pryzm/salesforce-ui/locales/de'
import { es } from '@pryzm/salesforce-ui/locales/es'
import { fr } from '@pryzm/salesforce-ui/locales/fr'
import { ja } from '@pryzm/salesforce-ui/locales/ja'
import { pseudoMessages } from '@pryzm/salesforce-ui/locales/pseudo'

const languages = { ar, de, es, fr, ja }

export type LocaleName = 'en' | 'pseudo' | keyof typeof languages

/** The provider's `locale` and `messages` for a choice in the toolbar; `pseudo` shows what cannot be translated. */
export function wordsOf(name: LocaleName): { locale: string; messages?: MessageOverrides } {
  if (name === 'en') return { locale: 'en' }
  if (name === 'pseudo') return { locale: 'en', messages: pseudo }
  return { locale: name, messages: languages[name] }
}

const pseudo = pseudoMessages()
