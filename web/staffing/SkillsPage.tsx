import { Alert, Button, Menu, Select, Stack, Table, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'

import { center } from '@pult/contract/center'
import { staffingSkills, type SkillNeed, type SkillNeedResult } from '@pult/contract/staffing-skills'

import { useCenter, useMay } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply, useWordsOf } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { Cards } from '../ui/Cards.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { NumberCard } from '../ui/NumberCard.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { ProgressPanel } from '../ui/ProgressPanel.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { tell } from '../ui/tell.ts'
import { useWho } from '../ui/who.ts'
import { NewSkillNeedDialog } from './NewSkillNeedDialog.tsx'
import { AgentsMapBySkill, LevelsMap } from './SkillMaps.tsx'
import { skillsText } from './skills-text.ts'
import { skillsView } from './staffing-view.ts'

const LIVE = ['skillNeed']

/** How many agents of each skill group are needed: searched, verified, handed on. */
export function SkillsPage() {
  const t = useText(skillsText)
  const who = useWho()
  const formats = useFormats()
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(skillsView)
  const [isMaking, setMaking] = useState(false)
  const list = useReply(staffingSkills.listSkillNeeds, { params: { centerId } }, { live: LIVE })
  const needs = list.data?.skillNeeds ?? []
  const chosen = needs.find(({ skillNeedId }) => skillNeedId === view.search) ?? needs[0]
  const mayEdit = useMay('editStaffing')
  const make = mayEdit && <Button onClick={() => setMaking(true)}>{t('count')}</Button>
  return (
    <Page
      title={t('skills')}
      subtitle={
        chosen === undefined
          ? t('hint')
          : t('by', { name: who(chosen.madeByName), when: formats.dateTime(chosen.madeAt) })
      }
      printHeader={centerName}
      actions={
        <>
          <Button variant="default" component={Link} to={paths.staffing(centerId)}>
            {t('toQueues')}
          </Button>
          {make}
        </>
      }
      toolbar={
        chosen !== undefined && (
          <>
            <Select
              aria-label={t('chosen')}
              w={280}
              allowDeselect={false}
              value={String(chosen.skillNeedId)}
              onChange={(value) => setView({ search: Number(value) })}
              data={needs.map(({ skillNeedId, draft }) => ({ value: String(skillNeedId), label: draft.name }))}
            />
            {chosen.result !== null && <Export skillNeedId={chosen.skillNeedId} />}
            {mayEdit && <Remove skillNeedId={chosen.skillNeedId} />}
          </>
        )
      }
    >
      <Reply reply={list}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={t('none')} actions={make}>
              {t('noneHint')}
            </EmptyState>
          ) : (
            <Found need={chosen} />
          )
        }
      </Reply>
      {isMaking && <NewSkillNeedDialog onClose={() => setMaking(false)} onMade={(search) => setView({ search })} />}
    </Page>
  )
}

function Found({ need }: { readonly need: SkillNeed }) {
  const t = useText(skillsText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editStaffing')
  const remove = useAct(staffingSkills.deleteSkillNeed, { touches: [staffingSkills.listSkillNeeds] })
  const { status, problem, progress, draft, result, skillNeedId } = need
  if (status === 'failed')
    return (
      <Alert color="brick" title={t('failed')}>
        {t(problem === 'noLoad' || problem === 'noAgents' ? `failed_${problem}` : 'failed_broken')}
      </Alert>
    )
  if (result !== null) return <Result need={need} result={result} />
  return (
    <ProgressPanel
      title={t('searching', { name: draft.name })}
      fraction={progress}
      detail={t('searchingHint')}
      {...(mayEdit ? { onCancel: () => remove.mutate({ params: { centerId, skillNeedId } }) } : {})}
    />
  )
}

function Result({ need: { draft }, result }: { readonly need: SkillNeed; readonly result: SkillNeedResult }) {
  const t = useText(skillsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } })
  const names = new Map((queues.data?.queues ?? []).map(({ queueId, name }) => [queueId, name]))
  const nameOf = (ids: readonly number[]): string => ids.map((id) => names.get(id) ?? String(id)).join(', ')
  const cells = result.queues.flatMap(({ queueId, cells: ofQueue }) =>
    ofQueue.flatMap(({ level, halfWidth }, place) =>
      level === null ? [] : [{ queueId, level, halfWidth: halfWidth ?? 0, at: result.intervals[place] ?? '' }],
    ),
  )
  const missed = cells.filter(({ level }) => level < draft.targetLevel)
  const width = cells.toSorted((left, right) => left.halfWidth - right.halfWidth)[Math.floor(cells.length / 2)]
  return (
    <Stack gap="md">
      {missed.length > 0 && (
        <Alert color="brass">
          {t('missed', {
            cells: [
              ...missed
                .slice(0, 6)
                .map(
                  ({ queueId, at, level }) => `${nameOf([queueId])} ${formats.time(at)} (${formats.percent(level, 0)})`,
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
        {t(result.shrinkage > 0 ? 'posts' : 'postsOnly', { share: formats.percent(result.shrinkage, 1) })}{' '}
        {t('callsOnly')}
      </Text>
      <Section title={t('agentsMap')}>
        <AgentsMapBySkill label={t('agentsMap')} result={result} nameOf={nameOf} />
        <Groups result={result} nameOf={nameOf} />
      </Section>
      <Section title={t('levelMap', { days: result.verifiedDays })}>
        <LevelsMap
          label={t('levelMap', { days: result.verifiedDays })}
          result={result}
          nameOf={nameOf}
          target={draft.targetLevel}
        />
        <Text size="sm" c="dimmed">
          {t('levelHint', {
            target: formats.percent(draft.targetLevel, 0),
            width: formats.percent(width?.halfWidth ?? 0, 1),
          })}
        </Text>
      </Section>
    </Stack>
  )
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

function Remove({ skillNeedId }: { readonly skillNeedId: number }) {
  const t = useText(skillsText)
  const { centerId } = useCenter()
  const remove = useAct(staffingSkills.deleteSkillNeed, { touches: [staffingSkills.listSkillNeeds] })
  return (
    <ConfirmAct
      title={t('removeTitle')}
      act={t('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, skillNeedId } })}
      trigger={(open) => (
        <Button variant="subtle" color="gray" onClick={open}>
          {t('remove')}
        </Button>
      )}
    >
      {t('removeHint')}
    </ConfirmAct>
  )
}

function Export({ skillNeedId }: { readonly skillNeedId: number }) {
  const language = useLanguage()
  const words = useWordsOf()
  const { centerId } = useCenter()
  const keep = (format: 'xlsx' | 'csv'): void => {
    download(staffingSkills.exportSkillNeed, {
      params: { centerId, skillNeedId },
      query: { format, language },
    }).catch((error: unknown) => tell({ kind: 'bad', words: words(error) }))
  }
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          XLSX / CSV
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => keep('xlsx')}>XLSX</Menu.Item>
        <Menu.Item onClick={() => keep('csv')}>CSV</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
