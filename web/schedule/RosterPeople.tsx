import { Alert, MultiSelect, SimpleGrid, Text } from '@mantine/core'

import { people, type Agent } from '@pult/contract/people'
import { scheduleSettings } from '@pult/contract/schedule-settings'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { chosenAgents, type Chosen } from './chosen-agents.ts'
import { scheduleText } from './schedule-text.ts'

interface RosterPeopleProps {
  readonly chosen: Chosen
  readonly onChange: (chosen: Chosen) => void
  /** Of which templates it is made; empty: of all. */
  readonly templateIds: readonly number[]
  readonly onTemplates: (templateIds: readonly number[]) => void
}

/** Confirmed agents of the centre; none while they are not known yet. */
export function useConfirmed(): readonly Agent[] {
  const { centerId } = useCenter()
  const { data } = useReply(people.listAgents, { params: { centerId } })
  return (data?.agents ?? []).filter(({ status }) => status === 'confirmed')
}

/** Who is to be on the roster – whole teams, single agents, everybody – and of which shifts it is made. */
export function RosterPeople({ chosen, onChange, templateIds, onTemplates }: RosterPeopleProps) {
  const t = useText(scheduleText)
  const { centerId } = useCenter()
  const agents = useConfirmed()
  const teams = useReply(people.listTeams, { params: { centerId } }).data?.teams ?? []
  const templates = useReply(scheduleSettings.listShiftTemplates, { params: { centerId } }).data?.templates
  const used = templates?.filter((one) => !one.isArchived && one.agents > 0)
  const count = chosenAgents(agents, chosen)?.length
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <MultiSelect
          label={t('ofTeams')}
          placeholder={chosen.teamIds.length === 0 && chosen.agentIds.length === 0 ? t('everybody') : ''}
          searchable
          clearable
          data={teams.map(({ teamId, name }) => ({ value: String(teamId), label: name }))}
          value={chosen.teamIds.map(String)}
          onChange={(ids) => onChange({ ...chosen, teamIds: ids.map(Number) })}
        />
        <MultiSelect
          label={t('andAgents')}
          searchable
          clearable
          limit={100}
          data={agents.map(({ agentId, name }) => ({ value: String(agentId), label: name }))}
          value={chosen.agentIds.map(String)}
          onChange={(ids) => onChange({ ...chosen, agentIds: ids.map(Number) })}
        />
      </SimpleGrid>
      <Text size="xs" c="dimmed">
        {count === undefined ? t('everybodyHint') : t('chosenCount', { count })}
      </Text>
      {used?.length === 0 ? (
        <Alert color="brass">
          {t('noTemplates')} <Link to={paths.settingsOf(centerId, 'shift-templates')}>{t('toTemplates')}</Link>
        </Alert>
      ) : (
        used !== undefined && (
          <MultiSelect
            label={t('ofTemplates')}
            description={
              <>
                {t('ofTemplatesHint')}{' '}
                <Link to={paths.settingsOf(centerId, 'shift-templates')}>{t('toTemplates')}</Link>
              </>
            }
            placeholder={templateIds.length === 0 ? t('everyTemplate') : ''}
            searchable
            clearable
            data={used.map(({ shiftTemplateId, name }) => ({ value: String(shiftTemplateId), label: name }))}
            value={templateIds.map(String)}
            onChange={(ids) => onTemplates(ids.map(Number))}
          />
        )
      )}
    </>
  )
}
