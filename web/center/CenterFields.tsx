import { Select, TextInput } from '@mantine/core'

import { useText } from '../ui/language.tsx'
import { centerText } from './center-text.ts'

export interface CenterDraft {
  readonly name: string
  readonly timeZone: string
  readonly calendar: 'ru' | 'none'
}

interface CenterFieldsProps {
  readonly draft: CenterDraft
  readonly onChange: (change: Partial<CenterDraft>) => void
  readonly disabled?: boolean
}

const timeZones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]

/** Name, zone and calendar: what a new centre is asked for, and an old one may change. */
export function CenterFields({ draft, onChange, disabled = false }: CenterFieldsProps) {
  const t = useText(centerText)
  return (
    <>
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        disabled={disabled}
        value={draft.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={t('timeZone')}
        description={t('timeZoneHint')}
        searchable
        allowDeselect={false}
        disabled={disabled}
        data={timeZones}
        limit={60}
        value={draft.timeZone}
        onChange={(timeZone) => onChange({ timeZone: timeZone ?? draft.timeZone })}
      />
      <Select
        label={t('calendar')}
        allowDeselect={false}
        disabled={disabled}
        data={[
          { value: 'ru', label: t('calendarRu') },
          { value: 'none', label: t('calendarNone') },
        ]}
        value={draft.calendar}
        onChange={(calendar) => onChange({ calendar: calendar === 'none' ? 'none' : 'ru' })}
      />
    </>
  )
}
