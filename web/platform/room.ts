import type { QueryKey } from '@tanstack/react-query'
import type { ComponentType } from 'react'

import type { Permission } from '@pult/contract/permissions'

import type { Bilingual, Text } from '../ui/text.ts'

/** The icon of a menu entry: a Tabler icon. */
export type Icon = ComponentType<{ readonly size?: number | string; readonly stroke?: number | string }>

/** What a page may load ahead of being drawn. */
export interface WarmQuery {
  readonly queryKey: QueryKey
  readonly queryFn: (context: { signal: AbortSignal }) => Promise<unknown>
}

/** Where a page is about to be opened. */
export interface Arrival {
  readonly centerId: number
  readonly params: Readonly<Record<string, string>>
  /** The search part of the address, to be read with `readView`. */
  readonly search: string
}

/** A page inside a centre, loaded when it is opened. */
export interface CenterPage {
  /** Below `/c/:centerId`, with `$names` for parameters: `/contacts/$contactId`. Pages of Settings begin with `/settings/`. */
  readonly path: string
  readonly may: Permission
  /** `() => import('./ContactsPage.tsx').then((room) => room.ContactsPage)` */
  readonly page: () => Promise<ComponentType>
  /** Replies to ask for at once, while the page's script is still on its way. */
  readonly warm?: (arrival: Arrival) => readonly WarmQuery[]
  /** Its entry in the main menu. */
  readonly menu?: MenuEntry
  /** Its entry among the settings; needs a path that begins with `/settings/`. */
  readonly settings?: SettingsEntry
}

export interface MenuEntry {
  readonly title: Bilingual
  readonly icon: Icon
  /** Today 10, Measures 20, Contacts 30, lost callers 40, Import 50; Settings always comes last. */
  readonly order: number
}

export interface SettingsEntry {
  readonly title: Bilingual
  readonly group: 'center' | 'people' | 'schedule' | 'access'
  readonly order: number
}

/** A page outside any centre: sign-in, a new centre. */
export interface OpenPage {
  readonly path: string
  readonly page: () => Promise<ComponentType>
  /** Whether it is for people who are signed in; others are led to sign-in and back. */
  readonly signedIn: boolean
}

/** What a room hangs into places of the shell that belong to no room. */
export interface RoomSlots {
  /** The dialog that makes a centre; opened by "Start your own centre". */
  readonly createCenter?: () => Promise<ComponentType<CreateCenterProps>>
  /** A strip above every page of a centre (the demonstration being filled, an import running). Draws nothing when there is nothing to say. */
  readonly strip?: () => Promise<ComponentType>
  /** The bell beside one's name: what is out of line. Draws nothing for those who may not know. */
  readonly bell?: () => Promise<ComponentType>
}

export interface CreateCenterProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** A room's door on the web: everything the shell needs to know of it. */
export interface Room {
  readonly centerPages?: readonly CenterPage[]
  readonly openPages?: readonly OpenPage[]
  /** Words for problem codes that only this room's routes reply with. */
  readonly problemWords?: Text
  readonly slots?: RoomSlots
}
