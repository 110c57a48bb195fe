import { Alert, List, Text } from '@mantine/core'

import type { EditResult } from '@pult/contract/schedule'
import { objectiveParts } from '@pult/contract/schedule-roster'

import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { scheduleText } from './schedule-text.ts'

/** What an edit would do: cost by parts, slots that gain or lose, rules that break or heal. */
export function EditOutcome({ result: { before, after, coverage, broken, cured } }: { readonly result: EditResult }) {
  const t = useText(scheduleText)
  const formats = useFormats()
  const said = useSaid()
  const change = after.total - before.total
  const parts = objectiveParts.filter((part) => Math.abs(after[part] - before[part]) >= 0.5)
  const nowShort = coverage.filter(({ after: posts, needed }) => needed !== null && posts < needed).length
  return (
    <Alert color={broken.some(({ severity }) => severity === 'block') ? 'brick' : change > 0 ? 'brass' : 'pine'}>
      <Text size="sm" fw={550}>
        {t('costChange', { change: formats.signed(Math.round(change)) })}
      </Text>
      <List size="sm">
        {parts.map((part) => (
          <List.Item key={part}>
            {t(`part_${part}`)}: {formats.signed(Math.round(after[part] - before[part]))}
          </List.Item>
        ))}
        {coverage.length > 0 && <List.Item>{t('slotsTouched', { count: coverage.length, short: nowShort })}</List.Item>}
        {broken.map((one) => (
          <List.Item key={one.key}>
            {t('breaks')}: {said(one.sentence)} ({one.article})
          </List.Item>
        ))}
        {cured.map((one) => (
          <List.Item key={one.key}>
            {t('heals')}: {said(one.sentence)}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
