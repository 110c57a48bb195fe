import { ActionIcon, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'

import { useFormats, useText } from './language.tsx'
import { stepMonth } from './month.ts'
import { uiText } from './ui-text.ts'

interface MonthPickerProps {
  /** `YYYY-MM` */
  readonly month: string
  readonly onChange: (month: string) => void
}

/** A month, and the ones before and after it. */
export function MonthPicker({ month, onChange }: MonthPickerProps) {
  const t = useText(uiText)
  const formats = useFormats()
  return (
    <Group gap={4} wrap="nowrap">
      <ActionIcon aria-label={t('earlier')} onClick={() => onChange(stepMonth(month, -1))}>
        <IconChevronLeft size={18} />
      </ActionIcon>
      <Text fw={650} miw={124} ta="center" style={{ whiteSpace: 'nowrap' }}>
        {formats.month(Number(month.slice(5, 7)))} {month.slice(0, 4)}
      </Text>
      <ActionIcon aria-label={t('later')} onClick={() => onChange(stepMonth(month, 1))}>
        <IconChevronRight size={18} />
      </ActionIcon>
    </Group>
  )
}
