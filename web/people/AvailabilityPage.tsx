import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { people, type Agent } from '@pult/contract/people'
import { peopleTime, type Availability } from '@pult/contract/people-time'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { DayBar, type DayPiece } from '../ui/DayBar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { AvailabilityDialog, availabilityNames } from './AvailabilityDialog.tsx'
import { timeText } from './time-text.ts'

/** When people can and cannot work, week by week. */
export function AvailabilityPage() {
  const t = useText(timeText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editAbsences')
  const [opened, setOpened] = useState<Availability | 'new' | null>(null)
  const agents = useReply(people.listAgents, { params: { centerId } })
  const reply = useReply(peopleTime.listAvailability, { params: { centerId }, query: {} })
  const confirmed = (agents.data?.agents ?? []).filter(({ status }) => status === 'confirmed')
  return (
    <Page
      title={t('availability')}
      subtitle={t('availabilityHint')}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
            {t('newStretch')}
          </Button>
        )
      }
    >
      <Section>
        <Reply reply={agents}>
          {() => (
            <Reply reply={reply}>
              {({ availability }) => (
                <Stretches agents={confirmed} stretches={availability} onOpen={mayEdit ? setOpened : null} />
              )}
            </Reply>
          )}
        </Reply>
      </Section>
      {opened !== null && (
        <AvailabilityDialog
          agents={confirmed}
          stretch={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  )
}

interface StretchesProps {
  readonly agents: readonly Agent[]
  readonly stretches: readonly Availability[]
  readonly onOpen: ((stretch: Availability) => void) | null
}

function Stretches({ agents, stretches, onOpen }: StretchesProps) {
  const t = useText(timeText)
  const formats = useFormats()
  const names = new Map(agents.map(({ agentId, name }) => [agentId, name]))
  const nameOf = ({ agentId }: Availability): string => names.get(agentId) ?? '–'
  const timeOf = ({ fromMinute, toMinute }: Availability): string =>
    `${formats.clock(fromMinute)}–${formats.clock(toMinute)}`
  const columns: ListColumn<Availability>[] = [
    { key: 'agent', title: t('agent'), cell: nameOf },
    { key: 'kind', title: t('kind'), cell: ({ kind }) => t(availabilityNames[kind]) },
    {
      key: 'weekdays',
      title: t('weekdays'),
      cell: ({ weekdays }) => weekdays.map((day) => formats.weekday(day)).join(', '),
    },
    { key: 'time', title: t('time'), cell: timeOf },
    {
      key: 'bar',
      title: '',
      cell: (stretch) => <DayBar label={timeOf(stretch)} pieces={piecesOf(stretch)} hours={24} />,
    },
    {
      key: 'holds',
      title: t('holds'),
      cell: ({ from, to }) =>
        to === null ? t('since', { from: formats.date(from) }) : `${formats.date(from)} – ${formats.date(to)}`,
    },
    { key: 'note', title: t('note'), cell: ({ note }) => note || '–' },
  ]
  if (onOpen !== null) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (stretch) => (
        <ActionIcon aria-label={t('change', { name: nameOf(stretch) })} onClick={() => onOpen(stretch)}>
          <IconPencil size={16} />
        </ActionIcon>
      ),
    })
  }
  return (
    <ListTable
      label={t('availability')}
      columns={columns}
      rows={stretches}
      rowKey={({ availabilityId }) => availabilityId}
      words={(stretch) => `${nameOf(stretch)} ${t(availabilityNames[stretch.kind])} ${stretch.note}`}
      empty={<EmptyState title={t('noAvailability')}>{t('noAvailabilityHint')}</EmptyState>}
    />
  )
}

/** One that goes over midnight stands at both ends of the day. */
function piecesOf({ kind, fromMinute, toMinute }: Availability): DayPiece[] {
  const look = kind === 'available' ? 'work' : 'maybe'
  if (fromMinute < toMinute) return [{ from: fromMinute, to: toMinute, look }]
  return [
    { from: 0, to: toMinute, look },
    { from: fromMinute, to: 1440, look },
  ]
}
