import { Badge, Group, Text } from '@mantine/core'
import { IconBeach, IconMoon, IconStar } from '@tabler/icons-react'

import type { FormerShift, MyShift } from '@pult/contract/schedule-reports'
import { addDays, createZone, dayNumber } from '@pult/engine/time'

import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import classes from './MyShifts.module.css'
import { myText } from './my-text.ts'
import { marksOf, mondayOf, workMinutes, type MyWeek } from './my-weeks.ts'

interface MyWeeksProps {
  readonly weeks: readonly MyWeek[]
  /** What was published and no longer holds. */
  readonly former: readonly FormerShift[]
  readonly calendar: string
  readonly today: string
}

/** The weeks as a list: every day with its shift, or that it is off. */
export function MyWeeks({ weeks, former, calendar, today }: MyWeeksProps) {
  const t = useText(myText)
  const formats = useFormats()
  const thisMonday = mondayOf(today)
  const formerOf = new Map(former.map((one) => [one.day, one]))
  return (
    <>
      {weeks.map(({ monday, days, minutes }) => (
        <Section
          key={monday}
          title={formats.dateRange(monday, addDays(monday, 6))}
          actions={
            <Text size="sm" c="dimmed">
              {monday === thisMonday && `${t('thisWeek')} · `}
              {monday === addDays(thisMonday, 7) && `${t('nextWeek')} · `}
              {t('hours', { hours: minutes / 60 })}
            </Text>
          }
        >
          {days.every(({ day, shifts }) => shifts.length === 0 && !formerOf.has(day)) ? (
            <Text size="sm" c="dimmed">
              {t('noRoster')}
            </Text>
          ) : (
            <ol className={classes['days']}>
              {days.map(({ day, shifts }) => (
                <li key={day} data-today={day === today} data-past={day < today}>
                  <span className={classes['date']}>{formats.longDate(day)}</span>
                  <div>
                    {shifts.length === 0 && (
                      <Text size="sm" c="dimmed">
                        {t('dayOff')}
                      </Text>
                    )}
                    {shifts.map((shift) => (
                      <ShiftLine key={shift.shiftId} shift={shift} calendar={calendar} />
                    ))}
                    <Former former={formerOf.get(day)} isGone={shifts.length === 0} />
                  </div>
                </li>
              ))}
            </ol>
          )}
        </Section>
      ))}
    </>
  )
}

interface FormerProps {
  readonly former: FormerShift | undefined
  /** Nothing holds on that day now. */
  readonly isGone: boolean
}

/** What held before it was changed: struck out, with when and by whom. */
function Former({ former, isGone }: FormerProps) {
  const t = useText(myText)
  const formats = useFormats()
  if (former === undefined) return null
  const { day, start, end, changedAt, changedByName } = former
  const at = formats.dateTime(changedAt)
  return (
    <Group gap={8} mt={2}>
      <Text size="sm" c="dimmed">
        {t('was')}{' '}
        <s>
          {formats.time(start)}–{formats.time(end)}
        </s>
      </Text>
      {isGone && (
        <Text size="xs" fw={600} c="var(--pult-bad)">
          {changedByName === null ? t('taken', { at }) : t('takenBy', { at, name: changedByName })}
          <Notice changedAt={changedAt} day={day} />
        </Text>
      )}
    </Group>
  )
}

/** How many days before the shift it was changed, by the calendar. */
function Notice({ changedAt, day }: { readonly changedAt: string; readonly day: string }) {
  const t = useText(myText)
  const formats = useFormats()
  const count = dayNumber(day) - dayNumber(formats.today(Date.parse(changedAt)))
  return <> · {count > 0 ? t('notice', { count }) : t('noNotice')}</>
}

interface ShiftLineProps {
  readonly shift: MyShift
  readonly calendar: string
}

/** A shift: its times, what is special about it, its breaks and meetings, and whether it was changed. */
export function ShiftLine({ shift, calendar }: ShiftLineProps) {
  const t = useText(myText)
  const formats = useFormats()
  return (
    <div className={classes['shift']}>
      <Group gap={8}>
        <strong>
          {formats.time(shift.start)}–{formats.time(shift.end)}
        </strong>
        <Text span size="sm" c="dimmed">
          {[
            ...(shift.templateName === null ? [] : [shift.templateName]),
            t('hours', { hours: workMinutes(shift) / 60 }),
          ].join(' · ')}
        </Text>
        <Marks shift={shift} calendar={calendar} />
      </Group>
      <Inside shift={shift} />
    </div>
  )
}

export function Marks({ shift, calendar }: ShiftLineProps) {
  const t = useText(myText)
  const formats = useFormats()
  const { isNight, isHoliday, isWeekend } = marksOf(shift, createZone(formats.timeZone), calendar)
  return (
    <Group gap={6}>
      {isNight && (
        <Badge size="sm" variant="light" color="gray" tt="none" radius="sm" leftSection={<IconMoon size={11} />}>
          {t('night')}
        </Badge>
      )}
      {isHoliday && (
        <Badge size="sm" variant="light" color="brass" tt="none" radius="sm" leftSection={<IconStar size={11} />}>
          {t('holiday')}
        </Badge>
      )}
      {isWeekend && !isHoliday && (
        <Badge size="sm" variant="light" color="pine" tt="none" radius="sm" leftSection={<IconBeach size={11} />}>
          {t('weekend')}
        </Badge>
      )}
      {shift.changedAt !== null && (
        <Text size="xs" fw={600} c="var(--pult-bad)">
          {shift.changedByName === null
            ? t('changed', { at: formats.dateTime(shift.changedAt) })
            : t('changedBy', { at: formats.dateTime(shift.changedAt), name: shift.changedByName })}
          <Notice changedAt={shift.changedAt} day={shift.day} />
        </Text>
      )}
    </Group>
  )
}

/** Breaks and meetings in their order. */
export function Inside({ shift: { breaks, activities } }: { readonly shift: MyShift }) {
  const t = useText(myText)
  const formats = useFormats()
  const inside = [
    ...breaks.map(({ kind, start, end }) => ({ name: t(kind), start, end })),
    ...activities.map(({ name, start, end }) => ({ name, start, end })),
  ].toSorted((left, right) => left.start.localeCompare(right.start))
  if (inside.length === 0) return null
  return (
    <Text size="sm" c="dimmed">
      {inside.map(({ name, start, end }) => `${name} ${formats.time(start)}–${formats.time(end)}`).join(' · ')}
    </Text>
  )
}
