import { Button, Group, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'

import type { Agent } from '@pult/contract/people'
import { absenceKinds, type Absence } from '@pult/contract/people-time'
import { isoWeekday } from '@pult/engine/time'

import { useFormats, useText } from '../ui/language.tsx'
import { daysOfMonth, firstOf, lastOf } from '../ui/month.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import classes from './AbsenceStrip.module.css'
import type { AbsenceStart } from './AbsenceDialog.tsx'
import { stripPieces } from './strip-pieces.ts'
import { timeText } from './time-text.ts'

interface AbsenceStripProps {
  readonly agents: readonly Agent[]
  readonly absences: readonly Absence[]
  readonly month: string
  /** Left out for those who may only look. */
  readonly onOpen: ((absence: Absence | AbsenceStart) => void) | null
}

const AT_ONCE = 40
const signs = {
  leave: 'leaveSign',
  sick: 'sickSign',
  study: 'studySign',
  unavailable: 'unavailableSign',
  other: 'otherSign',
} as const

/** A month, a row a person: who is away when, and how many on each day. */
export function AbsenceStrip({ agents, absences, month, onOpen }: AbsenceStripProps) {
  const t = useText(timeText)
  const [sought, setSought] = useState('')
  const [most, setMost] = useState(AT_ONCE)
  const found = agents.filter(({ name }) => name.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase()))
  return (
    <>
      <Group gap="md" mb="sm">
        {agents.length > 8 && (
          <TextInput
            aria-label={t('search')}
            placeholder={t('search')}
            leftSection={<IconSearch size={15} />}
            value={sought}
            w={220}
            onChange={(event) => setSought(event.currentTarget.value)}
          />
        )}
        <Legend />
      </Group>
      <ScrollTable minWidth={980} isTall>
        <table className={classes['strip']} aria-label={t('absences')}>
          <StripHead month={month} absences={absences} />
          <tbody>
            {found.slice(0, most).map((agent) => (
              <StripRow
                key={agent.agentId}
                agent={agent}
                absences={absences.filter(({ agentId }) => agentId === agent.agentId)}
                month={month}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </ScrollTable>
      {found.length > most && (
        <Button mt="sm" variant="default" size="xs" onClick={() => setMost(most + 5 * AT_ONCE)}>
          {t('more', { count: found.length - most })}
        </Button>
      )}
    </>
  )
}

function Legend() {
  const t = useText(timeText)
  return (
    <Group gap="sm">
      {absenceKinds.map((kind) => (
        <Group key={kind} gap={6} wrap="nowrap">
          <span className={classes['sign']} data-kind={kind} aria-hidden>
            {t(signs[kind])}
          </span>
          <Text size="xs">{t(kind)}</Text>
        </Group>
      ))}
    </Group>
  )
}

function StripHead({ month, absences }: Pick<AbsenceStripProps, 'month' | 'absences'>) {
  const t = useText(timeText)
  const formats = useFormats()
  const days = daysOfMonth(month)
  return (
    <thead>
      <tr>
        <th scope="col">{t('agent')}</th>
        {days.map((day) => (
          <th key={day} scope="col" data-weekend={isoWeekday(day) > 5}>
            <div>{formats.weekday(isoWeekday(day))}</div>
            <div>{Number(day.slice(8))}</div>
          </th>
        ))}
      </tr>
      <tr className={classes['count']}>
        <th scope="row">{t('awayOn')}</th>
        {days.map((day) => (
          <td key={day}>{countOn(absences, day) || ''}</td>
        ))}
      </tr>
    </thead>
  )
}

const countOn = (absences: readonly Absence[], day: string): number =>
  new Set(absences.filter(({ firstDay, lastDay }) => firstDay <= day && lastDay >= day).map(({ agentId }) => agentId))
    .size

interface StripRowProps extends Omit<AbsenceStripProps, 'agents'> {
  readonly agent: Agent
}

function StripRow({ agent, absences, month, onOpen }: StripRowProps) {
  const t = useText(timeText)
  const formats = useFormats()
  return (
    <tr>
      <th scope="row">{agent.name}</th>
      {stripPieces(absences, firstOf(month), lastOf(month)).map(({ day, days, absence }) =>
        absence === null ? (
          // A click on a free day is a short cut; the button above the table does the same by the keyboard.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
          <td
            key={day}
            data-weekend={isoWeekday(day) > 5}
            {...(onOpen === null
              ? {}
              : { className: classes['free'], onClick: () => onOpen({ agentId: agent.agentId, day }) })}
          />
        ) : (
          <td key={day} colSpan={days}>
            <button
              type="button"
              className={classes['piece']}
              data-kind={absence.kind}
              data-part={absence.fromMinute !== null}
              disabled={onOpen === null}
              title={absence.note}
              aria-label={`${agent.name}: ${t(absence.kind)}, ${formats.dateRange(absence.firstDay, absence.lastDay)}`}
              onClick={() => onOpen?.(absence)}
            >
              {days > 4 ? t(absence.kind) : t(signs[absence.kind])}
            </button>
          </td>
        ),
      )}
    </tr>
  )
}
