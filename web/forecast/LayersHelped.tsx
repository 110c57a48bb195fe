import { Stack, Text } from '@mantine/core'

import { center } from '@pult/contract/center'
import { forecastLayers, type LayerAccuracy } from '@pult/contract/forecast-layers'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { layerText } from './layer-text.ts'

/** Days with layers, with them and without: did they help? By how far ahead they lay, and by queue. */
export function LayersHelped({ days, queueId }: { readonly days: number; readonly queueId: number | null }) {
  const t = useText(layerText)
  const { centerId } = useCenter()
  const reply = useReply(
    forecastLayers.readLayerAccuracy,
    { params: { centerId }, query: { days } },
    { keepFormer: true },
  )
  return (
    <Section title={t('helped')}>
      <Text size="sm" c="dimmed" mb="sm" maw={880}>
        {t('helpedHint')}
      </Text>
      <Reply reply={reply}>
        {({ accuracy }) => (
          <Stack gap="md">
            <Rows first="reach" rows={accuracy.filter((one) => one.queueId === queueId && one.laid === null)} />
            {queueId === null && accuracy.some(({ laid }) => laid !== null) && (
              <Rows first="laid" rows={accuracy.filter(({ laid }) => laid !== null)} />
            )}
            {queueId === null && accuracy.length > 0 && (
              <Rows first="queue" rows={accuracy.filter((one) => one.queueId !== null && one.reach === null)} />
            )}
          </Stack>
        )}
      </Reply>
    </Section>
  )
}

const titles = { reach: 'helpedByReach', queue: 'helpedByQueue', laid: 'helpedByKind' } as const

interface RowsProps {
  readonly first: 'reach' | 'queue' | 'laid'
  readonly rows: readonly LayerAccuracy[]
}

function Rows({ first, rows }: RowsProps) {
  const t = useText(layerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } })
  const nameOf = ({ queueId }: LayerAccuracy): string =>
    queues.data?.queues.find((one) => one.queueId === queueId)?.name ?? String(queueId ?? '')
  const percent = (
    key: 'dayWape' | 'dayWapeWithout' | 'dayCovered80' | 'dayCovered80Without',
  ): ListColumn<LayerAccuracy> => ({
    key,
    title: t(key),
    isNumber: true,
    cell: (row) => formats.percent(row[key], 1),
  })
  const bias = (key: 'bias' | 'biasWithout'): ListColumn<LayerAccuracy> => ({
    key,
    title: t(key),
    isNumber: true,
    cell: (row) => formats.points(row[key]),
  })
  const columns: ListColumn<LayerAccuracy>[] = [
    {
      reach: {
        key: 'reach',
        title: t('reach'),
        cell: ({ reach }: LayerAccuracy) => reach?.replace('-', '–') ?? t('reachAll'),
      },
      queue: { key: 'queue', title: t('queue'), cell: nameOf },
      laid: { key: 'laid', title: t('laidKind'), cell: ({ laid }: LayerAccuracy) => t(`laid_${laid ?? 'events'}`) },
    }[first],
    { key: 'days', title: t('queueDays'), isNumber: true, cell: ({ queueDays }) => formats.number(queueDays) },
    percent('dayWape'),
    percent('dayWapeWithout'),
    {
      key: 'difference',
      title: t('difference'),
      isNumber: true,
      cell: ({ difference, differenceLow: low, differenceHigh: high }) =>
        low === null || high === null
          ? formats.points(difference)
          : `${formats.points(difference)} (${formats.points(low)} … ${formats.points(high)})`,
    },
    bias('bias'),
    bias('biasWithout'),
    percent('dayCovered80'),
    percent('dayCovered80Without'),
  ]
  return (
    <ListTable
      label={t(titles[first])}
      columns={columns}
      rows={rows}
      rowKey={({ queueId, reach, laid }) => `${queueId} ${reach} ${laid}`}
      words={(row) => (first === 'queue' ? nameOf(row) : '')}
      empty={<Text size="sm">{t('helpedNone')}</Text>}
    />
  )
}
