import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconChevronLeft, IconChevronRight, IconLock } from '@tabler/icons-react'
import { useState } from 'react'

import { useFormats, useText } from '../ui/language.tsx'
import classes from './DayList.module.css'
import kinds from './shift-kind.module.css'
import { deskText } from './desk-text.ts'
import { worstOf, type GridCell, type GridRow } from './grid-rows.ts'
import type { CellPlace } from './RosterGrid.tsx'
import { shiftKind, startMinuteOf } from './shift-kind.ts'

interface DayListProps {
  readonly days: readonly string[]
  /** The day that the address names; the first where it names none. */
  readonly day: string
  readonly rows: readonly GridRow[]
  readonly onDay: (day: string) => void
  readonly onOpen: (place: CellPlace) => void
}

interface Line {
  readonly agentId: number
  readonly name: string
  readonly cell: GridCell
}

/** The grid for a phone: one day, who works by the hour of beginning, who is away, and who is free. */
export function DayList({ days, day, rows, onDay, onOpen }: DayListProps) {
  const t = useText(deskText)
  const formats = useFormats()
  const [isFreeShown, setFreeShown] = useState(false)
  const place = Math.max(0, days.indexOf(day))
  const shown = days[place] ?? ''
  const lines = rows.flatMap(({ member: { agentId, name }, cells }): Line[] => {
    const cell = cells[place]
    return cell === undefined ? [] : [{ agentId, name, cell }]
  })
  const startOf = ({ cell }: Line): string => cell.shifts[0]?.start ?? ''
  const working = lines
    .filter(({ cell }) => cell.shifts.length > 0)
    .toSorted((left, right) => startOf(left).localeCompare(startOf(right)))
  const away = lines.filter(({ cell }) => cell.shifts.length === 0 && cell.absence !== null)
  const free = lines.filter(({ cell }) => cell.shifts.length === 0 && cell.absence === null)
  const step = (by: number): void => onDay(days[place + by] ?? shown)
  const open = ({ agentId }: Line): void => onOpen({ agentId, day: shown })
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <ActionIcon
          variant="default"
          size="xl"
          aria-label={t('dayBefore')}
          disabled={place === 0}
          onClick={() => step(-1)}
        >
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Text fw={600}>{formats.longDate(shown)}</Text>
        <ActionIcon
          variant="default"
          size="xl"
          aria-label={t('dayAfter')}
          disabled={place === days.length - 1}
          onClick={() => step(1)}
        >
          <IconChevronRight size={18} />
        </ActionIcon>
      </Group>
      <Text size="sm" c="dimmed">
        {t('dayCounts', { working: working.length, away: away.length, free: free.length })}
      </Text>
      <ul className={classes['list']} aria-label={t('gridOf')}>
        {[...working, ...away].map((line) => (
          <Row key={line.agentId} line={line} onOpen={() => open(line)} />
        ))}
        {isFreeShown && free.map((line) => <Row key={line.agentId} line={line} onOpen={() => open(line)} />)}
      </ul>
      {free.length > 0 && (
        <Button variant="default" onClick={() => setFreeShown(!isFreeShown)}>
          {t(isFreeShown ? 'hideFree' : 'showFree', { count: free.length })}
        </Button>
      )}
    </Stack>
  )
}

function Row({ line: { name, cell }, onOpen }: { readonly line: Line; readonly onOpen: () => void }) {
  const t = useText(deskText)
  const formats = useFormats()
  const worst = worstOf(cell)
  return (
    <li>
      <button type="button" className={classes['line']} onClick={onOpen}>
        <span className={classes['times']}>
          {cell.shifts.map((shift) => (
            <span
              key={shift.shiftId}
              className={`${kinds['kind']} ${classes['shift']}`}
              data-kind={shiftKind(shift, startMinuteOf(formats.time(shift.start)))}
            >
              {formats.time(shift.start)}–{formats.time(shift.end)}
            </span>
          ))}
          {cell.shifts.length === 0 && (
            <Text span size="sm" c="dimmed">
              {cell.absence === null ? t('free') : t(`absence_${cell.absence.kind}`)}
            </Text>
          )}
        </span>
        <span className={classes['who']}>{name}</span>
        {cell.shifts.some(({ isLocked }) => isLocked) && <IconLock size={15} aria-label={t('locked')} />}
        {worst === 'block' && <IconBan size={17} className={classes['block']} aria-label={t('severity_block')} />}
        {worst === 'warn' && (
          <IconAlertTriangle size={17} className={classes['warn']} aria-label={t('severity_warn')} />
        )}
      </button>
    </li>
  )
}
