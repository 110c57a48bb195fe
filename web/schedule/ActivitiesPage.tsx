import { ActionIcon, Button, SegmentedControl, Text } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { people, type Agent } from '@pult/contract/people'
import { scheduleSettings, type Activity } from '@pult/contract/schedule-settings'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { activityText } from './activity-text.ts'
import { ActivityDialog } from './ActivityDialog.tsx'

const activitiesView = defineView({ show: inAddress.oneOf(['ahead', 'all'], 'ahead') })

/** Meetings and trainings that rosters are to place. */
export function ActivitiesPage() {
  const t = useText(activityText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayEdit = useMay('editSchedule')
  const [view, setView] = useView(activitiesView)
  const [opened, setOpened] = useState<Activity | 'new' | null>(null)
  const today = formats.today(Date.now())
  const reply = useReply(scheduleSettings.listActivities, { params: { centerId } })
  const agents = useReply(people.listAgents, { params: { centerId } }).data?.agents ?? []
  return (
    <Page
      title={t('activities')}
      subtitle={t('activitiesHint')}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
            {t('newActivity')}
          </Button>
        )
      }
      toolbar={
        <SegmentedControl
          size="xs"
          aria-label={t('show')}
          value={view.show}
          onChange={(show) => setView({ show })}
          data={(['ahead', 'all'] as const).map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      <Section>
        <Reply reply={reply}>
          {({ activities }) => (
            <ActivityList
              activities={activities.filter(({ lastDay }) => view.show === 'all' || lastDay >= today)}
              hasPast={activities.length > 0}
              agents={agents}
              onOpen={mayEdit ? setOpened : null}
            />
          )}
        </Reply>
      </Section>
      {opened !== null && (
        <ActivityDialog
          activity={opened === 'new' ? null : opened}
          agents={agents.filter(({ status }) => status === 'confirmed')}
          today={today}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  )
}

interface ActivityListProps {
  readonly activities: readonly Activity[]
  readonly hasPast: boolean
  readonly agents: readonly Agent[]
  readonly onOpen: ((activity: Activity) => void) | null
}

const NAMES_SHOWN = 4

function ActivityList({ activities, hasPast, agents, onOpen }: ActivityListProps) {
  const t = useText(activityText)
  const formats = useFormats()
  const names = new Map(agents.map(({ agentId, name }) => [agentId, name]))
  const namesOf = ({ agentIds }: Activity): string[] => agentIds.flatMap((agentId) => names.get(agentId) ?? [])
  const columns: ListColumn<Activity>[] = [
    {
      key: 'name',
      title: t('name'),
      cell: ({ name, kind }) => (
        <>
          {name}{' '}
          <Text span size="xs" c="dimmed">
            {t(kind)}
          </Text>
        </>
      ),
    },
    { key: 'length', title: t('length'), cell: ({ minutes }) => t('minutesOf', { minutes }) },
    {
      key: 'within',
      title: t('within'),
      cell: ({ firstDay, lastDay, fromMinute, toMinute }) =>
        firstDay === lastDay
          ? `${formats.dateRange(firstDay, lastDay)}, ${formats.clock(fromMinute)}–${formats.clock(toMinute)}`
          : `${formats.longDate(firstDay)}, ${formats.clock(fromMinute)} – ${formats.longDate(lastDay)}, ${formats.clock(toMinute)}`,
    },
    {
      key: 'who',
      title: t('who'),
      cell: (activity) => {
        const all = namesOf(activity)
        const more = all.length - NAMES_SHOWN
        return (
          <>
            {all.slice(0, NAMES_SHOWN).join(', ')} {more > 0 && t('andMore', { count: more })}
            <Text size="xs" c="dimmed">
              {t('people', { count: activity.agentIds.length })}, {t(activity.isTogether ? 'isTogether' : 'isApart')}
            </Text>
          </>
        )
      },
    },
  ]
  if (onOpen !== null) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (activity) => (
        <ActionIcon aria-label={t('change', { name: activity.name })} onClick={() => onOpen(activity)}>
          <IconPencil size={16} />
        </ActionIcon>
      ),
    })
  }
  return (
    <ListTable
      label={t('activities')}
      columns={columns}
      rows={activities}
      rowKey={({ activityId }) => activityId}
      words={(activity) => `${activity.name} ${t(activity.kind)} ${namesOf(activity).join(' ')}`}
      empty={
        hasPast ? (
          <EmptyState title={t('nothingAhead')}>{t('nothingAheadHint')}</EmptyState>
        ) : (
          <EmptyState title={t('noActivities')}>{t('noActivitiesHint')}</EmptyState>
        )
      }
    />
  )
}
