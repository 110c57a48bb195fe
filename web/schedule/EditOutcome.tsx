import { Alert, List, Text } from '@mantine/core'

import type { EditResult } from '@pult/contract/schedule'
import { objectiveParts } from '@pult/contract/schedule-roster'

import { useFormats, useSaid, useText } from '../ui/language.tsx'
import { shiftText } from './shift-text.ts'

interface EditOutcomeProps {
  readonly result: EditResult
  /** False: it was done. */
  readonly isTrial?: boolean
  readonly onClose?: (() => void) | null
}

/** What an edit would do: cost by parts, slots that gain or lose, rules that break or heal, and what would cure them. */
export function EditOutcome({ result, isTrial = true, onClose = null }: EditOutcomeProps) {
  const { before, after, coverage, broken, cured } = result
  const t = useText(shiftText)
  const formats = useFormats()
  const said = useSaid()
  const change = after.total - before.total
  const parts = objectiveParts.filter((part) => Math.abs(after[part] - before[part]) >= 0.5)
  const nowShort = coverage.filter(({ after: posts, needed }) => needed !== null && posts < needed).length
  return (
    <Alert
      color={broken.some(({ severity }) => severity === 'block') ? 'brick' : change > 0 ? 'brass' : 'pine'}
      title={t(isTrial ? 'wouldDo' : 'hasDone')}
      {...(onClose === null ? {} : { withCloseButton: true, closeButtonLabel: t('close'), onClose })}
    >
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
            {t(isTrial ? 'breaks' : 'broke')}: {one.agentName ?? t('wholeRoster')}, {formats.dayMonth(one.day)} –{' '}
            {said(one.sentence)} ({one.article})
            {one.cures.length > 0 &&
              ` ${t('curesAre', { cures: one.cures.map((cure) => said(cure.sentence)).join('; ') })}`}
          </List.Item>
        ))}
        {cured.map((one) => (
          <List.Item key={one.key}>
            {t(isTrial ? 'heals' : 'healed')}: {said(one.sentence)}
          </List.Item>
        ))}
      </List>
    </Alert>
  )
}
