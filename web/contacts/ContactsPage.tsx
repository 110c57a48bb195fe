import { Button, Center, Group, NumberInput, SegmentedControl, Switch, Text, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch, IconX } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import { center as centerRoutes } from '@pult/contract/center'
import { contacts, type ContactPage } from '@pult/contract/contacts'
import { measures } from '@pult/contract/measures'
import { changeable, contactPartsOf, publishedOwn } from '@pult/engine/measures'
import { people } from '@pult/contract/people'
import { channels, directions, outcomes } from '@pult/engine/contacts'

import { useCenter, useMay } from '../platform/center.tsx'
import { call, download } from '../platform/client.ts'
import { ExportMenu } from '../platform/ExportMenu.tsx'
import { useGo } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import type { ApiProblem } from '../platform/problem.ts'
import { wordsOf } from '../platform/problem-words.ts'
import { keyOf, useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { MultiPick } from '../ui/MultiPick.tsx'
import { Page } from '../ui/Page.tsx'
import { allTime } from '../ui/period.ts'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { contactsText } from './contacts-text.ts'
import { contactsView, filterOf, isDrill } from './contacts-view.ts'
import { LegTable } from './LegTable.tsx'
import { startOfDay } from './start-of-day.ts'

const A_PAGE = 100

/** Every contact, leg by leg, filtered as the address says. */
export function ContactsPage() {
  const t = useText(contactsText)
  const formats = useFormats()
  const language = useLanguage()
  const { centerId, centerName, timeZone } = useCenter()
  const search = useRouterState({ select: (state) => state.location.searchStr })
  const [state] = useView(contactsView)
  const start = useMemo(() => startOfDay(timeZone), [timeZone])
  const filter = filterOf(search, state.period, formats.today(Date.now()), start)
  const params = { centerId }
  const mayExport = useMay('exportMeasures')
  const pages = useInfiniteQuery<
    ContactPage,
    ApiProblem,
    { pages: ContactPage[] },
    readonly unknown[],
    ContactPage['next']
  >({
    queryKey: keyOf(contacts.searchContacts, { params, filter }),
    queryFn: ({ pageParam, signal }) =>
      call(
        contacts.searchContacts,
        { params, body: { filter, after: pageParam, limit: A_PAGE, order: 'newest' } },
        { signal },
      ),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  })
  const first = pages.data?.pages[0]
  const legs = pages.data?.pages.flatMap((page) => page.contacts) ?? []
  const total = first?.total ?? null
  const words =
    total === null || first === undefined
      ? undefined
      : total >= first.countedTo
        ? t('atLeast', { count: first.countedTo })
        : t('total', { count: total })
  return (
    <Page
      title={t('contacts')}
      subtitle={
        <>
          <span>{words}</span>
          <span className="print-only">{formats.stretch(filter.from, filter.to)}</span>
        </>
      }
      printHeader={centerName}
      actions={
        mayExport &&
        legs.length > 0 && (
          <ExportMenu
            onKeep={(file) =>
              download(contacts.exportContacts, { params, query: file, body: { filter, order: 'newest' } })
            }
          />
        )
      }
      toolbar={<Filters search={search} />}
    >
      {pages.error !== null && (
        <ErrorState words={wordsOf(pages.error, language)} onRetry={() => void pages.refetch()} />
      )}
      {pages.isPending && <LoadingState lines={12} />}
      {first !== undefined && <Elsewhere page={first} />}
      {pages.data !== undefined && legs.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      {legs.length > 0 && <LegTable legs={legs} />}
      {pages.hasNextPage && (
        <Center className="no-print">
          <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('more')}
          </Button>
        </Center>
      )}
    </Page>
  )
}

/** What a search finds outside the period, and the way there. */
function Elsewhere({ page }: { readonly page: ContactPage }) {
  const t = useText(contactsText)
  const [, set] = useView(contactsView)
  const { elsewhere, elsewhereTo } = page
  if (elsewhere === null || elsewhere === 0) return null
  return (
    <Group gap="sm" px="sm" py={6} bg="var(--pult-selected)" style={{ borderRadius: 6 }} className="no-print">
      <Text size="sm">
        {elsewhere >= elsewhereTo ? t('elsewhereMany', { count: elsewhereTo }) : t('elsewhere', { count: elsewhere })}
      </Text>
      <Button
        size="compact-sm"
        variant="light"
        onClick={() => set({ period: allTime, from: '', to: '' }, { asStep: true })}
      >
        {t('showAllTime')}
      </Button>
    </Group>
  )
}

function Filters({ search }: { readonly search: string }) {
  const t = useText(contactsText)
  const formats = useFormats()
  const go = useGo()
  const { centerId } = useCenter()
  const [state, set] = useView(contactsView)
  const [text, setText] = useState(state.search)
  const typed = useDebouncedCallback((value: string) => set({ search: value.trim() }), 350)
  const queues = useReply(centerRoutes.listQueues, { params: { centerId } })
  const agents = useReply(people.listAgents, { params: { centerId } })
  return (
    <>
      {isDrill(search) ? (
        <Drilled search={search} onClear={() => go(paths.contacts(centerId))} />
      ) : (
        <PeriodPicker
          value={state.period}
          onChange={(period) => set({ period })}
          today={formats.today(Date.now())}
          withAllTime
        />
      )}
      <TextInput
        aria-label={t('search')}
        placeholder={t('search')}
        leftSection={<IconSearch size={16} />}
        w={270}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          typed(event.currentTarget.value)
        }}
      />
      <MultiPick
        label={t('queues')}
        value={state.queueIds}
        onChange={(value) => set({ queueIds: value })}
        options={(queues.data?.queues ?? []).map((queue) => ({ value: queue.queueId, label: queue.name }))}
      />
      <MultiPick
        label={t('agents')}
        value={state.agentIds}
        onChange={(value) => set({ agentIds: value })}
        options={[
          { value: 0, label: t('noAgent') },
          ...(agents.data?.agents ?? []).map((agent) => ({ value: agent.agentId, label: agent.name })),
        ]}
      />
      <MultiPick
        label={t('outcomes')}
        value={state.outcomes}
        onChange={(value) => set({ outcomes: value })}
        options={outcomes.map((outcome) => ({ value: outcome as string, label: t(outcome) }))}
      />
      <MultiPick
        label={t('channels')}
        value={state.channels}
        onChange={(value) => set({ channels: value })}
        options={channels.map((channel) => ({ value: channel as string, label: t(channel) }))}
      />
      <MultiPick
        label={t('directions')}
        value={state.directions}
        onChange={(value) => set({ directions: value })}
        options={directions.map((direction) => ({ value: direction as string, label: t(direction) }))}
      />
      <NumberInput
        aria-label={t('waitFrom')}
        placeholder={t('waitFrom')}
        w={130}
        min={0}
        value={state.waitFrom ?? ''}
        onChange={(value) => set({ waitFrom: typeof value === 'number' ? value : null })}
      />
      <Switch
        label={t('flagged')}
        checked={state.flagged === 'true'}
        onChange={(event) => set({ flagged: event.currentTarget.checked ? 'true' : '' })}
      />
    </>
  )
}

/** A measure that the centre defines itself, by the name that its reference begins with. */
function ownMeasure(reference: string) {
  const found = changeable(reference.split(/[@(]/)[0] ?? '')
  return found === undefined
    ? undefined
    : { name: found.name, parts: contactPartsOf(publishedOwn(found.id).definition) }
}

/** What a number brought along: its stretch of time, and which of its contacts are listed. */
function Drilled({ search, onClear }: { readonly search: string; readonly onClear: () => void }) {
  const t = useText(contactsText)
  const formats = useFormats()
  const language = useLanguage()
  const [state, set] = useView(contactsView)
  const definitions = useReply(measures.listDefinitions, {}, { freshMs: 3_600_000, when: state.measure !== '' })
  const listed = definitions.data?.measures.find(({ reference }) => reference === state.measure)
  const measure = listed ?? ownMeasure(state.measure)
  const asked = new URLSearchParams(search)
  const what = [
    measure?.name[language] ?? '',
    formats.stretch(asked.get('from'), asked.get('to')),
    asked.has('weekday') ? formats.weekday(Number(asked.get('weekday')), 'long') : '',
    asked.has('timeFrom') ? `${asked.get('timeFrom')}–${asked.get('timeTo')}` : '',
    state.within === null ? '' : t('withinSeconds', { time: formats.duration(state.within) }),
  ]
  const parts = measure?.parts ?? []
  return (
    <Group gap={6} px="sm" py={6} bg="var(--pult-selected)" style={{ borderRadius: 6 }}>
      <Text size="sm">{t('behind', { what: what.filter((part) => part !== '').join(', ') })}</Text>
      {parts.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('part')}
          value={state.part === '' ? (parts[0] ?? '') : state.part}
          onChange={(part) => set({ part })}
          data={parts.map((part) => ({ value: part as string, label: t(`part_${part}`) }))}
        />
      )}
      <Button size="compact-xs" variant="subtle" leftSection={<IconX size={13} />} onClick={onClear}>
        {t('clear')}
      </Button>
    </Group>
  )
}
