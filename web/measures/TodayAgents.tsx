import { Badge, Chip, Group, Table, Text } from '@mantine/core'

import { agentStatesNow, type TodayReply } from '@pult/contract/measures-today'

import { Link } from '../platform/Link.tsx'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { measuresText } from './measures-text.ts'
import { useTodayLeads } from './today-leads.ts'
import classes from './measures.module.css'

const stateColors = {
  talking: 'pine',
  acw: 'pine',
  ringing: 'brass',
  available: 'gray',
  pause: 'brass',
  training: 'gray',
  offQueue: 'gray',
} as const

/** Whose doings are listed. */
const todayView = defineView({ doing: inAddress.oneOf(['all', ...agentStatesNow], 'all') })

/** Who is signed in and what they do now, all or of one state. */
export function TodayAgents({ today }: { readonly today: TodayReply }) {
  const t = useText(measuresText)
  const lead = useTodayLeads(today)
  const [{ doing }, set] = useView(todayView)
  const counted = agentStatesNow
    .map((state) => ({ state, count: today.agents.filter((agent) => agent.state === state).length }))
    .filter(({ state, count }) => count > 0 || state === doing)
  const shown = today.agents.filter((agent) => doing === 'all' || agent.state === doing)
  return (
    <div id="agents" className={classes['anchor']}>
      <Section
        title={t('agents')}
        actions={
          today.agents.length > 0 && (
            <Group gap="md">
              <Link to={lead.agentTime}>{t('agentTime')}</Link>
              <Link to={lead.pauses}>{t('agentPauses')}</Link>
            </Group>
          )
        }
      >
        {today.agents.length === 0 ? (
          <Text c="dimmed">{t('noAgents')}</Text>
        ) : (
          <>
            <Chip.Group value={doing} onChange={(value) => set({ doing: todayView.fields.doing.read(value) ?? 'all' })}>
              <Group gap={6} mb="xs" className="no-print">
                <Chip size="xs" value="all">
                  {t('everyone')} {today.agents.length}
                </Chip>
                {counted.map(({ state, count }) => (
                  <Chip key={state} size="xs" value={state}>
                    {t(state)} {count}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
            {shown.length === 0 ? <Text c="dimmed">{t('nobodyDoes')}</Text> : <List agents={shown} asOf={today.asOf} />}
          </>
        )}
      </Section>
    </div>
  )
}

function List({ agents, asOf }: Pick<TodayReply, 'agents' | 'asOf'>) {
  const t = useText(measuresText)
  const formats = useFormats()
  const now = Date.parse(asOf)
  return (
    <div className={classes['agents']}>
      <Table verticalSpacing={4} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('agent')}</Table.Th>
            <Table.Th>{t('doing')}</Table.Th>
            <Table.Th ta="end">{t('since')}</Table.Th>
            <Table.Th ta="end">{t('answeredToday')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {agents.map((agent) => (
            <Table.Tr key={agent.agentId}>
              <Table.Td>{agent.name}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={stateColors[agent.state]} tt="none" fw={550} className={classes['state']}>
                  {agent.reason ?? t(agent.state)}
                </Badge>
              </Table.Td>
              <Table.Td ta="end">{formats.duration((now - Date.parse(agent.since)) / 1000)}</Table.Td>
              <Table.Td ta="end">{formats.number(agent.answeredToday)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}

/** What most of them do, each leading to those who do it. */
export function StateLine({ today }: { readonly today: TodayReply }) {
  const t = useText(measuresText)
  const [, set] = useView(todayView)
  const told = today.agentsByState.filter(
    (state) =>
      state.agents > 0 && (state.state === 'talking' || state.state === 'available' || state.state === 'pause'),
  )
  return (
    <Group gap="0 10px">
      {told.map(({ state, agents }) => (
        <button
          key={state}
          type="button"
          className={classes['stateLink']}
          onClick={() => {
            set({ doing: state })
            document.querySelector('#agents')?.scrollIntoView({ block: 'start' })
          }}
        >
          {t(state).toLowerCase()}&nbsp;{agents}
        </button>
      ))}
    </Group>
  )
}
