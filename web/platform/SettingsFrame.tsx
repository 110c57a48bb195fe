import { NavLink } from '@mantine/core'
import { useRouterState } from '@tanstack/react-router'
import { Fragment, useEffect, useRef, type ReactNode } from 'react'

import { useSaid, useText } from '../ui/language.tsx'
import { useCenter } from './center.tsx'
import { Link } from './Link.tsx'
import type { Room } from './room.ts'
import { settingsOf } from './Shell.tsx'
import { shellText } from './shell-text.ts'
import classes from './Shell.module.css'

const groupKeys = {
  center: 'groupCenter',
  people: 'groupPeople',
  schedule: 'groupSchedule',
  access: 'groupAccess',
} as const

interface SettingsFrameProps {
  readonly rooms: readonly Room[]
  readonly children: ReactNode
}

/** The settings' own menu beside a settings page. */
export function SettingsFrame({ rooms, children }: SettingsFrameProps) {
  const t = useText(shellText)
  const said = useSaid()
  const center = useCenter()
  const { centerId } = center
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const entries = settingsOf(rooms, center)
  const menu = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the menu is a strip that scrolls: the open page must be seen in it. Only the strip moves, never the page.
    const strip = menu.current
    const entry = [...(strip?.querySelectorAll('a') ?? [])].find((link) => pathname.startsWith(link.pathname))
    if (strip === null || entry === undefined) return
    strip.scrollLeft = entry.offsetLeft - (strip.clientWidth - entry.offsetWidth) / 2
  }, [pathname])
  return (
    <div className={classes['settings']}>
      <nav ref={menu} className={`${classes['settingsMenu']} no-print`} aria-label={t('settings')}>
        {entries.map(({ path, settings }, place) => {
          const to = `/c/${centerId}${path}`
          const group = settings?.group ?? 'center'
          return (
            <Fragment key={path}>
              {entries[place - 1]?.settings?.group !== group && (
                <div className={classes['settingsGroup']}>{t(groupKeys[group])}</div>
              )}
              <NavLink
                component={Link}
                to={to}
                label={settings === undefined ? '' : said(settings.title)}
                active={pathname === to || pathname.startsWith(`${to}/`)}
                py={6}
                className={classes['settingsEntry'] ?? ''}
              />
            </Fragment>
          )
        })}
      </nav>
      <div>{children}</div>
    </div>
  )
}
