import { ActionIcon, Group, Select, SimpleGrid, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'

import { people } from '@pult/contract/people'
import { scheduleHours } from '@pult/contract/schedule-hours'
import { burdens, scheduleReports, type BurdenSpread, type FairnessRow } from '@pult/contract/schedule-reports'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { fairnessText } from './fairness-text.ts'
import { FigureTable, type FigureColumn } from './FigureTable.tsx'
import { FileMenu } from './FileMenu.tsx'
import { myText } from './my-text.ts'
import { SpreadPicture } from './SpreadPicture.tsx'

const fairnessView = defineView({
  year: inAddress.maybeNumber(),
  team: inAddress.maybeNumber(),
  sort: inAddress.text('-nights'),
})

/** Who bore what over a year, and how it is spread. */
export function FairnessPage() {
  const t = useText(fairnessText)
  const mine = useText(myText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [view, setView] = useView(fairnessView)
  const year = view.year ?? Number(formats.today(Date.now()).slice(0, 4))
  const params = { centerId }
  const reply = useReply(
    scheduleReports.readFairness,
    { params, query: { year } },
    { live: ['schedule'], keepFormer: true },
  )
  const teams = useReply(people.listTeams, { params }).data?.teams ?? []
  const isShown = ({ teamId }: FairnessRow): boolean => view.team === null || teamId === view.team
  return (
    <Page
      title={t('fairness')}
      subtitle={t('fairnessHint')}
      breadcrumbs={[
        <Link key="my" to={paths.myShifts(centerId)}>
          {mine('title')}
        </Link>,
      ]}
      actions={
        <FileMenu
          onFile={(file) =>
            download(scheduleHours.exportFairness, {
              params,
              query: { year, sort: view.sort, ...(view.team === null ? {} : { teamId: view.team }), ...file },
            })
          }
        />
      }
      toolbar={
        <Group gap="sm" data-wide>
          <Group gap={4} wrap="nowrap">
            <ActionIcon aria-label={t('earlierYear')} onClick={() => setView({ year: year - 1 })}>
              <IconChevronLeft size={18} />
            </ActionIcon>
            <Text fw={650}>{year}</Text>
            <ActionIcon aria-label={t('laterYear')} onClick={() => setView({ year: year + 1 })}>
              <IconChevronRight size={18} />
            </ActionIcon>
          </Group>
          <Select
            aria-label={t('team')}
            placeholder={t('allTeams')}
            clearable
            w={200}
            data={teams.map(({ teamId, name }) => ({ value: String(teamId), label: name }))}
            value={view.team === null ? null : String(view.team)}
            onChange={(team) => setView({ team: team === null ? null : Number(team) })}
          />
        </Group>
      }
    >
      <Reply reply={reply}>
        {({ rows, spread }) =>
          rows.length === 0 ? (
            <EmptyState title={t('noRows')}>{t('noRowsHint')}</EmptyState>
          ) : (
            <>
              <Section title={t('spread')}>
                <Spread spread={spread} />
              </Section>
              <Section>
                <BurdenTable
                  rows={rows.filter(isShown)}
                  spread={spread}
                  sort={view.sort}
                  onSort={(sort) => setView({ sort })}
                />
              </Section>
            </>
          )
        }
      </Reply>
    </Page>
  )
}

function Spread({ spread }: { readonly spread: readonly BurdenSpread[] }) {
  const t = useText(fairnessText)
  const formats = useFormats()
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('spreadHint')} {t('gini')}: {t('giniHint')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="lg">
        {spread.map((one) => (
          <div key={one.burden}>
            <Group justify="space-between">
              <Text size="sm" fw={600}>
                {t(one.burden)}
              </Text>
              <Text size="xs" c="dimmed">
                {t('gini')} {formats.number(one.gini, 2)}
              </Text>
            </Group>
            <SpreadPicture spread={one} />
          </div>
        ))}
      </SimpleGrid>
    </>
  )
}

interface BurdenTableProps {
  readonly rows: readonly FairnessRow[]
  readonly spread: readonly BurdenSpread[]
  readonly sort: string
  readonly onSort: (sort: string) => void
}

/** The one who bears the most is written strong. */
function BurdenTable({ rows, spread, sort, onSort }: BurdenTableProps) {
  const t = useText(fairnessText)
  const formats = useFormats()
  const columns: FigureColumn<FairnessRow>[] = [
    { key: 'agent', title: t('agent'), valueOf: ({ name }) => name, say: ({ name }) => name },
    {
      key: 'shifts',
      title: t('shifts'),
      valueOf: ({ shifts }) => shifts,
      say: ({ shifts }) => formats.number(shifts),
    },
    ...burdens.map((burden): FigureColumn<FairnessRow> => {
      const found = spread.find((one) => one.burden === burden)
      return {
        key: burden,
        title: t(burden),
        valueOf: (row) => row[burden],
        say: (row) => {
          const isMost = row[burden] > 0 && row[burden] === found?.most && found.most > found.least
          return (
            <Text span size="sm" fw={isMost ? 700 : 400}>
              {formats.number(row[burden])}
            </Text>
          )
        },
      }
    }),
  ]
  return (
    <FigureTable
      label={t('fairness')}
      columns={columns}
      rows={rows}
      rowKey={({ agentId }) => agentId}
      sort={sort}
      onSort={onSort}
    />
  )
}
