import { ActionIcon, Button, Select, Stack } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'

import type { ShiftTemplate } from '@pult/contract/schedule-settings'

import { useFormats, useText } from '../ui/language.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import classes from './RotationGrid.module.css'
import { templateText } from './template-text.ts'

type Weeks = readonly (readonly (number | null)[])[]

interface RotationGridProps {
  readonly weeks: Weeks
  readonly templates: readonly ShiftTemplate[]
  /** Left out: only to look at. */
  readonly onChange?: (weeks: (number | null)[][]) => void
}

const week = [1, 2, 3, 4, 5, 6, 7] as const
const MOST_WEEKS = 12

/** Weeks by weekdays, the shift of each day or a day off. */
export function RotationGrid({ weeks, templates, onChange }: RotationGridProps) {
  const t = useText(templateText)
  const formats = useFormats()
  const copy = (): (number | null)[][] => weeks.map((days) => [...days])
  const nameOf = (id: number | null): string => templates.find((one) => one.shiftTemplateId === id)?.name ?? t('dayOff')
  const put = (place: number, day: number, id: number | null): void =>
    onChange?.(copy().map((days, at) => (at === place ? days.map((one, index) => (index === day ? id : one)) : days)))
  return (
    <Stack gap="xs">
      <ScrollTable minWidth={onChange === undefined ? 420 : 700}>
        <table className={classes['grid']}>
          <thead>
            <tr>
              <th scope="col">{t('weeks')}</th>
              {week.map((day) => (
                <th key={day} scope="col">
                  {formats.weekday(day)}
                </th>
              ))}
              {onChange !== undefined && <th aria-hidden />}
            </tr>
          </thead>
          <tbody>
            {weeks.map((days, place) => (
              // oxlint-disable-next-line react/no-array-index-key -- a week is its place in the pattern
              <tr key={place}>
                <th scope="row">{place + 1}</th>
                {days.map((id, day) => (
                  // oxlint-disable-next-line react/no-array-index-key -- a day is its place in the week
                  <td key={day} data-off={id === null}>
                    {onChange === undefined ? (
                      nameOf(id)
                    ) : (
                      <Select
                        size="xs"
                        clearable
                        aria-label={t('ofWeek', { number: place + 1, day: formats.weekday(day + 1, 'long') })}
                        placeholder={t('dayOff')}
                        data={templates.map(({ shiftTemplateId, name }) => ({
                          value: String(shiftTemplateId),
                          label: name,
                        }))}
                        value={id === null ? null : String(id)}
                        onChange={(value) => put(place, day, value === null ? null : Number(value))}
                        comboboxProps={{ width: 200, position: 'bottom-start' }}
                      />
                    )}
                  </td>
                ))}
                {onChange !== undefined && (
                  <td>
                    <ActionIcon
                      aria-label={t('removeWeek', { number: place + 1 })}
                      disabled={weeks.length === 1}
                      onClick={() => onChange(copy().filter((_, at) => at !== place))}
                    >
                      <IconX size={15} />
                    </ActionIcon>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
      {onChange !== undefined && weeks.length < MOST_WEEKS && (
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => onChange([...copy(), [...(weeks.at(-1) ?? [])]])}
        >
          {t('addWeek')}
        </Button>
      )}
    </Stack>
  )
}
