import { Button, Table, Text } from '@mantine/core'

import type { Shrinkage, ShrinkageHour } from '@pult/contract/staffing'

import { useFormats, useText } from '../ui/language.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { habitsText } from './habits-text.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7]
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

interface ShrinkageHoursProps {
  readonly kind: Shrinkage
  readonly onChange: (hours: ShrinkageHour[]) => void
}

/** The share of one kind in each hour of the week; an empty field is as all the others. */
export function ShrinkageHours({ kind: { share, hours }, onChange }: ShrinkageHoursProps) {
  const t = useText(habitsText)
  const formats = useFormats()
  const set = (weekday: number, hour: number, value: number | string): void => {
    const others = hours.filter((one) => one.weekday !== weekday || one.hour !== hour)
    const own = typeof value === 'number' ? [{ weekday, hour, share: Math.min(0.99, Math.max(0, value / 100)) }] : []
    onChange([...others, ...own])
  }
  const shareOf = (weekday: number, hour: number): number | undefined =>
    hours.find((one) => one.weekday === weekday && one.hour === hour)?.share
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('byHourTitle', { share: formats.percent(share, 1) })}
      </Text>
      <ScrollTable minWidth={520} isTall>
        <Table withRowBorders={false} verticalSpacing={2} horizontalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('hour')}</Table.Th>
              {WEEKDAYS.map((weekday) => (
                <Table.Th key={weekday}>{formats.weekday(weekday)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {HOURS.map((hour) => (
              <Table.Tr key={hour}>
                <Table.Td>{formats.clock(hour * 60)}</Table.Td>
                {WEEKDAYS.map((weekday) => {
                  const own = shareOf(weekday, hour)
                  return (
                    <Table.Td key={weekday}>
                      <NumberField
                        aria-label={`${formats.weekday(weekday, 'long')}, ${formats.clock(hour * 60)}`}
                        size="xs"
                        hideControls
                        min={0}
                        max={99}
                        decimalScale={1}
                        value={own === undefined ? '' : Math.round(own * 1000) / 10}
                        onChange={(value) => set(weekday, hour, value)}
                      />
                    </Table.Td>
                  )
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
      {hours.length > 0 && (
        <Button variant="subtle" size="xs" onClick={() => onChange([])}>
          {t('clear')}
        </Button>
      )}
    </>
  )
}
