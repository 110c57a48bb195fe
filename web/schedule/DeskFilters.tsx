import { Group, Select, TextInput } from '@mantine/core'
import { IconFilter, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { center } from '@pult/contract/center'
import { people } from '@pult/contract/people'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { Folded } from '../ui/Folded.tsx'
import { useText } from '../ui/language.tsx'
import { deskText } from './desk-text.ts'
import type { DeskProps } from './desk-props.ts'

interface DeskFiltersProps extends Pick<DeskProps, 'view' | 'setView'> {
  /** What is done with the agents shown. */
  readonly children?: ReactNode
}

/** Which agents are shown: by name, team and queue. */
export function DeskFilters({ view, setView, children }: DeskFiltersProps) {
  const t = useText(deskText)
  const { centerId } = useCenter()
  const params = { centerId }
  const teams = useReply(people.listTeams, { params }).data?.teams ?? []
  const queues = useReply(center.listQueues, { params }).data?.queues ?? []
  const chosen = [view.name !== '', view.team !== null, view.queue !== null].filter(Boolean).length
  return (
    <Group gap="sm" mb="sm" className="no-print">
      <Folded
        label={chosen === 0 ? t('filters') : t('filtersChosen', { count: chosen })}
        icon={<IconFilter size={16} />}
      >
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
        {children}
      </Folded>
    </Group>
  )
}
