import { Anchor, Badge, Button, Card, Group, Pill, Stack, Text, TextInput } from '@mantine/core'
import { IconExternalLink, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState } from 'react'

import { market, type VacancyCard } from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { LIVE } from './live-market.ts'
import { marketText } from './market-text.ts'
import { marketView } from './market-view.ts'
import classes from './market.module.css'
import type { TabProps } from './tab-props.ts'
import { useValueWords } from './value-words.ts'

/** The places where the pages shown begin. */
const FIRST = ['']

/** The vacancies themselves, as cards. */
export function VacanciesTab({ chosen: { specialisationId } }: TabProps) {
  const t = useText(marketText)
  const [view, setView] = useView(marketView)
  const [pages, setPages] = useState<readonly string[]>(FIRST)
  const sought = useDeferredValue(view.words)
  return (
    <>
      <Group mb="md" gap="sm" className="no-print">
        <TextInput
          aria-label={t('vacancySearch')}
          placeholder={t('vacancySearch')}
          leftSection={<IconSearch size={15} />}
          w={320}
          maw="100%"
          value={view.words}
          onChange={(event) => {
            setView({ words: event.currentTarget.value })
            setPages(FIRST)
          }}
        />
        {view.skill !== '' && (
          <Pill
            withRemoveButton
            size="md"
            onRemove={() => {
              setView({ skill: '' })
              setPages(FIRST)
            }}
          >
            {t('vacanciesNaming', { name: view.skill })}
          </Pill>
        )}
      </Group>
      <Stack gap="md">
        {pages.map((after, place) => (
          <CardsOfPage
            key={after}
            specialisationId={specialisationId}
            search={sought}
            skill={view.skill}
            after={after}
            {...(place === pages.length - 1 ? { onMore: (next: string) => setPages([...pages, next]) } : {})}
          />
        ))}
      </Stack>
    </>
  )
}

interface CardsOfPageProps {
  readonly specialisationId: number
  readonly search: string
  readonly skill: string
  /** Where the page begins: the `next` of the one before. */
  readonly after: string
  readonly onMore?: (next: string) => void
}

function CardsOfPage({ specialisationId, search, skill, after, onMore }: CardsOfPageProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const query = { search, skill, after }
  const reply = useReply(
    market.readVacancies,
    { params: { centerId, specialisationId }, query },
    { live: LIVE, keepFormer: true },
  )
  return (
    <Reply reply={reply}>
      {({ total, vacancies, next }) => (
        <>
          {after === '' && total === 0 && <EmptyState title={t('noVacancies')} />}
          {after === '' && total > 0 && (
            <Text size="sm" c="dimmed">
              {t('found', { count: total })}
            </Text>
          )}
          <div className={classes['cards']}>
            {vacancies.map((vacancy) => (
              <OneVacancy key={vacancy.vacancyId} vacancy={vacancy} />
            ))}
          </div>
          {onMore !== undefined && next !== null && (
            <Button variant="default" onClick={() => onMore(next)}>
              {t('more')}
            </Button>
          )}
        </>
      )}
    </Reply>
  )
}

function OneVacancy({ vacancy }: { readonly vacancy: VacancyCard }) {
  const t = useText(marketText)
  const formats = useFormats()
  const words = useValueWords()
  const pay = usePayWords()
  const { title, employer, city, experience, schedule, skills, link, publishedAt } = vacancy
  const facts = [experience, schedule].flatMap((value) => (value === null ? [] : [words(value)]))
  return (
    <Card component="article" padding="md" withBorder aria-label={title}>
      <Text fw={600}>{title}</Text>
      <Text size="sm">
        {employer ?? t('noEmployer')}
        {city !== null && ` · ${city}`}
      </Text>
      <Text size="sm" mt={4} fw={550}>
        {pay(vacancy)}
      </Text>
      {facts.length > 0 && (
        <Text size="sm" c="dimmed">
          {facts.join(' · ')}
        </Text>
      )}
      <Group gap={4} mt="xs">
        {skills.map((skill) => (
          <Badge key={skill} variant="light" color="gray" tt="none" fw={450} maw="100%">
            {skill}
          </Badge>
        ))}
      </Group>
      <Text size="xs" c="dimmed" mt="xs">
        {publishedAt !== null && `${t('published', { day: formats.date(publishedAt) })} · `}
        <Seen vacancy={vacancy} />
      </Text>
      {link !== null && (
        <Anchor href={link} target="_blank" rel="noreferrer" size="sm" mt={4}>
          {t('goTo')} <IconExternalLink size={13} aria-hidden />
        </Anchor>
      )}
    </Card>
  )
}

/** Where it was seen, and from when to when. */
function Seen({ vacancy }: { readonly vacancy: VacancyCard }) {
  const t = useText(marketText)
  const formats = useFormats()
  const { source, alsoIn, isDerived, firstSeen, lastSeen } = vacancy
  const names = alsoIn.map((one) => t(`source_${sourceOf(one)}`)).join(', ')
  const told = [
    t(`source_${sourceOf(source)}`),
    ...(names === '' ? [] : [t('alsoIn', { names })]),
    ...(isDerived ? [t('derived')] : []),
    t('seen', { from: formats.date(firstSeen), to: formats.date(lastSeen) }),
  ]
  return <>{told.join(' · ')}</>
}

const sourceOf = (source: string): 'hh' | 'trudvsem' | 'file' =>
  source === 'hh' || source === 'trudvsem' ? source : 'file'

/** Pay as the vacancy tells it. */
function usePayWords(): (vacancy: VacancyCard) => string {
  const t = useText(marketText)
  const formats = useFormats()
  return ({ payFrom, payTo, currency, isGross, per }) => {
    if (payFrom === null && payTo === null) return t('payNotTold')
    const money = (value: number): string =>
      `${formats.number(value, 0)} ${currency === 'RUB' ? '₽' : (currency ?? '')}`
    const range =
      payFrom !== null && payTo !== null
        ? `${formats.number(payFrom, 0)}–${money(payTo)}`
        : payFrom !== null
          ? t('from', { value: money(payFrom) })
          : t('to', { value: money(payTo ?? 0) })
    const said = [
      ...(isGross === null ? [] : [t(isGross ? 'gross' : 'net')]),
      ...(per === 'shift' || per === 'hour' ? [t(`per_${per}`)] : []),
    ]
    return [range, ...said].join(', ')
  }
}
