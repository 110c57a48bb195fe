import { Alert, Stack, Text } from '@mantine/core'
import { useDeferredValue, useMemo, useState } from 'react'

import {
  staffing,
  type AppliedRule,
  type Requirement,
  type RequirementDay,
  type RequirementInterval,
} from '@pult/contract/staffing'
import { isoWeekday } from '@pult/engine/time'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { Cards } from '../ui/Cards.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { Formats } from '../ui/formats.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { levelRuleText } from '../ui/level-rule-text.ts'
import { NumberCard } from '../ui/NumberCard.tsx'
import { Section } from '../ui/Page.tsx'
import { AgentsByDay, AgentsMap, DayHours } from './AgentCharts.tsx'
import { Certainty } from './Certainty.tsx'
import { countAgain, meanShrinkage, paidPeople, type Trial } from './count-again.ts'
import { Sensitivity } from './Sensitivity.tsx'
import { Sliders } from './Sliders.tsx'
import { staffingText } from './staffing-text.ts'
import { targetWords, wantedParts } from './target-words.ts'
import { trialOf, type View } from './trial-of.ts'
import { Why } from './Why.tsx'

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
      {({ intervals, days }) => (
        <Figures
          requirement={requirement}
          rule={rule}
          intervals={intervals}
          days={days}
          view={view}
          setView={setView}
        />
      )}
    </Reply>
  )
}

interface FiguresProps extends Omit<QueueRequirementProps, 'queueId'> {
  readonly rule: AppliedRule
  readonly intervals: readonly RequirementInterval[]
  readonly days: readonly RequirementDay[]
}

function Figures({ requirement, rule, intervals, days, view, setView }: FiguresProps) {
  const t = useText(staffingText)
  const rules = useText(levelRuleText)
  const formats = useFormats()
  const wanted = useMemo(
    () => ({ ...trialOf(requirement, rule, view), ...clockOf(formats) }),
    [requirement, rule, view, formats],
  )
  // A slider moves on while a month of half-hours is counted behind it.
  const trial = useDeferredValue(wanted)
  const counted = useMemo(() => countAgain(intervals, trial), [intervals, trial])
  // A queue may be closed on the first days.
  const firstBusy = counted[0] === undefined ? requirement.firstDay : formats.today(Date.parse(counted[0].at))
  const day = view.day === '' ? firstBusy : view.day
  const places = counted.flatMap(({ at }, place) => (formats.today(Date.parse(at)) === day ? [place] : []))
  const [chosenAt, setChosenAt] = useState('')
  const busiest = places.toSorted((left, right) => (counted[right]?.needed ?? 0) - (counted[left]?.needed ?? 0))[0]
  const place = places.find((one) => counted[one]?.at === chosenAt) ?? busiest
  const hours = requirement.intervalMinutes / 60
  // Where no number is enough, none is known: that is not zero.
  const isKnown = counted.some(({ needed }) => needed !== null)
  const sum = (pick: (one: RequirementInterval) => number | null): number | null =>
    isKnown ? counted.reduce((total, one) => total + (pick(one) ?? 0) * hours, 0) : null
  const missed = [...new Set(counted.filter(({ needed }) => needed === null).flatMap(({ binding }) => binding))]
  const ofDay = places.flatMap((one) => counted[one] ?? [])
  return (
    <Stack gap="md">
      {missed.length > 0 && (
        <Alert color="brick">{t('impossible', { parts: wantedParts(missed, trial.rule, t, formats) })}</Alert>
      )}
      {rule.work !== 'deferred' && (
        <Text size="sm" c="dimmed">
          {t('levelCounted', { rule: rules(`rule_${rule.rule}`), seconds: formats.number(rule.withinSeconds) })}
        </Text>
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
        {wanted.kinds.some(({ paid, share, hours: own }) => !paid && (share > 0 || own.length > 0)) && (
          <NumberCard
            label={t('paidHours')}
            value={formats.number(
              sum((one) => paidPeople(one, trial)),
              0,
            )}
          />
        )}
        <NumberCard
          label={t('peak')}
          value={formats.number(isKnown ? Math.max(0, ...counted.map(({ needed }) => needed ?? 0)) : null)}
        />
        {rule.work === 'deferred' && <NumberCard label={t('lying')} value={formats.number(rule.backlog ?? 0)} />}
      </Cards>
      <Sliders
        trial={wanted}
        shrinkage={wanted.shrinkage ?? meanShrinkage(intervals, wanted)}
        view={view}
        setView={setView}
      />
      {isKnown ? (
        <>
          <DayHours intervals={counted} hours={hours} onPick={(picked) => setView({ day: picked })} />
          <AgentsByDay title={t('day', { day: formats.date(day) })} intervals={ofDay} onPick={setChosenAt} />
        </>
      ) : (
        <Section title={t('perDay')}>
          <EmptyState title={t('nothingKnown')}>
            {t(missed.length > 0 ? 'nothingKnownTarget' : 'nothingKnownLoad')}
          </EmptyState>
        </Section>
      )}
      {place !== undefined && <Why asked={intervals[place]} counted={counted[place]} trial={trial} />}
      {days.length > 0 && (
        <Certainty
          days={days}
          ofDay={places.flatMap((one) => intervals[one] ?? [])}
          day={day}
          level={rule.targetLevel ?? (rule.work === 'deferred' ? 1 : null)}
          wanted={targetWords(rule, t, formats)}
          onPick={(picked) => setView({ day: picked })}
        />
      )}
      {isKnown && (
        <Sensitivity
          key={`${requirement.requirementId} ${rule.queueId}`}
          intervals={intervals}
          trial={trial}
          name={`${requirement.firstDay}-${requirement.lastDay}`}
        />
      )}
      {isKnown && <AgentsMap intervals={counted} />}
    </Stack>
  )
}

const clockOf = (formats: Formats): Pick<Trial, 'dayOf' | 'weekHourOf'> => {
  const dayOf = (at: string): string => formats.today(Date.parse(at))
  return {
    dayOf,
    weekHourOf: (at) => ({ weekday: isoWeekday(dayOf(at)), hour: Number(formats.time(at).slice(0, 2)) }),
  }
}
