import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })

export const NoteDraft = z
  .object({
    /** First and last day it is about, both included. */
    firstDay: LocalDate,
    lastDay: LocalDate,
    /** Null: the whole centre. */
    queueId: z.number().int().positive().nullable().default(null),
    text: z.string().trim().min(1).max(2000),
  })
  .strict()
  .refine((note) => note.lastDay >= note.firstDay, {
    message: 'the last day comes before the first',
    path: ['lastDay'],
  })
export type NoteDraft = z.infer<typeof NoteDraft>

export const Note = z.object({
  noteId: z.number(),
  firstDay: LocalDate,
  lastDay: LocalDate,
  queueId: z.number().nullable(),
  text: z.string(),
  own: z.boolean(),
  createdByName: z.string(),
  changedAt: Instant,
})
export type Note = z.infer<typeof Note>

const NoteParams = CenterParams.extend({ noteId: Id })
const NotesQuery = z.object({ from: LocalDate.optional(), to: LocalDate.optional(), queueId: Id.optional() })

type None = Record<string, never>
type NoteParams = z.infer<typeof NoteParams>

interface NoteRoutes {
  readonly listNotes: Route<CenterParams, z.infer<typeof NotesQuery>, None, { notes: Note[] }>
  readonly createNote: Route<CenterParams, None, NoteDraft, Note>
  readonly changeNote: Route<NoteParams, None, NoteDraft, Note>
  readonly deleteNote: Route<NoteParams, None, None, Done>
}

/** What people write to days and periods. */
export const noteRoutes: NoteRoutes = {
  listNotes: route('GET', '/centers/:centerId/notes', {
    summary: 'Notes on days and periods that touch [from, to); with a queue, its own and the centre’s.',
    may: 'readMeasures',
    params: CenterParams,
    query: NotesQuery,
    reply: z.object({ notes: z.array(Note) }),
  }),
  createNote: route('POST', '/centers/:centerId/notes', {
    summary: 'A comment on a day or period; shows on every chart.',
    may: 'writeNotes',
    params: CenterParams,
    body: NoteDraft,
    reply: Note,
  }),
  changeNote: route('PUT', '/centers/:centerId/notes/:noteId', {
    summary: 'Changes an own note.',
    may: 'writeNotes',
    params: NoteParams,
    body: NoteDraft,
    reply: Note,
  }),
  deleteNote: route('DELETE', '/centers/:centerId/notes/:noteId', {
    summary: 'Deletes an own note.',
    may: 'writeNotes',
    params: NoteParams,
    reply: Done,
  }),
}
