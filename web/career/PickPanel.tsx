import { Badge, Button, Checkbox, Group, ScrollArea, Stack, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useId, useMemo, useState } from 'react'

import {
  byRelevance,
  fitsSearch,
  industryNames,
  pickLists,
  type PickEntry,
  type PickKind,
  type RelevanceTo,
  type ResumeLanguage,
} from '@pult/engine/career'

import { useLanguage, useText } from '../ui/language.tsx'
import { careerText } from './career-text.ts'
import classes from './career.module.css'

interface PickPanelProps {
  readonly kind: PickKind
  /** The language of the résumé, which may be another than the page's. */
  readonly language: ResumeLanguage
  readonly to: RelevanceTo
  readonly chosen: readonly string[]
  readonly onPick: (text: string) => void
  readonly onDrop: (text: string) => void
  /** The line that an entry becomes; its own words unless said. */
  readonly lineOf?: (entry: PickEntry) => string
  /** What one's own words may be at most. */
  readonly longest?: number
}

const FIRST = 8

/** Wordings to pick from, the most fitting first, and a place for one's own. */
export function PickPanel({ kind, language, to, chosen, onPick, onDrop, lineOf, longest = 1000 }: PickPanelProps) {
  const t = useText(careerText)
  const own = useLanguage()
  const name = useId()
  const [search, setSearch] = useState('')
  const [isWhole, setWhole] = useState(false)
  const sought = useDeferredValue(search)
  const ordered = useMemo(() => byRelevance(pickLists[kind], to), [kind, to])
  const found = ordered.filter((entry) => fitsSearch(entry, sought))
  const shown = isWhole || sought !== '' ? found : found.slice(0, FIRST)
  const has = new Set(chosen)
  const textOf = (entry: PickEntry): string => lineOf?.(entry) ?? entry[language]
  return (
    <Stack gap="xs" role="group" aria-label={t(`pick_${kind}`)} className={classes['pick']}>
      <Group justify="space-between" gap="xs">
        <Text fw={600} size="sm" id={name}>
          {t(`pick_${kind}`)}
        </Text>
        <Text size="xs" c="dimmed">
          {t('found', { count: found.length })}
        </Text>
      </Group>
      <TextInput
        aria-label={t('searchIn', { what: t(`pick_${kind}`) })}
        placeholder={t('search')}
        leftSection={<IconSearch size={15} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {shown.length === 0 && <Text size="sm">{t('nothingFound')}</Text>}
      <ScrollArea.Autosize mah={300} type="auto" viewportProps={{ tabIndex: -1 }}>
        <Stack gap={6} pr="sm">
          {shown.map((entry) => {
            const line = textOf(entry)
            return (
              <Checkbox
                key={entry.ru}
                checked={has.has(line)}
                onChange={(event) => (event.currentTarget.checked ? onPick(line) : onDrop(line))}
                label={
                  <>
                    {line}
                    {entry.industries.slice(0, 3).map((industry) => (
                      <Badge key={industry} ml={6} size="xs" variant="light" color="gray" tt="none" fw={500}>
                        {industryNames[industry][own]}
                      </Badge>
                    ))}
                  </>
                }
              />
            )
          })}
        </Stack>
      </ScrollArea.Autosize>
      {!isWhole && sought === '' && found.length > FIRST && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)} w="fit-content">
          {t('showAll', { count: found.length })}
        </Button>
      )}
      <OwnWords longest={longest} what={t(`pick_${kind}`)} onAdd={onPick} />
    </Stack>
  )
}

interface OwnWordsProps {
  readonly what: string
  readonly longest: number
  readonly onAdd: (text: string) => void
}

function OwnWords({ what, longest, onAdd }: OwnWordsProps) {
  const t = useText(careerText)
  const [text, setText] = useState('')
  const add = (): void => {
    if (text.trim() === '') return
    onAdd(text.trim())
    setText('')
  }
  return (
    <Group gap="xs" wrap="nowrap">
      <TextInput
        flex={1}
        aria-label={t('ownWordsOf', { what })}
        placeholder={t('ownWords')}
        maxLength={longest}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add()
        }}
      />
      <Button variant="default" style={{ flexShrink: 0 }} onClick={add}>
        {t('add')}
      </Button>
    </Group>
  )
}
