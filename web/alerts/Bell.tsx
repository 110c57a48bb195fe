import { ActionIcon, Anchor, Indicator, Popover, Stack, Text } from '@mantine/core'
import { IconBell, IconBellRinging } from '@tabler/icons-react'
import { useState } from 'react'

import { alerts, type AlertBell } from '@pult/contract/alerts'

import { useCenter, useMay } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { useAct, useReply } from '../platform/replies.ts'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { alertsText } from './alerts-text.ts'
import classes from './Bell.module.css'
import { LIVE } from './live-alerts.ts'
import { severityColors, severityIcons } from './Severity.tsx'

/** Rings when something is out of line: how many are new to the reader, and the latest as a list. */
export function Bell() {
  return useMay('readAlerts') ? <RingingBell /> : null
}

function RingingBell() {
  const t = useText(alertsText)
  const { centerId } = useCenter()
  const [isOpen, setOpen] = useState(false)
  const { data } = useReply(alerts.readBell, { params: { centerId } }, { live: LIVE })
  const see = useAct(alerts.seeBell, { touches: [alerts.readBell], problem: 'self' })
  const { open = 0, unread = 0, isCritical = false, latest = [] } = data ?? {}
  const newest = Math.max(0, ...latest.map(({ alertId }) => alertId))
  const toggle = (): void => {
    setOpen(!isOpen)
    if (!isOpen && unread > 0) see.mutate({ params: { centerId }, body: { alertId: newest } })
  }
  const Icon = open > 0 ? IconBellRinging : IconBell
  return (
    <Popover opened={isOpen} onChange={setOpen} width={340} position="top-start" withinPortal trapFocus>
      <Popover.Target>
        <Indicator label={unread > 99 ? '99+' : unread} size={16} color="brick.7" disabled={unread === 0} offset={4}>
          <ActionIcon
            className={classes['bell'] ?? ''}
            aria-label={t('bell', { count: unread })}
            aria-haspopup="dialog"
            data-critical={isCritical}
            onClick={toggle}
          >
            <Icon size={17} />
          </ActionIcon>
        </Indicator>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('alerts')}>
        <Latest bell={{ open, unread, isCritical, latest }} onLeave={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}

function Latest({ bell: { open, latest }, onLeave }: { readonly bell: AlertBell; readonly onLeave: () => void }) {
  const t = useText(alertsText)
  const language = useLanguage()
  const formats = useFormats()
  const { centerId } = useCenter()
  return (
    <Stack gap="xs">
      <Text fw={600}>{open === 0 ? t('noneOpen') : t('openCount', { count: open })}</Text>
      <ul className={classes['list']}>
        {latest.map(({ alertId, severity, words, raisedAt, clearedAt }) => {
          const Icon = severityIcons[severity]
          return (
            <li key={alertId} data-over={clearedAt !== null}>
              <Icon
                size={16}
                color={clearedAt === null ? severityColors[severity] : 'var(--mantine-color-dimmed)'}
                aria-hidden
              />
              <Link to={paths.alert(centerId, alertId)} onClick={onLeave}>
                {words[language]}
                <span className={classes['when']}>
                  {clearedAt === null ? formats.dateTime(raisedAt) : formats.stretch(raisedAt, clearedAt)}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      <Anchor component={Link} to={paths.alerts(centerId)} onClick={onLeave} size="sm">
        {t('allAlerts')}
      </Anchor>
    </Stack>
  )
}
