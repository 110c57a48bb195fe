import type { Room } from '../platform/room.ts'

export const center: Room = {}
