import { createContext, use, useMemo, type ReactNode } from 'react'

import { createFormats, type Formats } from './formats.ts'
import { translator, type Bilingual, type Language, type Text, type Translate } from './text.ts'

interface Speech {
  readonly language: Language
  readonly formats: Formats
}

const SpeechContext = createContext<Speech>({ language: 'en', formats: createFormats('en', 'UTC') })

interface SpeakProps {
  readonly language: Language
  /** IANA zone in which instants are shown. */
  readonly timeZone: string
  readonly children: ReactNode
}

/** Decides in which language and time zone everything inside is written. */
export function Speak({ language, timeZone, children }: SpeakProps) {
  const speech = useMemo(() => ({ language, formats: createFormats(language, timeZone) }), [language, timeZone])
  return <SpeechContext value={speech}>{children}</SpeechContext>
}

export function useLanguage(): Language {
  return use(SpeechContext).language
}

/** Numbers, dates and durations in the reader's language and the centre's time zone. */
export function useFormats(): Formats {
  return use(SpeechContext).formats
}

/** `const t = useText(text)`; `t('title')`, `t('rows', { count: 5 })`. */
export function useText<Key extends string>(text: Text<Key>): Translate<Key> {
  const language = useLanguage()
  return useMemo(() => translator(text, language), [text, language])
}

/** Picks the reader's language of something that comes in both (measure names, menu entries). */
export function useSaid(): (words: Bilingual) => string {
  const language = useLanguage()
  return (words) => words[language]
}
