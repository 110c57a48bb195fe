import { Select } from '@mantine/core'

import { knownWord, meanings, type WordField } from '@pult/contract/import-words'
import type { TextField } from '@pult/contract/imports'

import { useText } from '../ui/language.tsx'
import { contactsText } from './contacts-text.ts'
import { importsText } from './imports-text.ts'

interface WordValuesProps {
  readonly field: WordField
  /** Of the first rows. */
  readonly values: readonly string[]
  /** Values of further rows that nobody knows. */
  readonly unknown: readonly string[]
  readonly given: TextField | undefined
  readonly onChange: (given: TextField) => void
}

const MOST_SHOWN = 12

/** What the words of a column mean, or, without a column, what all rows are. */
export function WordValues({ field, values, unknown, given, onChange }: WordValuesProps) {
  const t = useText(contactsText)
  const ti = useText(importsText)
  const data = meanings[field].map((meaning) => ({ value: meaning, label: t(meaning) }))
  if (given?.column === undefined) {
    if (given?.constant === undefined) return null
    return (
      <Select
        label={ti('allRows', { field: ti(field) })}
        data={data}
        allowDeselect={false}
        value={knownWord(field, given.constant) ?? null}
        onChange={(constant) => constant !== null && onChange({ constant })}
      />
    )
  }
  const told = given.values ?? {}
  // What nobody knows is shown first: rows with it are not taken.
  const seen = [...new Set([...unknown, ...Object.keys(told), ...values])]
  const change = (word: string, meaning: string | null): void => {
    const { [word]: _former, ...rest } = told
    onChange({ ...given, values: meaning === null ? rest : { ...rest, [word]: meaning } })
  }
  return seen.slice(0, MOST_SHOWN).map((word) => {
    const meaning = (Object.hasOwn(told, word) ? told[word] : knownWord(field, word)) ?? null
    return (
      <Select
        key={word}
        label={`${ti(field)}: ${word === '' ? ti('emptyWord') : word}`}
        placeholder={ti('unknownWord')}
        data={data}
        clearable={Object.hasOwn(told, word)}
        value={meaning}
        onChange={(chosen) => change(word, chosen)}
      />
    )
  })
}
