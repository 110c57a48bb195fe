import { Button, Stack, Text } from '@mantine/core'
import { useCallback, useRef } from 'react'

import { market, type MarketSkill, type SkillsReply } from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { axes, Chart, tooltip, type ChartColors } from '../ui/Chart.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { Sparkline } from '../ui/Sparkline.tsx'
import { LIVE } from './live-market.ts'
import { marketText } from './market-text.ts'
import { marketView } from './market-view.ts'
import type { TabProps } from './tab-props.ts'
import { TrendWords } from './TrendWords.tsx'

/** Which skills rise and fall, the surest first, and one of them drawn. */
export function TrendTab({ chosen: { specialisationId } }: TabProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const [view, setView] = useView(marketView)
  const chart = useRef<HTMLDivElement>(null)
  const query = { scope: 'active', search: '', sort: 'trend', limit: 100 } as const
  const reply = useReply(market.readSkills, { params: { centerId, specialisationId }, query }, { live: LIVE })
  const pick = (skill: string): void => {
    setView({ skill })
    // It is drawn above the list, which may be far away.
    chart.current?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <Reply reply={reply}>
      {(table) => {
        const drawn = table.skills.find(({ name }) => name === view.skill) ?? table.skills[0]
        if (drawn === undefined) return <EmptyState title={t('noSkills')} />
        return (
          <Stack gap="md">
            <div ref={chart} style={{ scrollMarginTop: 80 }}>
              <Section title={t('trendChart', { name: drawn.name })}>
                <ShareCurve days={table.days} skill={drawn} />
              </Section>
            </div>
            <Section title={t('trendTitle')}>
              <Text size="sm" c="dimmed" mb="sm" maw={880}>
                {t('trendHint')}
              </Text>
              <Trends table={table} drawn={drawn.name} onPick={pick} />
            </Section>
          </Stack>
        )
      }}
    </Reply>
  )
}

function ShareCurve({ days, skill }: { readonly days: readonly string[]; readonly skill: MarketSkill }) {
  const t = useText(marketText)
  const formats = useFormats()
  const option = useCallback(
    (colors: ChartColors) => ({
      grid: { left: 52, right: 12, top: 12, bottom: 28 },
      tooltip: {
        ...tooltip(colors),
        trigger: 'axis',
        formatter: (points: { dataIndex: number }[]) => {
          const place = points[0]?.dataIndex ?? 0
          return `${formats.date(days[place])}<br><b>${formats.percent(skill.series[place], 2)}</b>`
        },
      },
      xAxis: { type: 'category', data: days.map((day) => formats.dayMonth(day)), ...axes(colors) },
      yAxis: {
        type: 'value',
        ...axes(colors),
        axisLabel: { color: colors.text, formatter: (value: number) => formats.percent(value, 0) },
      },
      series: [{ type: 'line', data: [...skill.series], color: colors.series[0], symbolSize: 5 }],
    }),
    [days, skill, formats],
  )
  return <Chart label={t('trendChart', { name: skill.name })} option={option} height={240} />
}

interface TrendsProps {
  readonly table: SkillsReply
  /** The skill that is drawn now. */
  readonly drawn: string
  readonly onPick: (name: string) => void
}

function Trends({ table, drawn, onPick }: TrendsProps) {
  const t = useText(marketText)
  const formats = useFormats()
  const columns: ListColumn<MarketSkill>[] = [
    { key: 'name', title: t('skill'), cell: ({ name }) => name },
    { key: 'perMonth', title: t('perMonth'), isNumber: true, cell: (skill) => <TrendWords skill={skill} /> },
    { key: 'share', title: t('share'), isNumber: true, cell: ({ share }) => formats.percent(share, 2) },
    { key: 'series', title: t('trend'), cell: ({ series }) => <Sparkline values={series} /> },
    {
      key: 'draw',
      title: t('pickSkill'),
      acts: 'words',
      cell: ({ name }) => (
        <Button variant={name === drawn ? 'light' : 'subtle'} size="compact-sm" onClick={() => onPick(name)}>
          {t('pickSkill')}
        </Button>
      ),
    },
  ]
  return (
    <ListTable
      label={t('trendTitle')}
      columns={columns}
      rows={table.skills}
      rowKey={({ skillId }) => skillId}
      words={({ name }) => name}
      atOnce={25}
      empty={null}
    />
  )
}
