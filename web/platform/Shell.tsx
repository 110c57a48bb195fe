import {
  ActionIcon,
  Alert,
  AppShell,
  Box,
  Burger,
  Button,
  Group,
  Menu,
  NavLink,
  ScrollArea,
  Text,
  Tooltip,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconLogout, IconMoon, IconPlus, IconSettings, IconSun } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouterState } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type ComponentType, type ReactNode } from 'react'

import { rightsMay, type Rights } from '@pult/contract/permissions'

import { useLanguage, useSaid, useText } from '../ui/language.tsx'
import { useCenter } from './center.tsx'
import { post } from './client.ts'
import { useConnection } from './connection.ts'
import { useHeadingFocus } from './heading-focus.ts'
import { Link, useGo } from './Link.tsx'
import { paths } from './paths.ts'
import { chooseLanguage, rememberCenter } from './preferences.ts'
import type { CenterPage, CreateCenterProps, Room } from './room.ts'
import { forgetEverything, useAskSessionAgain, useSession } from './session.ts'
import { roleKeys, shellText } from './shell-text.ts'
import classes from './Shell.module.css'

interface ShellProps {
  readonly rooms: readonly Room[]
  readonly children: ReactNode
}

/** Below the breakpoint `sm`, where the menu is folded away. */
const PHONE = '(max-width: 47.99em)'

/** What stands around every page of a centre: menu, centre, person, language, theme. */
export function Shell({ rooms, children }: ShellProps) {
  const t = useText(shellText)
  const center = useCenter()
  const [opened, menu] = useDisclosure(false)
  const [creating, setCreating] = useState(false)
  const CreateCenter = useMemo(() => createCenterOf(rooms), [rooms])
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const main = useRef<HTMLElement>(null)
  const isPhone = useMediaQuery(PHONE) ?? false
  useEffect(() => rememberCenter(center.centerId), [center.centerId])
  useEffect(() => {
    menu.close()
    // oxlint-disable-next-line react/exhaustive-deps -- only a change of page closes the menu
  }, [pathname])
  useHeadingFocus(main, pathname)
  return (
    <AppShell
      header={{ height: { base: 52, sm: 0 } }}
      navbar={{ width: 232, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding={{ base: 'sm', sm: 'lg' }}
    >
      <a href="#content" className={classes['skip']}>
        {t('skip')}
      </a>
      <AppShell.Header hiddenFrom="sm" className={classes['rail']} withBorder={false}>
        <Group h="100%" px="sm" gap="sm" wrap="nowrap">
          <Burger
            opened={opened}
            onClick={menu.toggle}
            size="sm"
            color="var(--pult-rail-text)"
            aria-label={t('menu')}
          />
          <Brand />
          <Text span truncate c="var(--pult-rail-dim)" size="sm">
            {center.centerName}
          </Text>
          <Box ml="auto">{isPhone && <Slots rooms={rooms} slot="bell" />}</Box>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar
        className={classes['rail']}
        withBorder={false}
        aria-label={t('menu')}
        // Folded away it must not be met by the Tab key or a screen reader either.
        inert={isPhone && !opened}
      >
        <AppShell.Section p="md" pb="xs" visibleFrom="sm">
          <Brand />
        </AppShell.Section>
        <AppShell.Section px="xs" pt={{ base: 'sm', sm: 0 }}>
          <CenterSwitch onCreate={() => setCreating(true)} />
        </AppShell.Section>
        <AppShell.Section grow component={ScrollArea} px="xs" mt="xs">
          <MainMenu rooms={rooms} />
        </AppShell.Section>
        <AppShell.Section p="xs">
          <Person rooms={rooms} hasBell={!isPhone} />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" ref={main} tabIndex={-1}>
        <ConnectionBanner />
        <Slots rooms={rooms} slot="strip" />
        {children}
      </AppShell.Main>
      {CreateCenter !== null && creating && (
        <Suspense fallback={null}>
          <CreateCenter opened={creating} onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </AppShell>
  )
}

function createCenterOf(rooms: readonly Room[]) {
  const load = rooms.map((room) => room.slots?.createCenter).find((slot) => slot !== undefined)
  return load === undefined
    ? null
    : lazy<ComponentType<CreateCenterProps>>(() => load().then((component) => ({ default: component })))
}

/** The name, as three faders of a desk. */
export function Brand() {
  const t = useText(shellText)
  return (
    <Group gap={9} wrap="nowrap" className={classes['brand']}>
      <img src="/icon.svg" alt="" width={24} height={24} />
      <span>{t('pult')}</span>
    </Group>
  )
}

function CenterSwitch({ onCreate }: { readonly onCreate: () => void }) {
  const t = useText(shellText)
  const center = useCenter()
  const { memberships, administersInstallation } = useSession()
  return (
    <Menu width={260} position="bottom-start">
      <Menu.Target>
        <button type="button" className={classes['switch']} aria-label={t('centers')}>
          <span className={classes['switchText']}>
            <span className={classes['switchName']}>{center.centerName}</span>
            <span className={classes['dim']}>{center.kind === 'demo' ? t('demo') : t(roleKeys[center.role])}</span>
          </span>
          <IconChevronDown size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('centers')}</Menu.Label>
        {memberships.map((one) => (
          <Menu.Item
            key={one.centerId}
            component={Link}
            to={paths.today(one.centerId)}
            fw={one.centerId === center.centerId ? 650 : 400}
          >
            {one.centerName}
          </Menu.Item>
        ))}
        {administersInstallation && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconPlus size={15} />} onClick={onCreate}>
              {t('newCenter')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

function MainMenu({ rooms }: { readonly rooms: readonly Room[] }) {
  const said = useSaid()
  const t = useText(shellText)
  const center = useCenter()
  const { centerId } = center
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const entries = pagesOf(rooms)
    .filter((page) => page.menu !== undefined && rightsMay(center, page.may))
    .toSorted((left, right) => (left.menu?.order ?? 0) - (right.menu?.order ?? 0))
  const settings = settingsOf(rooms, center)
  const inSettings = pathname.startsWith(paths.settings(centerId))
  const first = settings[0]
  return (
    <nav>
      {entries.map(({ path, menu }) => {
        const to = `/c/${centerId}${path}`
        const Icon = menu?.icon ?? IconSettings
        const active = pathname === to || pathname.startsWith(`${to}/`)
        return (
          <NavLink
            key={path}
            component={Link}
            to={to}
            label={menu === undefined ? '' : said(menu.title)}
            leftSection={<Icon size={18} stroke={1.6} />}
            active={active}
            {...(active ? { 'aria-current': 'page' as const } : {})}
            className={classes['entry'] ?? ''}
          />
        )
      })}
      {first !== undefined && (
        <NavLink
          component={Link}
          to={`/c/${centerId}${first.path}`}
          label={t('settings')}
          leftSection={<IconSettings size={18} stroke={1.6} />}
          active={inSettings}
          className={classes['entry'] ?? ''}
        />
      )}
    </nav>
  )
}

export const pagesOf = (rooms: readonly Room[]): CenterPage[] => rooms.flatMap((room) => [...(room.centerPages ?? [])])

/** Pages of Settings that somebody may open, in their order. */
export function settingsOf(rooms: readonly Room[], rights: Rights): CenterPage[] {
  const groups = ['center', 'people', 'schedule', 'access'] as const
  return pagesOf(rooms)
    .filter((page) => page.settings !== undefined && rightsMay(rights, page.may))
    .toSorted((left, right) => {
      const group = groups.indexOf(left.settings?.group ?? 'center') - groups.indexOf(right.settings?.group ?? 'center')
      return group === 0 ? (left.settings?.order ?? 0) - (right.settings?.order ?? 0) : group
    })
}

function Person({ rooms, hasBell }: { readonly rooms: readonly Room[]; readonly hasBell: boolean }) {
  const t = useText(shellText)
  const language = useLanguage()
  const { user } = useSession()
  const queryClient = useQueryClient()
  const go = useGo()
  const scheme = useComputedColorScheme('light')
  const { setColorScheme } = useMantineColorScheme()
  const signOut = async (): Promise<void> => {
    await post('/api/auth/sign-out', {})
    await forgetEverything(queryClient)
    go(paths.signIn())
  }
  return (
    <Group gap={2} wrap="nowrap" justify="space-between" className={classes['person']}>
      <button type="button" className={classes['name']} title={t('account')} onClick={() => go(paths.security())}>
        {user?.name}
      </button>
      <Group gap={0} wrap="nowrap">
        {hasBell && <Slots rooms={rooms} slot="bell" />}
        <Button
          size="compact-xs"
          variant="transparent"
          color="var(--pult-rail-dim)"
          onClick={() => chooseLanguage(language === 'ru' ? 'en' : 'ru')}
        >
          {language === 'ru' ? 'EN' : 'RU'}
        </Button>
        <Tooltip label={t(scheme === 'dark' ? 'light' : 'dark')}>
          <ActionIcon
            className={classes['tool'] ?? ''}
            aria-label={t(scheme === 'dark' ? 'light' : 'dark')}
            onClick={() => setColorScheme(scheme === 'dark' ? 'light' : 'dark')}
          >
            {scheme === 'dark' ? <IconSun size={17} /> : <IconMoon size={17} />}
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('signOut')}>
          <ActionIcon className={classes['tool'] ?? ''} aria-label={t('signOut')} onClick={() => void signOut()}>
            <IconLogout size={17} />
          </ActionIcon>
        </Tooltip>
      </Group>
    </Group>
  )
}

function ConnectionBanner() {
  const t = useText(shellText)
  const connection = useConnection()
  const askAgain = useAskSessionAgain()
  const hasEnded = connection === 'signedOut'
  useEffect(() => {
    // The session has ended somewhere behind this page: asking who is signed in leads to sign-in and back.
    if (hasEnded) void askAgain()
    // oxlint-disable-next-line react/exhaustive-deps -- asked once for each end
  }, [hasEnded])
  if (connection !== 'offline' && connection !== 'starting') return null
  return (
    <Alert color="brass" mb="md" role="status">
      {t(connection)}
    </Alert>
  )
}

/** What rooms hang into one place of the shell, each loaded by itself. */
function Slots({ rooms, slot }: { readonly rooms: readonly Room[]; readonly slot: 'strip' | 'bell' }) {
  const slots = useMemo(
    () =>
      rooms.flatMap((room) => {
        const load = room.slots?.[slot]
        return load === undefined ? [] : [lazy(() => load().then((component) => ({ default: component })))]
      }),
    [rooms, slot],
  )
  return (
    <Suspense fallback={null}>
      {slots.map((Slot, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a slot is its place among the rooms
        <Slot key={place} />
      ))}
    </Suspense>
  )
}
