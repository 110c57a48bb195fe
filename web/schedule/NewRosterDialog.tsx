import { Alert, Group, NumberInput, Select, SimpleGrid, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { schedule } from '@pult/contract/schedule'
import { objectiveParts, type Roster, type RosterWeights } from '@pult/contract/schedule-roster'
import { staffing, type Requirement } from '@pult/contract/staffing'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { addDays, lengthOf, type Days } from '../ui/period.ts'
import { chosenAgents, EVERYBODY } from './chosen-agents.ts'
import { editionName } from './edition-name.ts'
import { RosterPeople, useConfirmed } from './RosterPeople.tsx'
import { scheduleText } from './schedule-text.ts'

interface NewRosterProps {
  /** To begin with; null: the newest that has days to come. */
  readonly requirementId: number | null
  /** Rosters that a new one may begin from. */
  readonly rosters: readonly Roster[]
  readonly onClose: () => void
  readonly onMade: (rosterId: number) => void
}

const WEEK_DAYS = 7
const MOST_DAYS = 42
const USUAL_SECONDS = 120
const MOST_SECONDS = 7200
const NONE = 'none'

/** From which requirement, for which weeks, how long to search, and what counts how much. */
export function NewRosterDialog(props: NewRosterProps) {
  const { centerId } = useCenter()
  const made = useReply(staffing.listRequirements, { params: { centerId } })
  if (made.data === undefined) return null
  const usable = made.data.requirements.filter(({ status }) => status === 'draft' || status === 'published')
  return <RosterForm {...props} usable={usable} />
}

/** Four weeks of a requirement from tomorrow on, or as many as it has; its own first weeks where all of it has passed. */
function weeksOf(one: Requirement | undefined, today: string): Days {
  const tomorrow = addDays(today, 1)
  if (one === undefined) return { from: tomorrow, to: addDays(today, WEEK_DAYS) }
  const from = one.firstDay > tomorrow || one.lastDay < tomorrow ? one.firstDay : tomorrow
  const last = addDays(from, 4 * WEEK_DAYS - 1)
  return { from, to: last < one.lastDay ? last : one.lastDay }
}

const usualWeights: RosterWeights = { service: 1, money: 1, wishes: 1, fairness: 1, stability: 1 }

function RosterForm(props: NewRosterProps & { readonly usable: readonly Requirement[] }) {
  const { requirementId: asked, rosters, usable, onClose, onMade } = props
  const t = useText(scheduleText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const today = formats.today(Date.now())
  const begin =
    usable.find(({ requirementId }) => requirementId === asked) ??
    usable.find(({ lastDay }) => lastDay > today) ??
    usable[0]
  const [requirement, setRequirement] = useState(begin)
  const [days, setDays] = useState(weeksOf(begin, today))
  const nameOf = ({ from, to }: Days): string => t('nameStart', { days: formats.dateRange(from, to) })
  const [name, setName] = useState(nameOf(days))
  const [seconds, setSeconds] = useState(USUAL_SECONDS)
  const [weights, setWeights] = useState(usualWeights)
  const [startFrom, setStartFrom] = useState<number | null>(null)
  const [chosen, setChosen] = useState(EVERYBODY)
  const [templateIds, setTemplateIds] = useState<readonly number[]>([])
  const agentIds = chosenAgents(useConfirmed(), chosen) ?? null
  const change = (next: Days): void => {
    setDays(next)
    if (name === nameOf(days)) setName(nameOf(next))
  }
  const create = useAct(schedule.createRoster, {
    problem: 'self',
    touches: [schedule.listRosters],
    onDone: ({ rosterId }) => onMade(rosterId),
  })
  const length = lengthOf(days)
  const problem =
    length < 1
      ? t('endBeforeStart')
      : length > MOST_DAYS
        ? t('sixWeeks')
        : agentIds?.length === 0
          ? t('nobodyChosen')
          : null
  const alike = rosters.filter((one) => one.firstDay <= days.to && days.from <= one.lastDay && one.parts !== null)
  if (requirement === undefined)
    return (
      <SaveDialog
        title={t('newRoster')}
        act={t('toStaffing')}
        saving={create}
        onClose={onClose}
        onSave={() => undefined}
      >
        <Alert color="brass">
          {t('needsRequirement')} <Link to={paths.staffing(centerId)}>{t('toStaffing')}</Link>
        </Alert>
      </SaveDialog>
    )
  return (
    <SaveDialog
      title={t('newRoster')}
      act={t('make')}
      size="lg"
      saving={create}
      problem={problem}
      onClose={onClose}
      onSave={() => {
        if (problem !== null) return
        create.mutate({
          params: { centerId },
          body: {
            name,
            requirementId: requirement.requirementId,
            firstDay: days.from,
            lastDay: days.to,
            agentIds,
            templateIds: templateIds.length === 0 ? null : [...templateIds],
            weights,
            seconds,
            startFrom,
          },
        })
      }}
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('requirement')}
        description={t('requirementHint', { days: formats.dateRange(requirement.firstDay, requirement.lastDay) })}
        allowDeselect={false}
        value={String(requirement.requirementId)}
        onChange={(value) => {
          const next = usable.find(({ requirementId }) => String(requirementId) === value)
          setRequirement(next)
          change(weeksOf(next, today))
        }}
        data={usable.map((one) => ({ value: String(one.requirementId), label: one.name }))}
      />
      <Group grow>
        <TextInput
          type="date"
          label={t('firstDay')}
          required
          min={requirement.firstDay}
          max={requirement.lastDay}
          value={days.from}
          onChange={(event) => change({ ...days, from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('lastDay')}
          required
          min={requirement.firstDay}
          max={requirement.lastDay}
          value={days.to}
          onChange={(event) => change({ ...days, to: event.currentTarget.value })}
        />
      </Group>
      <RosterPeople chosen={chosen} onChange={setChosen} templateIds={templateIds} onTemplates={setTemplateIds} />
      <Group grow align="flex-start">
        <NumberInput
          label={t('seconds')}
          description={t('secondsHint')}
          min={0}
          max={MOST_SECONDS}
          allowDecimal={false}
          value={seconds}
          onChange={(value) => setSeconds(Number(value))}
        />
        <Select
          label={t('startFrom')}
          description={t('startFromHint')}
          allowDeselect={false}
          value={startFrom === null ? NONE : String(startFrom)}
          onChange={(value) => setStartFrom(value === null || value === NONE ? null : Number(value))}
          data={[
            { value: NONE, label: t('fromNothing') },
            ...alike.map((one) => ({ value: String(one.rosterId), label: editionName(one, t('edition')) })),
          ]}
        />
      </Group>
      <Text size="sm" fw={550}>
        {t('weights')}
      </Text>
      <Text size="xs" c="dimmed">
        {t('weightsHint')}
      </Text>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs">
        {objectiveParts.map((part) => (
          <NumberInput
            key={part}
            label={t(`part_${part}`)}
            min={0}
            max={100}
            step={0.5}
            value={weights[part]}
            onChange={(value) => setWeights({ ...weights, [part]: Number(value) })}
          />
        ))}
      </SimpleGrid>
    </SaveDialog>
  )
}
