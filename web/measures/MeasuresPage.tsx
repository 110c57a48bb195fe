import { Alert, Button, Group, NumberInput, Select, Tabs, Text } from '@mantine/core'
import { IconPrinter, IconScale } from '@tabler/icons-react'
import { useMemo } from 'react'

import { center as centerRoutes } from '@pult/contract/center'
import { comparisons, type MeasureReply, measures } from '@pult/contract/measures'
import { noteRoutes } from '@pult/contract/measures-notes'
import { people } from '@pult/contract/people'
import { channels } from '@pult/engine/contacts'

import { useCenter, useMay } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { ExportMenu } from '../platform/ExportMenu.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { MultiPick } from '../ui/MultiPick.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { daysOf } from '../ui/period.ts'
import { PeriodPicker } from '../ui/PeriodPicker.tsx'
import { CurvePanel } from './CurvePanel.tsx'
import { HeatMap } from './HeatMap.tsx'
import { MeasureChart } from './MeasureChart.tsx'
import { AsOf } from './AsOf.tsx'
import { useMeasureOptions } from './measure-options.ts'
import { measuresText } from './measures-text.ts'
import {
  curveQueryOf,
  mapQueryOf,
  measuresView,
  queryOf,
  spanOf,
  splitChoices,
  tabs,
  type MeasuresState,
} from './measures-view.ts'
import { MeasureTable } from './MeasureTable.tsx'
import { notesOfQueues } from './note-places.ts'
import { NotesPanel } from './NotesPanel.tsx'
import { ViewsMenu } from './ViewsMenu.tsx'

/** More would be a list nobody reads. */
const MOST_GAPS = 3

/** Any measures of any period, split as one likes. */
export function MeasuresPage() {
  const t = useText(measuresText)
  const formats = useFormats()
  const { centerId, centerName } = useCenter()
  const [state, setState] = useView(measuresView)
  const today = formats.today(Date.now())
  const query = useMemo(() => queryOf(state, today), [state, today])
  const needsRows = state.measures.length > 0 && (state.tab === 'table' || state.tab === 'chart')
  const reply = useReply(
    measures.queryMeasures,
    { params: { centerId }, body: query },
    { keepFormer: true, live: ['measures'], when: needsRows },
  )
  const days = daysOf(state.period, today)
  const span = spanOf(state, today)
  const notes = useReply(noteRoutes.listNotes, { params: { centerId }, query: span })
  const shownNotes = useMemo(() => notesOfQueues(notes.data?.notes ?? [], state.queues), [notes.data, state.queues])
  return (
    <Page
      title={t('measures')}
      subtitle={formats.dateRange(days.from, days.to)}
      printHeader={centerName}
      actions={
        <Actions state={state} today={today} query={state.tab === 'heatmap' ? mapQueryOf(state, today) : query} />
      }
      toolbar={<Filters state={state} set={setState} today={today} />}
    >
      <Narrowed state={state} />
      <Tabs
        className="no-print"
        value={state.tab}
        onChange={(tab) => setState({ tab: tabs.find((one) => one === tab) ?? 'table' }, { asStep: true })}
      >
        <Tabs.List>
          <Tabs.Tab value="table">{t('table')}</Tabs.Tab>
          <Tabs.Tab value="chart">{t('chart')}</Tabs.Tab>
          <Tabs.Tab value="heatmap">{t('heatmap')}</Tabs.Tab>
          <Tabs.Tab value="curve">{t('slCurve')}</Tabs.Tab>
        </Tabs.List>
      </Tabs>
      {state.tab === 'heatmap' && <HeatMap state={state} set={setState} today={today} />}
      {state.tab === 'curve' && <CurvePanel state={state} today={today} />}
      {!needsRows && (state.tab === 'table' || state.tab === 'chart') && <EmptyState title={t('chooseSome')} />}
      {needsRows && (
        <Reply reply={reply}>
          {(data) => (
            <>
              <AsOf data={data} state={state} set={setState} />
              {data.hoursDue > 0 && <Alert color="brass">{t('hoursDue', { count: data.hoursDue })}</Alert>}
              {data.truncated && <Alert color="brass">{t('truncated')}</Alert>}
              {data.rows.length === 0 && data.splitBy.length > 0 ? (
                <EmptyState title={t('noRows')}>{t('noRowsHint')}</EmptyState>
              ) : state.tab === 'chart' ? (
                <MeasureChart data={data} notes={shownNotes} />
              ) : (
                <Section bare>
                  <MeasureTable data={data} />
                </Section>
              )}
              {state.tab === 'table' && <ComparedWith data={data} />}
            </>
          )}
        </Reply>
      )}
      <NotesPanel days={days} reply={notes} />
    </Page>
  )
}

/** With what periods the figures are compared, and what is not known of them. */
function ComparedWith({ data }: { readonly data: MeasureReply }) {
  const t = useText(measuresText)
  const formats = useFormats()
  const periods = [data.comparisonPeriod, data.yearBeforePeriod].filter((period) => period !== null)
  if (periods.length === 0) return null
  const stretches = (list: MeasureReply['gaps']): string =>
    list.map(({ from, to }) => formats.stretch(from, to)).join('; ')
  return (
    <Text size="sm" c="dimmed">
      {t('comparedWith', { period: stretches(periods) })}
      {data.comparisonGaps.length > 0 && (
        <Text span c="var(--mantine-color-text)">
          {' '}
          {t('comparedUnknown', { stretches: stretches(data.comparisonGaps.slice(0, MOST_GAPS)) })}
        </Text>
      )}
    </Text>
  )
}

/** What the page is narrowed to, in words, for whoever reads it on paper. */
function Narrowed({ state }: { readonly state: MeasuresState }) {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const queues = useReply(centerRoutes.listQueues, { params: { centerId } }).data?.queues ?? []
  const teams = useReply(people.listTeams, { params: { centerId } }).data?.teams ?? []
  const words = [
    [t('filterQueues'), queues.filter(({ queueId }) => state.queues.includes(queueId)).map(({ name }) => name)],
    [t('filterTeams'), teams.filter(({ teamId }) => state.teams.includes(teamId)).map(({ name }) => name)],
    [t('filterChannels'), channels.filter((channel) => state.channels.includes(channel)).map((channel) => t(channel))],
  ] as const
  const chosen = words.filter(([, names]) => names.length > 0)
  if (chosen.length === 0) return null
  return (
    <Text size="sm" className="print-only">
      {chosen.map(([label, names]) => `${label}: ${names.join(', ')}`).join(' · ')}
    </Text>
  )
}

interface FiltersProps {
  readonly state: MeasuresState
  readonly set: (change: Partial<MeasuresState>) => void
  readonly today: string
}

function Filters({ state, set, today }: FiltersProps) {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const options = useMeasureOptions()
  const queues = useReply(centerRoutes.listQueues, { params: { centerId } })
  const teams = useReply(people.listTeams, { params: { centerId } })
  const splits = (caption: 'splitFirst' | 'splitSecond') =>
    splitChoices.map((split) => ({
      value: split,
      label: t(caption, { by: t(split === 'none' ? 'splitNone' : `split_${split}`) }),
    }))
  return (
    <>
      <PeriodPicker value={state.period} onChange={(period) => set({ period })} today={today} />
      <MultiPick
        label={t('chooseMeasures')}
        value={state.measures}
        onChange={(value) => set({ measures: value })}
        options={options}
        width={230}
      />
      <Select
        aria-label={t('splitBy')}
        w={220}
        allowDeselect={false}
        data={splits('splitFirst')}
        value={state.by}
        onChange={(by) => set({ by: splitChoices.find((one) => one === by) ?? 'none' })}
      />
      <Select
        aria-label={`${t('splitBy')} 2`}
        w={220}
        allowDeselect={false}
        data={splits('splitSecond')}
        value={state.by2}
        onChange={(by2) => set({ by2: splitChoices.find((one) => one === by2) ?? 'none' })}
      />
      <NumberInput
        aria-label={t('within')}
        placeholder={`${t('within')}: ${t('withinHint')}`}
        w={190}
        hideControls
        min={0}
        max={604_800}
        value={state.within ?? ''}
        onChange={(value) => set({ within: typeof value === 'number' ? value : null })}
      />
      <Select
        aria-label={t('compare')}
        wrapperProps={{ 'data-wide': true }}
        w={270}
        allowDeselect={false}
        value={state.compare}
        data={[
          { value: 'none', label: `${t('compare')} ${t('compareNone')}` },
          { value: 'previous', label: `${t('compare')} ${t('comparePrevious')}` },
          { value: 'yearBefore', label: `${t('compare')} ${t('compareYear')}` },
          { value: 'both', label: `${t('compare')} ${t('compareBoth')}` },
        ]}
        onChange={(value) => set({ compare: comparisons.find((one) => one === value) ?? 'none' })}
      />
      <MultiPick
        label={t('filterQueues')}
        value={state.queues}
        onChange={(value) => set({ queues: value })}
        options={(queues.data?.queues ?? []).map((queue) => ({ value: queue.queueId, label: queue.name }))}
      />
      <MultiPick
        label={t('filterTeams')}
        value={state.teams}
        onChange={(value) => set({ teams: value })}
        options={(teams.data?.teams ?? []).map((team) => ({ value: team.teamId, label: team.name }))}
      />
      <MultiPick
        label={t('filterChannels')}
        value={state.channels}
        onChange={(value) => set({ channels: value })}
        options={channels.map((channel) => ({ value: channel as string, label: t(channel) }))}
      />
    </>
  )
}

interface ActionsProps {
  readonly state: MeasuresState
  readonly today: string
  /** What the tab shows. */
  readonly query: ReturnType<typeof queryOf>
}

function Actions({ state, today, query }: ActionsProps) {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const mayExport = useMay('exportMeasures')
  const mayReconcile = useMay('reconcile')
  return (
    <Group gap="xs">
      {mayReconcile && (
        <Button component={Link} to={paths.reconcile(centerId)} variant="default" leftSection={<IconScale size={16} />}>
          {t('reconcile')}
        </Button>
      )}
      <ViewsMenu state={state} />
      {mayExport && (
        <ExportMenu
          disabled={state.tab !== 'curve' && query.measures.length === 0}
          onKeep={(file) =>
            state.tab === 'curve'
              ? download(measures.exportCurve, { params: { centerId }, query: file, body: curveQueryOf(state, today) })
              : download(measures.exportMeasures, { params: { centerId }, query: file, body: query })
          }
        />
      )}
      <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </Group>
  )
}
