import { Alert, Stack, Table, Text } from '@mantine/core'

import { center } from '@pult/contract/center'
import { skillParts, type SkillNeed, type SkillNeedResult } from '@pult/contract/staffing-skills'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { Cards } from '../ui/Cards.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { NumberCard } from '../ui/NumberCard.tsx'
import { Section } from '../ui/Page.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { cellsOf } from './skill-levels.ts'
import { AgentsMapBySkill, LevelsMap } from './SkillMaps.tsx'
import { SkillQueues } from './SkillQueues.tsx'
import { skillsText } from './skills-text.ts'
import { staffingText } from './staffing-text.ts'
import { wantedParts } from './target-words.ts'

interface FoundProps {
  readonly need: SkillNeed
  readonly result: SkillNeedResult
}

/** What a search found: agents by group, and how each queue keeps its target on other days. */
export function FoundSkills({ need: { draft }, result }: FoundProps) {
  const t = useText(skillsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } })
  const names = new Map((queues.data?.queues ?? []).map(({ queueId, name }) => [queueId, name]))
  const nameOf = (ids: readonly number[]): string => ids.map((id) => names.get(id) ?? String(id)).join(', ')
  const cells = cellsOf(result)
  const missed = cells.filter((cell) => cell.isMissed)
  const parts = skillParts.filter((part) => cells.some((cell) => cell.part === part))
  return (
    <Stack gap="md">
      <Unreachable result={result} nameOf={nameOf} />
      {missed.length > 0 && (
        <Alert color="brass">
          {t('missed', {
            cells: [
              ...missed
                .slice(0, 6)
                .map(
                  ({ queueId, at, part, level }) =>
                    `${nameOf([queueId])} ${formats.time(at)} (${part === 'asa' ? formats.duration(level) : formats.percent(level, 0)})`,
                ),
              ...(missed.length > 6 ? [t('missedMore', { count: missed.length - 6 })] : []),
            ].join(', '),
          })}{' '}
          {draft.isBounded && t('missedBounded')}
        </Alert>
      )}
      {result.leftOut.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('leftOut', { queues: nameOf(result.leftOut) })}
        </Text>
      )}
      <Cards>
        <NumberCard label={t('hours')} value={formats.number(result.agentHours, 0)} />
        <NumberCard label={t('rosterHours')} value={formats.number(result.rosterHours, 0)} />
        <NumberCard label={t('cells')} value={t('ofCells', { met: cells.length - missed.length, all: cells.length })} />
      </Cards>
      <Text size="sm" c="dimmed">
        {t('routedBy', { routing: t(`routing_${draft.routing}`), choice: t(`choice_${draft.agentChoice}`) })}{' '}
        {t(result.shrinkage > 0 ? 'posts' : 'postsOnly', { share: formats.percent(result.shrinkage, 1) })}{' '}
        {t('callsOnly')}
      </Text>
      <Section title={t('agentsMap')}>
        <AgentsMapBySkill label={t('agentsMap')} result={result} nameOf={nameOf} />
        <Groups result={result} nameOf={nameOf} />
      </Section>
      <Section title={t('queueTargets', { days: result.verifiedDays })}>
        <SkillQueues result={result} nameOf={nameOf} />
        <Text size="sm" c="dimmed">
          {t('queueTargetsHint')}
        </Text>
      </Section>
      {parts.map((part) => (
        <Section key={part} title={t(`map_${part}`)}>
          <LevelsMap label={t(`map_${part}`)} result={result} nameOf={nameOf} part={part} />
        </Section>
      ))}
    </Stack>
  )
}

/** Parts of targets that no number of agents keeps: they were left out of the search. */
function Unreachable({ result, nameOf }: GroupsProps) {
  const t = useText(skillsText)
  const words = useText(staffingText)
  const formats = useFormats()
  const never = result.queues.flatMap(({ queueId, target, parts }) => {
    const none = parts.filter(({ cells }) => cells.length === 0).map(({ part }) => part)
    if (none.length === 0) return []
    return [`${nameOf([queueId])} — ${wantedParts(none, { ...target, deadlineMinutes: null }, words, formats)}`]
  })
  return never.length > 0 && <Alert color="brick">{t('unreachable', { parts: never.join('; ') })}</Alert>
}

/** Of numbers by half-hour. */
const hoursOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / 2

interface GroupsProps {
  readonly result: SkillNeedResult
  readonly nameOf: (queueIds: readonly number[]) => string
}

function Groups({ result, nameOf }: GroupsProps) {
  const t = useText(skillsText)
  const formats = useFormats()
  return (
    <ScrollTable minWidth={640}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('group')}</Table.Th>
            {(['peak', 'people', 'hours', 'rosterHours', 'occupancy'] as const).map((name) => (
              <Table.Th key={name} ta="right">
                {t(name)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {result.groups.map(({ groupId, queueIds, agents, scheduled, people, occupancy }) => (
            <Table.Tr key={groupId}>
              <Table.Td>{nameOf(queueIds)}</Table.Td>
              <Table.Td ta="right">{formats.number(Math.max(0, ...agents))}</Table.Td>
              <Table.Td ta="right">{formats.number(people)}</Table.Td>
              <Table.Td ta="right">{formats.number(hoursOf(agents), 1)}</Table.Td>
              <Table.Td ta="right">{formats.number(hoursOf(scheduled), 1)}</Table.Td>
              <Table.Td ta="right">{formats.percent(occupancy, 0)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
