import { Button, Stack, Text } from '@mantine/core'

import type { Forecast } from '@pult/contract/forecast'
import type { LaidLayer } from '@pult/contract/forecast-layers'
import { type Note, noteRoutes } from '@pult/contract/measures-notes'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { addDays } from '../ui/period.ts'
import { isLaid } from './laid-notes.ts'
import { layerText } from './layer-text.ts'

interface CommentedDaysProps {
  readonly forecast: Forecast
  readonly layers: readonly LaidLayer[]
  readonly onLay: (note: Note) => void
}

/** What somebody wrote about days of this forecast and nobody has laid over it yet. */
export function CommentedDays({ forecast: { firstDay, lastDay }, layers, onLay }: CommentedDaysProps) {
  const t = useText(layerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const reply = useReply(noteRoutes.listNotes, {
    params: { centerId },
    query: { from: firstDay, to: addDays(lastDay, 1) },
  })
  const open = (reply.data?.notes ?? []).filter((note) => !isLaid(note, layers))
  if (open.length === 0) return null
  const columns: ListColumn<Note>[] = [
    { key: 'text', title: t('pastNote'), cell: ({ text }) => text },
    { key: 'days', title: t('days'), cell: (note) => formats.dateRange(note.firstDay, note.lastDay) },
    { key: 'author', title: t('author'), cell: ({ createdByName }) => createdByName },
    {
      key: 'acts',
      title: t('layNote'),
      acts: 'words',
      cell: (note) => (
        <Button variant="subtle" size="compact-sm" onClick={() => onLay(note)}>
          {t('layNote')}
        </Button>
      ),
    },
  ]
  return (
    <Stack gap={4} mt="md">
      <Text size="sm" fw={550}>
        {t('notesOpen')}
      </Text>
      <ListTable label={t('notesOpen')} columns={columns} rows={open} rowKey={({ noteId }) => noteId} empty={null} />
    </Stack>
  )
}
