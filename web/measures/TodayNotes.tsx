import { Text } from '@mantine/core'

import { center as centerRoutes } from '@pult/contract/center'
import { noteRoutes } from '@pult/contract/measures-notes'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { addDays } from '../ui/period.ts'
import { measuresText } from './measures-text.ts'

/** What people noted about today, below its curve; nothing where nobody noted anything. */
export function TodayNotes({ day }: { readonly day: string }) {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const query = { from: day, to: addDays(day, 1) }
  const notes = useReply(noteRoutes.listNotes, { params: { centerId }, query }).data?.notes ?? []
  const queues = useReply(centerRoutes.listQueues, { params: { centerId } }).data?.queues ?? []
  const nameOf = (id: number | null): string => queues.find(({ queueId }) => queueId === id)?.name ?? ''
  return notes.map(({ noteId, queueId, text }) => (
    <Text key={noteId} size="sm">
      {t('note')}: {[nameOf(queueId), text].filter((part) => part !== '').join(': ')}
    </Text>
  ))
}
