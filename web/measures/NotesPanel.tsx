import { ActionIcon, Button, Group, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconNote, IconPencil, IconTrash } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'

import { center as centerRoutes } from '@pult/contract/center'
import { type Note, noteRoutes } from '@pult/contract/measures-notes'

import { useCenter, useMay } from '../platform/center.tsx'
import type { ApiProblem } from '../platform/problem.ts'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import type { Days } from '../ui/period.ts'
import { useWho } from '../ui/who.ts'
import { measuresText } from './measures-text.ts'
import classes from './measures.module.css'

interface NotesPanelProps {
  readonly days: Days
  readonly reply: UseQueryResult<{ notes: Note[] }, ApiProblem>
}

/** Comments on days and periods; they show on every chart that follows the calendar, and here beside all others. */
export function NotesPanel({ days, reply }: NotesPanelProps) {
  const t = useText(measuresText)
  const mayWrite = useMay('writeNotes')
  const [writing, setWriting] = useState(false)
  const isEmpty = reply.data?.notes.length === 0
  return (
    <div className={isEmpty ? 'no-print' : ''}>
      <Section
        title={t('notes')}
        actions={
          mayWrite && (
            <Button size="xs" variant="default" leftSection={<IconNote size={14} />} onClick={() => setWriting(true)}>
              {t('addNote')}
            </Button>
          )
        }
      >
        <Reply reply={reply}>
          {({ notes }) =>
            notes.length === 0 ? (
              <Text c="dimmed" size="sm">
                {t('noNotes')}
              </Text>
            ) : (
              <Stack gap={6} className={classes['notes'] ?? ''}>
                {notes.map((note) => (
                  <NoteLine key={note.noteId} note={note} />
                ))}
              </Stack>
            )
          }
        </Reply>
        {writing && <WriteNote note={draftOn(days.to)} onClose={() => setWriting(false)} />}
      </Section>
    </div>
  )
}

function NoteLine({ note }: { readonly note: Note }) {
  const t = useText(measuresText)
  const who = useWho()
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(centerRoutes.listQueues, { params: { centerId } }).data?.queues ?? []
  const queue = queues.find(({ queueId }) => queueId === note.queueId)?.name
  const remove = useAct(noteRoutes.deleteNote, { touches: [noteRoutes.listNotes] })
  const [editing, setEditing] = useState(false)
  return (
    <Group gap="xs" wrap="nowrap" align="baseline">
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        {formats.dateRange(note.firstDay, note.lastDay)}
      </Text>
      <Text size="sm">{queue === undefined ? note.text : `${queue}: ${note.text}`}</Text>
      <Text size="xs" c="dimmed">
        {who(note.createdByName)}
      </Text>
      {note.own && (
        <Group gap={4} wrap="nowrap" className="no-print">
          <ActionIcon size="sm" aria-label={`${t('changeNote')}: ${note.text}`} onClick={() => setEditing(true)}>
            <IconPencil size={14} />
          </ActionIcon>
          <ActionIcon
            size="sm"
            aria-label={`${t('delete')}: ${note.text}`}
            onClick={() => remove.mutate({ params: { centerId, noteId: note.noteId } })}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </Group>
      )}
      {editing && <WriteNote note={note} onClose={() => setEditing(false)} />}
    </Group>
  )
}

type Draft = Pick<Note, 'firstDay' | 'lastDay' | 'queueId' | 'text'> & { readonly noteId?: number }

const draftOn = (day: string): Draft => ({ firstDay: day, lastDay: day, queueId: null, text: '' })

/** A new note, or one that is changed. */
function WriteNote({ note, onClose }: { readonly note: Draft; readonly onClose: () => void }) {
  const t = useText(measuresText)
  const { centerId } = useCenter()
  const queues = useReply(centerRoutes.listQueues, { params: { centerId } })
  const [firstDay, setFirstDay] = useState(note.firstDay)
  const [lastDay, setLastDay] = useState(note.lastDay)
  const [queueId, setQueueId] = useState(String(note.queueId ?? 0))
  const [text, setText] = useState(note.text)
  const after = { touches: [noteRoutes.listNotes], done: t('noteSaved'), onDone: onClose }
  const create = useAct(noteRoutes.createNote, after)
  const change = useAct(noteRoutes.changeNote, after)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const body = { firstDay, lastDay, queueId: queueId === '0' ? null : Number(queueId), text }
    if (note.noteId === undefined) create.mutate({ params: { centerId }, body })
    else change.mutate({ params: { centerId, noteId: note.noteId }, body })
  }
  return (
    <Modal opened onClose={onClose} title={t(note.noteId === undefined ? 'addNote' : 'changeNote')}>
      <form onSubmit={submit}>
        <Stack>
          <Group grow>
            <TextInput
              type="date"
              label={t('noteDays')}
              required
              value={firstDay}
              onChange={(event) => setFirstDay(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label=" "
              aria-label={t('noteDays')}
              required
              min={firstDay}
              value={lastDay}
              onChange={(event) => setLastDay(event.currentTarget.value)}
            />
          </Group>
          <Select
            label={t('noteQueue')}
            allowDeselect={false}
            value={queueId}
            onChange={(value) => setQueueId(value ?? '0')}
            data={[
              { value: '0', label: t('wholeCenter') },
              ...(queues.data?.queues ?? []).map((queue) => ({ value: String(queue.queueId), label: queue.name })),
            ]}
          />
          <Textarea
            label={t('noteText')}
            required
            maxLength={2000}
            autosize
            minRows={2}
            value={text}
            data-autofocus
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button type="submit" loading={create.isPending || change.isPending}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
