import { Alert, Button, Group, SimpleGrid, Slider, Stack, Table, Text } from '@mantine/core'
import { useMemo, useState } from 'react'

import { staffing, type AppliedRule, type Requirement, type RequirementInterval } from '@pult/contract/staffing'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { Cards } from '../ui/Cards.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { NumberCard } from '../ui/NumberCard.tsx'
import { Section } from '../ui/Page.tsx'
import { AgentsByDay, AgentsMap, DayHours } from './AgentCharts.tsx'
import { countAgain, neighbours, shrinkageOf, type Trial } from './count-again.ts'
import { staffingText } from './staffing-text.ts'
import type { staffingView } from './staffing-view.ts'

type View = typeof staffingView.start

interface QueueRequirementProps {
  readonly requirement: Requirement
  readonly queueId: number
  readonly view: View
  readonly setView: (change: Partial<View>) => void
}

/** One queue of a requirement: its numbers, and what sliders would make of them, counted here in the browser. */
export function QueueRequirement({ requirement, queueId, view, setView }: QueueRequirementProps) {
  const { centerId } = useCenter()
  const { requirementId } = requirement
  const reply = useReply(
    staffing.readRequirement,
    { params: { centerId, requirementId }, query: { queueId } },
    { keepFormer: true },
  )
  const rule = requirement.assumptions.rules.find((one) => one.queueId === queueId)
  if (rule === undefined) return null
  return (
    <Reply reply={reply}>
      {({ intervals }) => (
        <Figures requirement={requirement} rule={rule} intervals={intervals} view={view} setView={setView} />
      )}
    </Reply>
  )
}

interface FiguresProps extends Omit<QueueRequirementProps, 'queueId'> {
  readonly rule: AppliedRule
  readonly intervals: readonly RequirementInterval[]
}

function Figures({ requirement, rule, intervals, view, setView }: FiguresProps) {
  const t = useText(staffingText)
  const formats = useFormats()
  const trial = useMemo(() => trialOf(requirement, rule, view), [requirement, rule, view])
  const counted = useMemo(() => countAgain(intervals, trial), [intervals, trial])
  // A queue may be closed on the first days.
  const firstBusy = counted[0] === undefined ? requirement.firstDay : formats.today(Date.parse(counted[0].at))
  const day = view.day === '' ? firstBusy : view.day
  const places = counted.flatMap(({ at }, place) => (formats.today(Date.parse(at)) === day ? [place] : []))
  const [chosenAt, setChosenAt] = useState('')
  const busiest = places.toSorted((left, right) => (counted[right]?.needed ?? 0) - (counted[left]?.needed ?? 0))[0]
  const place = places.find((one) => counted[one]?.at === chosenAt) ?? busiest
  const hours = requirement.intervalMinutes / 60
  const sum = (pick: (one: RequirementInterval) => number | null): number =>
    counted.reduce((total, one) => total + (pick(one) ?? 0) * hours, 0)
  const missed = [...new Set(counted.filter(({ needed }) => needed === null).flatMap(({ binding }) => binding))]
  const ofDay = places.flatMap((one) => counted[one] ?? [])
  return (
    <Stack gap="md">
      {missed.length > 0 && (
        <Alert color="brick">{t('impossible', { parts: missed.map((part) => t(`part_${part}`)).join(', ') })}</Alert>
      )}
      <Cards>
        <NumberCard
          label={t('neededHours')}
          value={formats.number(
            sum(({ needed }) => needed),
            0,
          )}
        />
        <NumberCard
          label={t('rosteredHours')}
          value={formats.number(
            sum(({ scheduled }) => scheduled),
            0,
          )}
        />
        <NumberCard
          label={t('peak')}
          value={formats.number(Math.max(0, ...counted.map(({ needed }) => needed ?? 0)))}
        />
      </Cards>
      <Sliders trial={trial} view={view} setView={setView} />
      <DayHours intervals={counted} hours={hours} onPick={(picked) => setView({ day: picked })} />
      <AgentsByDay title={t('day', { day: formats.date(day) })} intervals={ofDay} onPick={setChosenAt} />
      {place !== undefined && <Why asked={intervals[place]} counted={counted[place]} trial={trial} />}
      <AgentsMap intervals={counted} />
    </Stack>
  )
}

function trialOf({ assumptions, intervalMinutes }: Requirement, rule: AppliedRule, view: View): Trial {
  return {
    rule: {
      ...rule,
      targetLevel: view.target === null ? rule.targetLevel : within(view.target, 1, 99) / 100,
      patienceSeconds: view.patience === null ? rule.patienceSeconds : within(view.patience, 1, 86_400),
    },
    ahtFactor: within(view.aht, 10, 1000) / 100,
    volumeFactor: within(view.volume, 10, 1000) / 100,
    shrinkage: view.shrinkage === null ? shrinkageOf(assumptions.shrinkage) : within(view.shrinkage, 0, 90) / 100,
    intervalSeconds: intervalMinutes * 60,
  }
}

// Whatever somebody typed into the address.
const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

interface SlidersProps {
  readonly trial: Trial
  readonly view: View
  readonly setView: (change: Partial<View>) => void
}

function Sliders({ trial: { rule, shrinkage }, view, setView }: SlidersProps) {
  const t = useText(staffingText)
  const all = [
    { name: 'target', least: 50, most: 99, value: Math.round((rule.targetLevel ?? 0.8) * 100) },
    { name: 'aht', least: 50, most: 150, value: view.aht },
    { name: 'volume', least: 50, most: 150, value: view.volume },
    { name: 'patience', least: 10, most: 600, value: Math.round(rule.patienceSeconds ?? 600) },
    { name: 'shrinkage', least: 0, most: 60, value: Math.round(shrinkage * 100) },
  ] as const
  return (
    <Section title={t('sliders')}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 5 }} spacing="lg">
        {all.map(({ name, least, most, value }) => (
          <div key={name}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">{t(name)}</Text>
              <Text size="sm" fw={600}>
                {value}
              </Text>
            </Group>
            <Slider
              thumbLabel={t(name)}
              label={null}
              min={least}
              max={most}
              value={value}
              onChange={(next) => setView({ [name]: next })}
            />
          </div>
        ))}
      </SimpleGrid>
      <Group mt="sm">
        <Button
          variant="subtle"
          size="xs"
          onClick={() => setView({ target: null, aht: 100, volume: 100, patience: null, shrinkage: null })}
        >
          {t('asAssumed')}
        </Button>
      </Group>
    </Section>
  )
}

interface WhyProps {
  readonly asked: RequirementInterval | undefined
  readonly counted: RequirementInterval | undefined
  readonly trial: Trial
}

function Why({ asked, counted, trial }: WhyProps) {
  const t = useText(staffingText)
  const formats = useFormats()
  if (asked === undefined || counted === undefined || counted.needed === null) return null
  const { at, offered, ahtSeconds, needed, binding } = counted
  const load = {
    offered: formats.number(offered, 1),
    aht: formats.duration(ahtSeconds),
    erlangs: formats.number((offered * ahtSeconds) / trial.intervalSeconds, 2),
  }
  const parts = binding.map((part) => t(`part_${part}`)).join(', ')
  return (
    <Section title={t('why', { time: formats.dateTime(at) })}>
      <Text size="sm">
        {t('whyLoad', load)} {binding.length === 0 ? t('whyLeast') : t('whyBinding', { parts })}
      </Text>
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              {(['agents', 'level', 'asa', 'abandonment', 'occupancy'] as const).map((name) => (
                <Table.Th key={name}>{t(name)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {neighbours(asked, needed, trial).map(({ agents, figures }) => (
              <Table.Tr key={agents} fw={agents === needed ? 650 : undefined}>
                <Table.Td>{agents}</Table.Td>
                {figures === null ? (
                  <Table.Td colSpan={4}>{t('endless')}</Table.Td>
                ) : (
                  <>
                    <Table.Td>{formats.percent(figures.serviceLevel)}</Table.Td>
                    <Table.Td>{formats.duration(figures.asaSeconds)}</Table.Td>
                    <Table.Td>{formats.percent(figures.abandonRate)}</Table.Td>
                    <Table.Td>{formats.percent(figures.occupancy)}</Table.Td>
                  </>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  )
}
