import { Group, Select, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'

import { center } from '@pult/contract/center'
import { people } from '@pult/contract/people'
import { peopleTime } from '@pult/contract/people-time'
import { schedule } from '@pult/contract/schedule'
import { scheduleReports } from '@pult/contract/schedule-reports'
import type { PlannedShift, Roster, RosterMember } from '@pult/contract/schedule-roster'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import type { SetView, StateOf } from '../platform/view.ts'
import { useText } from '../ui/language.tsx'
import { addDays, lengthOf } from '../ui/period.ts'
import { ChangesTab } from './ChangesTab.tsx'
import { CoverageTab } from './CoverageTab.tsx'
import { DayTab } from './DayTab.tsx'
import { gridRows } from './grid-rows.ts'
import { LawTab } from './LawTab.tsx'
import { ReportTab } from './ReportTab.tsx'
import { RosterGrid, type CellPlace } from './RosterGrid.tsx'
import { scheduleText } from './schedule-text.ts'
import { ShiftDialog } from './ShiftDialog.tsx'
import type { scheduleView } from './schedule-view.ts'

export interface DeskProps {
  readonly roster: Roster
  readonly view: StateOf<typeof scheduleView>
  readonly setView: SetView<StateOf<typeof scheduleView>>
}

/** The tabs of one roster. */
export function RosterDesk(props: DeskProps) {
  switch (props.view.tab) {
    case 'grid':
      return <GridTab {...props} />
    case 'report':
      return <ReportTab {...props} />
    case 'day':
      return <DayTab {...props} />
    case 'coverage':
      return <CoverageTab {...props} />
    case 'law':
      return <LawTab {...props} />
    case 'changes':
      return <ChangesTab {...props} />
  }
}

function GridTab({ roster, view, setView }: DeskProps) {
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const { firstDay, lastDay, version } = roster
  const live = { live: ['schedule'], keepFormer: true }
  const reply = useReply(schedule.readRoster, { params }, live)
  const coverage = useReply(scheduleReports.readCoverage, { params }, live)
  const violations = useReply(schedule.readViolations, { params }, live)
  const absences = useReply(peopleTime.listAbsences, { params: { centerId }, query: { firstDay, lastDay } })
  const mayEdit = useMay('editSchedule')
  const isDraft = roster.status === 'draft' && mayEdit
  const touches = [schedule.listRosters, schedule.readRoster, schedule.readViolations, scheduleReports.readCoverage]
  const edit = useAct(schedule.editShifts, { touches })
  const undo = useAct(schedule.undoChange, { touches })
  const [opened, setOpened] = useState<CellPlace | null>(null)
  const days = useMemo(
    () => Array.from({ length: lengthOf({ from: firstDay, to: lastDay }) }, (_, index) => addDays(firstDay, index)),
    [firstDay, lastDay],
  )
  const rows = useMemo(
    () =>
      gridRows(
        {
          days,
          members: reply.data?.members ?? [],
          shifts: reply.data?.shifts ?? [],
          absences: absences.data?.absences ?? [],
          violations: violations.data?.violations ?? [],
        },
        { teamId: view.team, queueId: view.queue, name: view.name },
      ),
    [days, reply.data, absences.data, violations.data, view.team, view.queue, view.name],
  )
  const free = (shifts: readonly PlannedShift[]): void =>
    edit.mutate({
      params,
      body: { version, isTrial: false, changes: shifts.map(({ shiftId }) => ({ kind: 'delete', shiftId })) },
    })
  return (
    <>
      <Filters view={view} setView={setView} />
      <Reply reply={reply}>
        {() => (
          <RosterGrid
            days={days}
            rows={rows}
            coverage={coverage.data}
            onOpen={setOpened}
            onFree={isDraft ? free : null}
            onUndo={isDraft ? () => undo.mutate({ params, body: { version } }) : null}
            onDay={(day) => setView({ tab: 'day', day }, { asStep: true })}
          />
        )}
      </Reply>
      <Opened
        place={opened}
        roster={roster}
        members={reply.data?.members ?? []}
        shifts={reply.data?.shifts ?? []}
        mayEdit={isDraft}
        onClose={() => setOpened(null)}
      />
    </>
  )
}

interface OpenedProps {
  readonly place: CellPlace | null
  readonly roster: Roster
  readonly members: readonly RosterMember[]
  readonly shifts: readonly PlannedShift[]
  readonly mayEdit: boolean
  readonly onClose: () => void
}

function Opened({ place, members, shifts, ...rest }: OpenedProps) {
  const member = members.find(({ agentId }) => agentId === place?.agentId)
  if (place === null || member === undefined) return null
  const shift = shifts.find(({ agentId, day }) => agentId === place.agentId && day === place.day) ?? null
  return <ShiftDialog {...rest} member={member} members={members} day={place.day} shift={shift} />
}

function Filters({ view, setView }: Pick<DeskProps, 'view' | 'setView'>) {
  const t = useText(scheduleText)
  const { centerId } = useCenter()
  const params = { centerId }
  const teams = useReply(people.listTeams, { params }).data?.teams ?? []
  const queues = useReply(center.listQueues, { params }).data?.queues ?? []
  return (
    <Group gap="sm" mb="sm" className="no-print">
      <TextInput
        aria-label={t('findAgent')}
        placeholder={t('findAgent')}
        leftSection={<IconSearch size={15} />}
        value={view.name}
        onChange={(event) => setView({ name: event.currentTarget.value })}
      />
      <Select
        aria-label={t('team')}
        placeholder={t('allTeams')}
        clearable
        searchable
        value={view.team === null ? null : String(view.team)}
        onChange={(team) => setView({ team: team === null ? null : Number(team) })}
        data={teams.map(({ teamId, name }) => ({ value: String(teamId), label: name }))}
      />
      <Select
        aria-label={t('queue')}
        placeholder={t('allQueues')}
        clearable
        searchable
        value={view.queue === null ? null : String(view.queue)}
        onChange={(queue) => setView({ queue: queue === null ? null : Number(queue) })}
        data={queues.map(({ queueId, name }) => ({ value: String(queueId), label: name }))}
      />
    </Group>
  )
}
