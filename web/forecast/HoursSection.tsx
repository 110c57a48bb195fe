import { Text } from '@mantine/core'

import type { HourAccuracy } from '@pult/contract/forecast'

import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { accuracyText } from './accuracy-text.ts'
import { signedPercent } from './signed-percent.ts'

/** At which hours forecasts were good, and at which not. */
export function HoursSection({ hours }: { readonly hours: readonly HourAccuracy[] }) {
  const t = useText(accuracyText)
  const formats = useFormats()
  const share = (key: 'wape' | 'covered80' | 'covered95'): ListColumn<HourAccuracy> => ({
    key,
    title: t(key),
    isNumber: true,
    cell: (row) => formats.percent(row[key], 1),
  })
  const columns: ListColumn<HourAccuracy>[] = [
    { key: 'hour', title: t('hour'), cell: ({ hour }) => `${String(hour).padStart(2, '0')}:00` },
    {
      key: 'intervals',
      title: t('intervals'),
      isNumber: true,
      cell: ({ intervals }) => formats.number(intervals, 0),
    },
    { key: 'came', title: t('cameCount'), isNumber: true, cell: ({ came }) => formats.number(came, 0) },
    share('wape'),
    { key: 'bias', title: t('bias'), isNumber: true, cell: ({ bias }) => signedPercent(formats, bias) },
    share('covered80'),
    share('covered95'),
  ]
  return (
    <Section title={t('byHour')}>
      <Text size="sm" c="dimmed" mb="sm" maw={880}>
        {t('byHourHint')}
      </Text>
      <ListTable label={t('byHour')} columns={columns} rows={hours} rowKey={({ hour }) => hour} empty={null} />
    </Section>
  )
}
