import { MultiSelect } from '@mantine/core'

import {
  permissionRooms,
  permissionsOf,
  permissionWords,
  roomWords,
  type PermissionRoom,
} from '@pult/contract/permission-words'
import { roleMay, type Permission, type Role } from '@pult/contract/permissions'

import { useSaid } from '../ui/language.tsx'

interface RoomsFieldProps {
  readonly label: string
  readonly description: string
  readonly role: Role
  readonly value: readonly PermissionRoom[]
  readonly onChange: (rooms: PermissionRoom[]) => void
}

const ofRole = (role: Role, room: PermissionRoom): Permission[] =>
  permissionsOf(room).filter((permission) => roleMay(role, permission))

/** The acts of a role in some rooms; names of queues and agents, which every page shows, come along. Null for all rooms. */
export function actsIn(role: Role, rooms: readonly PermissionRoom[]): Permission[] | null {
  if (rooms.length === 0) return null
  const acts = new Set(rooms.flatMap((room) => ofRole(role, room)))
  if (roleMay(role, 'readSettings')) acts.add('readSettings')
  return [...acts]
}

/** In which rooms acts lie; what every page needs names no room of its own unless it stands alone. */
export function roomsOf(only: readonly Permission[] | null): PermissionRoom[] {
  const acts = (only ?? []).filter((act, _place, all) => act !== 'readSettings' || all.length === 1)
  return permissionRooms.filter((room) => acts.some((act) => permissionWords[act].room === room))
}

/** Rooms of Pult in which a role may something; none chosen means all. */
export function RoomsField({ label, description, role, value, onChange }: RoomsFieldProps) {
  const said = useSaid()
  const rooms = permissionRooms.filter((room) => ofRole(role, room).length > 0)
  return (
    <MultiSelect
      label={label}
      description={description}
      data={rooms.map((room) => ({ value: room, label: said(roomWords[room]) }))}
      value={value.filter((room) => rooms.includes(room))}
      onChange={(values) => onChange(rooms.filter((room) => values.includes(room)))}
      clearable
    />
  )
}
