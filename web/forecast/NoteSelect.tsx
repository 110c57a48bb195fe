import { Select, Text } from '@mantine/core'
import { useState } from 'react'

import { type Note, noteRoutes } from '@pult/contract/measures-notes'

import { useCenter } from '../platform/center.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { addDays } from '../ui/period.ts'
import { layerText } from './layer-text.ts'

/** Comments older than this are hardly of an event that comes again. */
const LOOK_BACK_DAYS = 550

/** A comment on past days, to take its days and words from. */
export function NoteSelect({ onChoose }: { readonly onChoose: (note: Note | undefined) => void }) {
  const t = useText(layerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const today = formats.today(Date.now())
  const [noteId, setNoteId] = useState<string | null>(null)
  const notes = useReply(noteRoutes.listNotes, {
    params: { centerId },
    query: { from: addDays(today, -LOOK_BACK_DAYS), to: today },
  })
  const past = (notes.data?.notes ?? []).toReversed()
  if (past.length === 0) return notes.data === undefined ? null : <Text size="sm">{t('pastNone')}</Text>
  return (
    <Select
      label={t('pastNote')}
      searchable
      clearable
      value={noteId}
      onChange={(value) => {
        setNoteId(value)
        onChoose(past.find((note) => String(note.noteId) === value))
      }}
      data={past.map((note) => ({
        value: String(note.noteId),
        label: `${formats.dateRange(note.firstDay, note.lastDay)}: ${note.text}`,
      }))}
    />
  )
}
