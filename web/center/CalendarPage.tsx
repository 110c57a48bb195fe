import { ActionIcon, Group, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'

import { center, type CalendarDay } from '@pult/contract/center'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { centerText } from './center-text.ts'
import classes from './center.module.css'
import { DayDialog } from './DayDialog.tsx'
import { YearGrid } from './YearGrid.tsx'

const calendarView = defineView({ year: inAddress.maybeNumber() })
const kinds = ['weekend', 'holiday', 'transferredOff', 'transferredWorking', 'shortened'] as const

/** The days of a year: what the calendar says, with the Russian transfers, and what the centre says. */
export function CalendarPage() {
  const t = useText(centerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayEdit = useMay('editCenter')
  const [view, setView] = useView(calendarView)
  const [chosen, setChosen] = useState<CalendarDay | null>(null)
  const today = formats.today(Date.now())
  const year = view.year ?? Number(today.slice(0, 4))
  const reply = useReply(center.listDays, { params: { centerId }, query: { year } }, { keepFormer: true })
  return (
    <Page
      title={t('calendarTitle')}
      subtitle={t('calendarPageHint')}
      actions={
        <Group gap={4} wrap="nowrap">
          <ActionIcon aria-label={t('earlierYear')} onClick={() => setView({ year: year - 1 })}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <Text fw={650}>{year}</Text>
          <ActionIcon aria-label={t('laterYear')} onClick={() => setView({ year: year + 1 })}>
            <IconChevronRight size={18} />
          </ActionIcon>
        </Group>
      }
    >
      <Section>
        <Legend />
        <Reply reply={reply} loading={<LoadingState height={620} />}>
          {({ days }) => (
            <YearGrid key={days[0]?.day} days={days} startAt={today} onChoose={mayEdit ? setChosen : null} />
          )}
        </Reply>
      </Section>
      <Section title={t('ownDays', { year: String(year) })}>
        <Reply reply={reply}>{({ days }) => <OwnDays days={days.filter((one) => one.own !== null)} />}</Reply>
      </Section>
      {chosen !== null && <DayDialog day={chosen} onClose={() => setChosen(null)} />}
    </Page>
  )
}

function Legend() {
  const t = useText(centerText)
  return (
    <div className={classes['legend']}>
      {kinds.map((kind) => (
        <span key={kind} className={classes['legendItem']}>
          <span className={classes['day']} data-kind={kind} aria-hidden>
            7
          </span>
          {t(kind)}
        </span>
      ))}
      <span className={classes['legendItem']}>
        <span className={classes['day']} data-own="true" aria-hidden>
          7
        </span>
        {t('ownDay')}
      </span>
    </div>
  )
}

function OwnDays({ days }: { readonly days: readonly CalendarDay[] }) {
  const t = useText(centerText)
  const formats = useFormats()
  if (days.length === 0) return <Text c="dimmed">{t('noOwnDays')}</Text>
  return (
    <>
      {days.map(({ day, own }) => (
        <Group key={day} gap="md" py={3}>
          <Text w={170}>{formats.longDate(day)}</Text>
          <Text>
            {own?.periods === null || own?.periods === undefined || own.periods.length === 0
              ? t('closed')
              : own.periods.map((period) => period.join('–')).join(', ')}
          </Text>
          <Text c="dimmed">{own?.name}</Text>
        </Group>
      ))}
    </>
  )
}
