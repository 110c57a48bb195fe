import { ActionIcon, Button, Group, SegmentedControl } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { people, type Agent } from '@pult/contract/people'
import { peopleTime, type Absence } from '@pult/contract/people-time'
import { dayNumber } from '@pult/engine/time'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { firstOf, lastOf, monthOf } from '../ui/month.ts'
import { MonthPicker } from '../ui/MonthPicker.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useWho } from '../ui/who.ts'
import { AbsenceDialog, type AbsenceStart } from './AbsenceDialog.tsx'
import { AbsenceStrip } from './AbsenceStrip.tsx'
import { timeText } from './time-text.ts'

const absencesView = defineView({
  month: inAddress.text(),
  show: inAddress.oneOf(['everyone', 'away'], 'everyone'),
  as: inAddress.oneOf(['calendar', 'list'], 'calendar'),
})

/** Who is away when: a strip by day, or a list. */
export function AbsencesPage() {
  const t = useText(timeText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayEdit = useMay('editAbsences')
  const [view, setView] = useView(absencesView)
  const [opened, setOpened] = useState<Absence | AbsenceStart | null>(null)
  const today = formats.today(Date.now())
  const month = /^\d{4}-\d{2}$/.test(view.month) ? view.month : monthOf(today)
  const agents = useReply(people.listAgents, { params: { centerId } })
  const query = { firstDay: firstOf(month), lastDay: lastOf(month) }
  const reply = useReply(peopleTime.listAbsences, { params: { centerId }, query }, { keepFormer: true })
  const confirmed = (agents.data?.agents ?? []).filter(({ status }) => status === 'confirmed')
  return (
    <Page
      title={t('absences')}
      subtitle={t('absencesHint')}
      actions={
        mayEdit && (
          <Button
            leftSection={<IconPlus size={16} />}
            onClick={() => setOpened({ agentId: null, day: month === monthOf(today) ? today : firstOf(month) })}
          >
            {t('newAbsence')}
          </Button>
        )
      }
      toolbar={
        <Group gap="sm" data-wide>
          <MonthPicker month={month} onChange={(to) => setView({ month: to })} />
          <SegmentedControl
            size="xs"
            aria-label={t('show')}
            value={view.as}
            onChange={(as) => setView({ as })}
            data={(['calendar', 'list'] as const).map((value) => ({ value, label: t(value) }))}
          />
          {view.as === 'calendar' && (
            <SegmentedControl
              size="xs"
              aria-label={t('agent')}
              value={view.show}
              onChange={(show) => setView({ show })}
              data={(['everyone', 'away'] as const).map((value) => ({ value, label: t(value) }))}
            />
          )}
        </Group>
      }
    >
      <Section>
        <Reply reply={agents}>
          {() => (
            <Reply reply={reply}>
              {({ absences }) => (
                <Absences
                  agents={confirmed}
                  absences={absences}
                  month={month}
                  view={view}
                  onOpen={mayEdit ? setOpened : null}
                />
              )}
            </Reply>
          )}
        </Reply>
      </Section>
      {opened !== null && <AbsenceDialog agents={confirmed} absence={opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

interface AbsencesProps {
  readonly agents: readonly Agent[]
  readonly absences: readonly Absence[]
  readonly month: string
  readonly view: { readonly show: 'everyone' | 'away'; readonly as: 'calendar' | 'list' }
  readonly onOpen: ((absence: Absence | AbsenceStart) => void) | null
}

function Absences({ agents, absences, month, view, onOpen }: AbsencesProps) {
  const t = useText(timeText)
  const away = new Set(absences.map(({ agentId }) => agentId))
  if (agents.length === 0) return <EmptyState title={t('noAgents')}>{t('noAgentsHint')}</EmptyState>
  const isEmpty = away.size === 0 && (view.as === 'list' || view.show === 'away')
  if (isEmpty) return <EmptyState title={t('nobodyAway')}>{t('nobodyAwayHint')}</EmptyState>
  if (view.as === 'list') return <AbsenceList agents={agents} absences={absences} onOpen={onOpen} />
  const shown = view.show === 'away' ? agents.filter(({ agentId }) => away.has(agentId)) : agents
  return <AbsenceStrip agents={shown} absences={absences} month={month} onOpen={onOpen} />
}

function AbsenceList({ agents, absences, onOpen }: Pick<AbsencesProps, 'agents' | 'absences' | 'onOpen'>) {
  const t = useText(timeText)
  const formats = useFormats()
  const who = useWho()
  const names = new Map(agents.map(({ agentId, name }) => [agentId, name]))
  const nameOf = (absence: Absence): string => names.get(absence.agentId) ?? '–'
  const columns: ListColumn<Absence>[] = [
    { key: 'agent', title: t('agent'), cell: nameOf },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(kind) },
    {
      key: 'days',
      title: t('days'),
      cell: ({ firstDay, lastDay, fromMinute, toMinute }) =>
        fromMinute === null
          ? `${formats.dateRange(firstDay, lastDay)} (${t('dayCount', { count: dayNumber(lastDay) - dayNumber(firstDay) + 1 })})`
          : `${formats.dateRange(firstDay, lastDay)}, ${formats.clock(fromMinute)}–${formats.clock(toMinute)}`,
    },
    { key: 'note', title: t('note'), cell: ({ note }) => note || '–' },
    { key: 'by', title: t('madeBy'), cell: ({ madeByName, madeAt }) => `${who(madeByName)}, ${formats.date(madeAt)}` },
  ]
  if (onOpen !== null) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (absence) => (
        <ActionIcon aria-label={t('change', { name: nameOf(absence) })} onClick={() => onOpen(absence)}>
          <IconPencil size={16} />
        </ActionIcon>
      ),
    })
  }
  return (
    <ListTable
      label={t('absences')}
      columns={columns}
      rows={absences}
      rowKey={({ absenceId }) => absenceId}
      words={(absence) => `${nameOf(absence)} ${t(absence.kind)} ${absence.note}`}
      empty={<EmptyState title={t('nobodyAway')}>{t('nobodyAwayHint')}</EmptyState>}
    />
  )
}
