import type { Room } from '../platform/room.ts'
import { connectorsProblems } from './connectors-problems.ts'

/** Channels by which data come in as they happen. */
export const connectors: Room = {
  problemWords: connectorsProblems,
  centerPages: [
    {
      path: '/settings/channels',
      may: 'importContacts',
      page: () => import('./ChannelsPage.tsx').then((file) => file.ChannelsPage),
      settings: { title: { ru: 'Каналы данных', en: 'Channels' }, group: 'center', order: 80 },
    },
  ],
}
