import { ActionIcon, Badge, Button, Checkbox, Group, SegmentedControl, Text } from '@mantine/core'
import { IconPencil, IconPlus, IconUserShield } from '@tabler/icons-react'

import { center } from '@pult/contract/center'
import type { Agent, Team } from '@pult/contract/people'
import type { Agreement } from '@pult/contract/people-agreements'

import { useCenter, useMay } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { agreementText } from './agreement-text.ts'
import { holdsOn, standing } from './agreement-terms.ts'
import { TermsWords } from './TermsWords.tsx'

const shows = ['now', 'without', 'all'] as const
export const agreementsView = defineView({
  tab: inAddress.oneOf(['agents', 'templates'], 'agents'),
  show: inAddress.oneOf(shows, 'now'),
})

/** An agent with one of her agreements, or with none. */
export interface AgreementRow {
  readonly agent: Agent
  readonly agreement: Agreement | undefined
}

interface AgreementListProps {
  readonly agents: readonly Agent[]
  readonly agreements: readonly Agreement[]
  readonly teams: readonly Team[]
  readonly picked: readonly number[]
  readonly onPick: (agentIds: readonly number[]) => void
  readonly onApply: () => void
  readonly onOpen: (row: AgreementRow) => void
  readonly onAdd: (row: AgreementRow) => void
  readonly onFacts: (agent: Agent) => void
}

/** Agents with their agreements; who has none stands out. */
export function AgreementList(props: AgreementListProps) {
  const { agents, agreements, teams, picked, onPick } = props
  const t = useText(agreementText)
  const formats = useFormats()
  const mayEdit = useMay('editAgreements')
  const [view, setView] = useView(agreementsView)
  const today = formats.today(Date.now())
  const teamNames = new Map(teams.map((team) => [team.teamId, team.name]))
  const without = agents.filter(({ agentId }) => holdsOn(agreements, agentId, today) === undefined)
  const rows = rowsOf(agents, agreements, view.show, today)
  const columns = useColumns(props, teamNames, today)
  return (
    <>
      {mayEdit && (
        <PickBar
          without={without.map(({ agentId }) => agentId)}
          picked={picked}
          onPick={onPick}
          onApply={props.onApply}
        />
      )}
      <ListTable
        label={t('agreements')}
        columns={columns}
        rows={rows}
        rowKey={({ agent, agreement }) => `${agent.agentId}-${agreement?.agreementId ?? 0}`}
        words={({ agent }) => `${agent.name} ${teamNames.get(agent.teamId ?? 0) ?? ''}`}
        {...(agents.length === 0
          ? {}
          : {
              filters: (
                <SegmentedControl
                  size="xs"
                  aria-label={t('show')}
                  value={view.show}
                  onChange={(show) => setView({ show })}
                  data={shows.map((value) => ({ value, label: t(value) }))}
                />
              ),
            })}
        empty={
          agents.length === 0 ? (
            <EmptyState title={t('noAgents')}>{t('noAgentsHint')}</EmptyState>
          ) : (
            <EmptyState title={t('everyoneHas')} />
          )
        }
      />
    </>
  )
}

function rowsOf(
  agents: readonly Agent[],
  agreements: readonly Agreement[],
  show: (typeof shows)[number],
  today: string,
): AgreementRow[] {
  return agents.flatMap((agent) => {
    const now = holdsOn(agreements, agent.agentId, today)
    if (show === 'without') return now === undefined ? [{ agent, agreement: undefined }] : []
    if (show === 'now') return [{ agent, agreement: now }]
    const own = agreements.filter(({ agentId }) => agentId === agent.agentId)
    return own.length === 0 ? [{ agent, agreement: undefined }] : own.map((agreement) => ({ agent, agreement }))
  })
}

function useColumns(
  { picked, onPick, onOpen, onAdd, onFacts }: AgreementListProps,
  teamNames: ReadonlyMap<number, string>,
  today: string,
): ListColumn<AgreementRow>[] {
  const t = useText(agreementText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayEdit = useMay('editAgreements')
  const maySeePay = useMay('readPersonalData')
  const currency = useReply(center.readCenter, { params: { centerId } }).data?.currency ?? 'RUB'
  const quiet = (words: string) => (
    <Text span size="sm" c="dimmed">
      {words}
    </Text>
  )
  const columns: ListColumn<AgreementRow>[] = [
    {
      key: 'agent',
      title: t('agent'),
      cell: ({ agent: { agentId, name } }) => (
        <Group gap={8} wrap="nowrap">
          {mayEdit && (
            <Checkbox
              size="xs"
              aria-label={t('pick', { name })}
              checked={picked.includes(agentId)}
              onChange={(event) =>
                onPick(event.currentTarget.checked ? [...picked, agentId] : picked.filter((one) => one !== agentId))
              }
            />
          )}
          <span>{name}</span>
        </Group>
      ),
    },
    { key: 'team', title: t('team'), cell: ({ agent }) => teamNames.get(agent.teamId ?? 0) ?? quiet(t('noTeam')) },
    {
      key: 'terms',
      title: t('terms'),
      cell: ({ agreement }) =>
        agreement === undefined ? <NoAgreement words={t('none')} /> : <TermsWords terms={agreement} />,
    },
    {
      key: 'law',
      title: t('jurisdiction'),
      cell: ({ agreement }) => <Whole>{agreement === undefined ? '–' : t(agreement.jurisdiction)}</Whole>,
    },
    {
      key: 'days',
      title: t('days'),
      cell: ({ agreement }) => {
        if (agreement === undefined) return quiet('–')
        const { from, to } = agreement
        const stands = standing(agreement, today)
        return (
          <>
            <Whole>
              {to === null ? t('open', { from: formats.date(from) }) : `${formats.date(from)} – ${formats.date(to)}`}
            </Whole>
            {stands !== 'now' && (
              <Text size="xs" c="dimmed">
                {t(stands)}
              </Text>
            )}
          </>
        )
      },
    },
  ]
  if (maySeePay) {
    columns.push({
      key: 'cost',
      title: t('cost'),
      isNumber: true,
      cell: ({ agreement }) => {
        const cost = agreement?.costPerHour ?? null
        return cost === null ? quiet('–') : formats.money(Math.round(cost * 100), currency)
      },
    })
  }
  if (mayEdit) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (row) => (
        <Group gap={4} justify="flex-end" wrap="nowrap" display="inline-flex">
          <ActionIcon aria-label={t('facts', { name: row.agent.name })} onClick={() => onFacts(row.agent)}>
            <IconUserShield size={16} />
          </ActionIcon>
          <ActionIcon aria-label={t('add', { name: row.agent.name })} onClick={() => onAdd(row)}>
            <IconPlus size={16} />
          </ActionIcon>
          {row.agreement !== undefined && (
            <ActionIcon aria-label={t('change', { name: row.agent.name })} onClick={() => onOpen(row)}>
              <IconPencil size={16} />
            </ActionIcon>
          )}
        </Group>
      ),
    })
  }
  return columns
}

/** Stays on one line. */
const Whole = ({ children }: { readonly children: string }) => <span style={{ whiteSpace: 'nowrap' }}>{children}</span>

const NoAgreement = ({ words }: { readonly words: string }) => (
  <Badge color="brass" variant="light" radius="sm" tt="none">
    {words}
  </Badge>
)

interface PickBarProps {
  readonly without: readonly number[]
  readonly picked: readonly number[]
  readonly onPick: (agentIds: readonly number[]) => void
  readonly onApply: () => void
}

/** How many have no agreement, and one act for all who are picked. */
function PickBar({ without, picked, onPick, onApply }: PickBarProps) {
  const t = useText(agreementText)
  if (without.length === 0 && picked.length === 0) return null
  return (
    <Group gap="sm" mb="sm" px="sm" py={6} bg="var(--pult-selected)" style={{ borderRadius: 6 }} className="no-print">
      {without.length > 0 && (
        <Text size="sm">
          {t('withoutCount', { count: without.length })}. {t('noneHint')}
        </Text>
      )}
      {without.length > 0 && picked.length === 0 && (
        <Button size="compact-sm" variant="default" onClick={() => onPick(without)}>
          {t('pickWithout')}
        </Button>
      )}
      {picked.length > 0 && (
        <>
          <Text size="sm">{t('chosen', { count: picked.length })}</Text>
          <Button size="compact-sm" onClick={onApply}>
            {t('applyTo', { count: picked.length })}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onPick([])}>
            {t('unpick')}
          </Button>
        </>
      )}
    </Group>
  )
}
