import { ActionIcon, Button, Group, Popover, Stack } from '@mantine/core'
import { IconCalendar, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'

import { useFormats, useText } from './language.tsx'
import { LoadingState } from './LoadingState.tsx'
import {
  allTime,
  daysOf,
  isAllTime,
  namedPeriods,
  stepPeriod,
  type Days,
  type NamedPeriod,
  type Period,
} from './period.ts'
import classes from './PeriodPicker.module.css'
import { uiText } from './ui-text.ts'

// The calendar is only needed by those who pick days by hand.
const Calendar = lazy(() => import('./PeriodCalendar.tsx').then((file) => ({ default: file.PeriodCalendar })))

interface PeriodPickerProps {
  readonly value: Period
  readonly onChange: (period: Period) => void
  /** Today in the centre, `YYYY-MM-DD`: `formats.today(Date.now())`. */
  readonly today: string
  /** Which named periods are offered; all unless said. */
  readonly offer?: readonly NamedPeriod[]
  /** Offers everything there is, for what is found by an index and not counted. */
  readonly withAllTime?: boolean
}

const names = {
  today: 'today',
  yesterday: 'yesterday',
  'this-week': 'thisWeek',
  'last-week': 'lastWeek',
  'this-month': 'thisMonth',
  'last-month': 'lastMonth',
} as const satisfies Record<NamedPeriod, keyof typeof uiText.en>

/** Picks a period of local days: a named one, the one before or after, or any days. */
export function PeriodPicker({ value, onChange, today, offer = namedPeriods, withAllTime = false }: PeriodPickerProps) {
  const t = useText(uiText)
  const formats = useFormats()
  const [opened, setOpened] = useState(false)
  const days = daysOf(value, today)
  const choose = (period: Period): void => {
    setOpened(false)
    onChange(period)
  }
  const isAll = isAllTime(value)
  const range = isAll ? t('allTime') : formats.dateRange(days.from, days.to)
  return (
    <Group gap={0} wrap="nowrap" className={classes['picker']} role="group" aria-label={t('period')}>
      <ActionIcon
        className={classes['step']}
        size={34}
        variant="default"
        aria-label={t('earlier')}
        disabled={isAll}
        onClick={() => onChange(stepPeriod(days, -1))}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus>
        <Popover.Target>
          <Button
            variant="default"
            className={classes['main']}
            leftSection={<IconCalendar size={16} />}
            onClick={() => setOpened(!opened)}
          >
            {typeof value === 'string' && <span className={classes['name']}>{t(names[value])}</span>}
            <span className={typeof value === 'string' ? classes['range'] : undefined}>{range}</span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown p="xs">
          <PeriodMenu days={days} value={value} today={today} offer={offer} withAllTime={withAllTime} choose={choose} />
        </Popover.Dropdown>
      </Popover>
      <ActionIcon
        className={classes['step']}
        size={34}
        variant="default"
        aria-label={t('later')}
        disabled={days.to >= today}
        onClick={() => onChange(stepPeriod(days, 1))}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </Group>
  )
}

interface PeriodMenuProps {
  readonly days: Days
  readonly value: Period
  readonly today: string
  readonly offer: readonly NamedPeriod[]
  readonly withAllTime: boolean
  readonly choose: (period: Period) => void
}

function PeriodMenu({ days, value, today, offer, withAllTime, choose }: PeriodMenuProps) {
  const t = useText(uiText)
  const choices = [
    ...offer.map((name) => ({
      key: name as string,
      label: t(names[name]),
      period: name as Period,
      isNow: value === name,
    })),
    ...(withAllTime ? [{ key: 'all-time', label: t('allTime'), period: allTime, isNow: isAllTime(value) }] : []),
  ]
  return (
    <div className={classes['menu']}>
      <Stack gap={2}>
        {choices.map(({ key, label, period, isNow }) => (
          <Button
            key={key}
            variant={isNow ? 'light' : 'subtle'}
            color={isNow ? 'pine' : 'gray'}
            justify="flex-start"
            aria-current={isNow}
            onClick={() => choose(period)}
          >
            {label}
          </Button>
        ))}
      </Stack>
      <Suspense fallback={<LoadingState height={260} />}>
        <Calendar days={isAllTime(value) ? { from: today, to: today } : days} today={today} onPick={choose} />
      </Suspense>
    </div>
  )
}
