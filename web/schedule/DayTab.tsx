import { ActionIcon, Group, Select, Stack, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'

import { schedule, type EditResult } from '@pult/contract/schedule'
import { scheduleReports } from '@pult/contract/schedule-reports'
import type { PlannedShift, RosterMember } from '@pult/contract/schedule-roster'
import { createZone, HOUR_MS } from '@pult/engine/time'

import { useCenter, useMay } from '../platform/center.tsx'
import { call } from '../platform/client.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { addDays } from '../ui/period.ts'
import { DayCoverage } from './DayCoverage.tsx'
import { DayTimeline } from './DayTimeline.tsx'
import timeline from './DayTimeline.module.css'
import { draggedChanges, type DragDraft } from './drag-draft.ts'
import { useEdit } from './edit-history.ts'
import { EditOutcome } from './EditOutcome.tsx'
import type { DeskProps } from './desk-props.ts'
import { deskText } from './desk-text.ts'
import { isShown } from './grid-rows.ts'
import { ShiftDialog } from './ShiftDialog.tsx'
import { triedCoverage } from './tried-coverage.ts'

/** A night shift is seen to its end. */
const NEXT_MORNING_HOURS = 8
const TRIAL_AFTER_MS = 60

/** A shift that is open, or the place of one that may be added. */
interface Opened {
  readonly agentId: number
  readonly shift: PlannedShift | null
  /** When an added one may begin, as the clock shows it. */
  readonly at: string | null
}

/** A day closely: shifts as bars, agents at posts against the need beneath, and what a dragged change would do while it is dragged. */
export function DayTab({ roster, history, view, setView }: DeskProps) {
  const t = useText(deskText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const params = { centerId, rosterId: roster.rosterId }
  const day = view.day >= roster.firstDay && view.day <= roster.lastDay ? view.day : roster.firstDay
  const zone = useMemo(() => createZone(formats.timeZone), [formats.timeZone])
  const query = { firstDay: day, lastDay: day }
  const reply = useReply(schedule.readRoster, { params, query }, { live: ['schedule'], keepFormer: true })
  const coverage = useReply(scheduleReports.readCoverage, { params, query }, { live: ['schedule'], keepFormer: true })
  const mayEdit = useMay('editSchedule') && roster.status === 'draft'
  const [draft, setDraft] = useState<DragDraft | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  const outcome = useTrial(draft, roster.version, params)
  const [done, setDone] = useState<EditResult | null>(null)
  const { change, isPending } = useEdit(roster, setDone)
  // What was dropped stays where it was dropped until the server has said what came of it.
  const [dropped, setDropped] = useState<DragDraft | null>(null)
  const from = zone.startOfDay(day)
  const hours = Math.round(zone.dayLength(day) / HOUR_MS) + NEXT_MORNING_HOURS
  const shifts = reply.data?.shifts ?? []
  const working = new Map(shifts.map(({ agentId, start }) => [agentId, start]))
  const shown = (reply.data?.members ?? []).filter(
    (member) =>
      (working.has(member.agentId) || mayEdit) &&
      isShown(member, { teamId: view.team, queueId: view.queue, name: view.name }),
  )
  const members = byBeginning(shown, working)
  const member = members.find(({ agentId }) => agentId === opened?.agentId)
  // What was done is told until something else is done, or it is taken back.
  const shownOutcome = draft !== null ? outcome : done?.version === roster.version ? done : null
  const go = (next: string): void => setView({ day: next })
  return (
    <Stack gap="sm">
      <Group gap="xs">
        <ActionIcon aria-label={t('dayBefore')} disabled={day <= roster.firstDay} onClick={() => go(addDays(day, -1))}>
          <IconChevronLeft size={16} />
        </ActionIcon>
        <Text fw={550}>{formats.longDate(day)}</Text>
        <ActionIcon aria-label={t('dayAfter')} disabled={day >= roster.lastDay} onClick={() => go(addDays(day, 1))}>
          <IconChevronRight size={16} />
        </ActionIcon>
        <Select
          aria-label={t('queue')}
          w={220}
          placeholder={t('allQueues')}
          clearable
          value={view.queue === null ? null : String(view.queue)}
          onChange={(queue) => setView({ queue: queue === null ? null : Number(queue) })}
          data={(coverage.data?.queues ?? []).map(({ queueId, name }) => ({ value: String(queueId), label: name }))}
        />
        {mayEdit && (
          <Text size="sm" c="dimmed" visibleFrom="sm">
            {t('dragHint')}
          </Text>
        )}
      </Group>
      <Reply reply={reply}>
        {() =>
          members.length === 0 ? (
            <EmptyState title={t('nobodyThatDay')} />
          ) : (
            <DayTimeline
              from={from}
              hours={hours}
              slotMinutes={roster.slotMinutes}
              members={members}
              shifts={shifts}
              mayEdit={mayEdit}
              onDraft={setDraft}
              dropped={isPending ? dropped : null}
              onDrop={(held) => {
                setDropped(held)
                change(draggedChanges(held))
              }}
              onOpen={(shift) => setOpened({ agentId: shift.agentId, shift, at: null })}
              onAdd={(agentId, at) => setOpened({ agentId, shift: null, at: at === null ? null : formats.time(at) })}
              onFree={({ shiftId }) => change([{ kind: 'delete', shiftId }])}
              onUndo={history.undo}
              onRedo={() => history.redo?.()}
            />
          )
        }
      </Reply>
      {shownOutcome !== null && (
        <div className={timeline['outcome']}>
          <EditOutcome
            result={shownOutcome}
            isTrial={draft !== null}
            onClose={draft === null ? () => setDone(null) : null}
          />
        </div>
      )}
      {coverage.data !== undefined && (
        <DayCoverage
          coverage={draft === null ? coverage.data : triedCoverage(coverage.data, outcome?.coverage ?? [])}
          queueId={view.queue}
        />
      )}
      {opened !== null && member !== undefined && (
        <ShiftDialog
          roster={roster}
          member={member}
          members={members}
          day={opened.shift?.day ?? day}
          shift={opened.shift}
          at={opened.at}
          mayEdit={mayEdit}
          onClose={() => setOpened(null)}
        />
      )}
    </Stack>
  )
}

const NEVER = '9999-12-31T00:00:00Z'

/** Who works that day in the order of beginnings, then who does not. */
function byBeginning(members: readonly RosterMember[], begins: ReadonlyMap<number, string>): RosterMember[] {
  const begin = ({ agentId }: RosterMember): number => Date.parse(begins.get(agentId) ?? NEVER)
  return members.toSorted((left, right) => begin(left) - begin(right))
}

/** What the change that is being dragged would do, as the server counts it; the newest question's answer alone is shown. */
function useTrial(
  draft: DragDraft | null,
  version: number,
  { centerId, rosterId }: { readonly centerId: number; readonly rosterId: number },
): EditResult | null {
  const [outcome, setOutcome] = useState<{ readonly of: DragDraft; readonly result: EditResult } | null>(null)
  useEffect(() => {
    const changes = draft === null ? [] : draggedChanges(draft)
    if (draft === null || changes.length === 0) return undefined
    const stop = new AbortController()
    const timer = setTimeout(() => {
      call(
        schedule.editShifts,
        { params: { centerId, rosterId }, body: { version, changes, isTrial: true } },
        { signal: stop.signal },
      )
        .then((result) => setOutcome({ of: draft, result }))
        // A trial that fails says nothing; the drop that follows says why.
        .catch(() => undefined)
    }, TRIAL_AFTER_MS)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [draft, version, centerId, rosterId])
  return draft !== null && outcome?.of.shift.shiftId === draft.shift.shiftId ? outcome.result : null
}
