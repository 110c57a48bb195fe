import { Progress, Text } from '@mantine/core'

import { scheduleHours, type HoursRow } from '@pult/contract/schedule-hours'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { firstOf, lastOf } from '../ui/month.ts'
import { Section } from '../ui/Page.tsx'
import { myText } from './my-text.ts'

interface MyHoursProps {
  readonly agentId: number
  /** `YYYY-MM` */
  readonly month: string
}

/** Hours of a month: so far, in all, and against the norm. */
export function MyHours({ agentId, month }: MyHoursProps) {
  const t = useText(myText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const query = { agentId, firstDay: firstOf(month), lastDay: lastOf(month) }
  const reply = useReply(scheduleHours.readStanding, { params: { centerId }, query }, { live: ['schedule'] })
  const name = `${formats.month(Number(month.slice(5, 7)))} ${month.slice(0, 4)}`
  return (
    <Section title={t('monthHours', { month: name })}>
      <Reply reply={reply}>
        {({ hours }) => (hours === null ? <Text size="sm">{t('noNorm')}</Text> : <Hours hours={hours} />)}
      </Reply>
    </Section>
  )
}

function Hours({ hours }: { readonly hours: HoursRow }) {
  const t = useText(myText)
  const { plannedMinutes, workedMinutes, normMinutes, isProvisional } = hours
  const whole = Math.max(plannedMinutes, normMinutes ?? 0, 1)
  const lines = [
    [t('worked'), workedMinutes],
    [t('planned'), plannedMinutes],
    ...(normMinutes === null ? [] : [[t('norm'), normMinutes] as const]),
  ] as const
  return (
    <>
      <Progress.Root size={12} mb="sm" aria-hidden>
        <Progress.Section value={(workedMinutes / whole) * 100} color="pine" />
        <Progress.Section value={(Math.max(0, plannedMinutes - workedMinutes) / whole) * 100} color="pine.3" />
      </Progress.Root>
      <dl style={{ display: 'grid', gridTemplateColumns: '1fr auto', gap: '4px 12px', margin: 0 }}>
        {lines.map(([name, minutes]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd style={{ margin: 0, textAlign: 'right', fontWeight: 600 }}>{t('hours', { hours: minutes / 60 })}</dd>
          </div>
        ))}
      </dl>
      {normMinutes !== null && <Difference minutes={plannedMinutes - normMinutes} />}
      {isProvisional && (
        <Text size="xs" c="dimmed" mt={4}>
          {t('provisional')}
        </Text>
      )}
    </>
  )
}

function Difference({ minutes }: { readonly minutes: number }) {
  const t = useText(myText)
  const words =
    minutes === 0 ? t('atNorm') : t(minutes > 0 ? 'overNorm' : 'underNorm', { hours: Math.abs(minutes) / 60 })
  return (
    <Text size="sm" c="dimmed" mt={6}>
      {words}
    </Text>
  )
}
