import { useSyncExternalStore } from 'react'

import { languages, type Language } from '../ui/text.ts'

const LANGUAGE_KEY = 'pult.language'
const CENTER_KEY = 'pult.center'
const listeners = new Set<() => void>()

/** Storage may be closed to the page (private windows, policies): then the choice lasts as long as the page. */
const shortMemory = new Map<string, string>()

function remember(key: string, value: string): void {
  shortMemory.set(key, value)
  try {
    localStorage.setItem(key, value)
  } catch {
    // The short memory holds it.
  }
}

function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? shortMemory.get(key)
  } catch {
    return shortMemory.get(key)
  }
}

/** The language chosen here before, else Russian where the browser says so, else English. */
export function currentLanguage(): Language {
  const chosen = languages.find((language) => language === recall(LANGUAGE_KEY))
  return chosen ?? (navigator.languages.some((tag) => tag.toLowerCase().startsWith('ru')) ? 'ru' : 'en')
}

export function chooseLanguage(language: Language): void {
  remember(LANGUAGE_KEY, language)
  for (const listener of listeners) listener()
}

export function useChosenLanguage(): Language {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentLanguage)
}

/** The centre that was open last, so that the next visit begins there. */
export function lastCenterId(): number | undefined {
  const text = recall(CENTER_KEY)
  return text === undefined ? undefined : Number(text)
}

export function rememberCenter(centerId: number): void {
  remember(CENTER_KEY, String(centerId))
}
