import { Button, Menu, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useMemo, useState } from 'react'

import { peopleTime } from '@pult/contract/people-time'
import { schedule } from '@pult/contract/schedule'
import { scheduleReports } from '@pult/contract/schedule-reports'
import type { PlannedShift, RosterMember } from '@pult/contract/schedule-roster'
import { createZone } from '@pult/engine/time'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { addDays, lengthOf } from '../ui/period.ts'
import { usePrinting } from '../ui/printing.ts'
import { DayList } from './DayList.tsx'
import { deskText } from './desk-text.ts'
import { DeskFilters } from './DeskFilters.tsx'
import { useEdit } from './edit-history.ts'
import { gridRows, type GridRow } from './grid-rows.ts'
import { widespread } from './law-groups.ts'
import type { DeskProps } from './desk-props.ts'
import { RosterGrid, type CellPlace, type GridActs } from './RosterGrid.tsx'
import { RosterPrint } from './RosterPrint.tsx'
import { isBeingMade } from './roster-state.ts'
import { ShiftDialog } from './ShiftDialog.tsx'
import { shiftTimes } from './shift-times.ts'
import { WidespreadNote } from './WidespreadNote.tsx'

const PHONE = '(max-width: 47.99em)'
const LIVE = { live: ['schedule'], keepFormer: true }

/** Agents by days: a grid on a desk, a list of one day on a phone, a table on paper. */
export function GridTab(props: DeskProps) {
  const t = useText(deskText)
  const { roster, view, setView } = props
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const { firstDay, lastDay } = roster
  const reply = useReply(schedule.readRoster, { params }, LIVE)
  const coverage = useReply(scheduleReports.readCoverage, { params }, LIVE)
  const violations = useReply(schedule.readViolations, { params }, LIVE)
  const report = useReply(scheduleReports.readReport, { params, query: {} }, { ...LIVE, when: !isBeingMade(roster) })
  const absences = useReply(peopleTime.listAbsences, { params: { centerId }, query: { firstDay, lastDay } })
  const wishes = useReply(peopleTime.listWishes, { params: { centerId }, query: { firstDay, lastDay } })
  const isPhone = useMediaQuery(PHONE) ?? false
  const isPrinting = usePrinting()
  const mayEdit = useMay('editSchedule') && roster.status === 'draft'
  const [opened, setOpened] = useState<CellPlace | null>(null)
  const days = useMemo(
    () => Array.from({ length: lengthOf({ from: firstDay, to: lastDay }) }, (_, index) => addDays(firstDay, index)),
    [firstDay, lastDay],
  )
  const found = violations.data?.violations
  const saidOnce = useMemo(
    () => widespread(found ?? [], reply.data?.shifts.length ?? 0),
    [found, reply.data?.shifts.length],
  )
  const marked = useMemo(
    () => (found ?? []).filter(({ ruleId }) => !saidOnce.some(({ key }) => key === ruleId)),
    [found, saidOnce],
  )
  const rows = useMemo(
    () =>
      gridRows(
        {
          days,
          members: reply.data?.members ?? [],
          shifts: reply.data?.shifts ?? [],
          absences: absences.data?.absences ?? [],
          violations: marked,
          wishes: wishes.data?.wishes ?? [],
          refused: report.data?.refusedWishes ?? null,
        },
        { teamId: view.team, queueId: view.queue, name: view.name },
      ),
    [days, reply.data, absences.data, marked, wishes.data, report.data, view.team, view.queue, view.name],
  )
  const acts = useGridActs(props)
  return (
    <>
      <DeskFilters view={view} setView={setView}>
        {mayEdit && <LockShown rows={rows} onLock={acts.lock} />}
      </DeskFilters>
      <WidespreadNote groups={saidOnce} onLaw={() => setView({ tab: 'law' }, { asStep: true })} />
      <Reply reply={reply}>
        {() =>
          rows.length === 0 ? (
            <Text c="dimmed">{t('nobodyFound')}</Text>
          ) : isPrinting ? (
            <RosterPrint days={days} rows={rows} />
          ) : isPhone ? (
            <DayList days={days} day={view.day} rows={rows} onDay={(day) => setView({ day })} onOpen={setOpened} />
          ) : (
            <RosterGrid
              days={days}
              rows={rows}
              coverage={coverage.data}
              acts={mayEdit ? acts : null}
              onOpen={setOpened}
              onDay={(day) => setView({ tab: 'day', day }, { asStep: true })}
            />
          )
        }
      </Reply>
      <Opened
        {...props}
        place={opened}
        members={reply.data?.members ?? []}
        shifts={reply.data?.shifts ?? []}
        mayEdit={mayEdit}
        onClose={() => setOpened(null)}
      />
    </>
  )
}

/** What keys do in the grid: free, lock, copy, paste, undo, redo. */
function useGridActs({ roster, history }: DeskProps): GridActs & { readonly lock: LockAct } {
  const formats = useFormats()
  const zone = useMemo(() => createZone(formats.timeZone), [formats.timeZone])
  const { change } = useEdit(roster)
  const [copied, setCopied] = useState<PlannedShift | null>(null)
  return {
    undo: history.undo,
    redo: () => history.redo?.(),
    free: (shifts) => change(shifts.map(({ shiftId }) => ({ kind: 'delete', shiftId }))),
    lock: (shifts, isLocked) =>
      change(shifts.length === 0 ? [] : [{ kind: 'lock', shiftIds: shifts.map(({ shiftId }) => shiftId), isLocked }]),
    copy: setCopied,
    paste: ({ agentId, day }) => {
      if (copied === null) return
      const { start, end } = shiftTimes(zone, day, formats.time(copied.start), formats.time(copied.end))
      change([{ kind: 'add', agentId, start, end, shiftTemplateId: copied.shiftTemplateId }])
    },
  }
}

type LockAct = (shifts: readonly PlannedShift[], isLocked: boolean) => void

function LockShown({ rows, onLock }: { readonly rows: readonly GridRow[]; readonly onLock: LockAct }) {
  const t = useText(deskText)
  const shifts = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.shifts))
  const free = shifts.filter(({ isLocked }) => !isLocked)
  const locked = shifts.filter(({ isLocked }) => isLocked)
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconLock size={15} />}>
          {t('lockMany')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLock size={15} />} disabled={free.length === 0} onClick={() => onLock(free, true)}>
          {t('lockShown', { count: free.length })}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLockOpen size={15} />}
          disabled={locked.length === 0}
          onClick={() => onLock(locked, false)}
        >
          {t('unlockShown', { count: locked.length })}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface OpenedProps extends DeskProps {
  readonly place: CellPlace | null
  readonly members: readonly RosterMember[]
  readonly shifts: readonly PlannedShift[]
  readonly mayEdit: boolean
  readonly onClose: () => void
}

function Opened({ place, roster, members, shifts, mayEdit, onClose }: OpenedProps) {
  const member = members.find(({ agentId }) => agentId === place?.agentId)
  if (place === null || member === undefined) return null
  const shift = shifts.find(({ agentId, day }) => agentId === place.agentId && day === place.day) ?? null
  return (
    <ShiftDialog
      key={`${place.agentId} ${place.day}`}
      roster={roster}
      member={member}
      members={members}
      day={place.day}
      shift={shift}
      mayEdit={mayEdit}
      onClose={onClose}
    />
  )
}
