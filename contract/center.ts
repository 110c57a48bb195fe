import { z } from 'zod'

import { channels } from '@pult/engine/contacts'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Confirmed, Done, Id, route, ToConfirm, type Route } from './route.ts'

const Name = z.string().trim().min(1).max(200)
const LocalDate = PlainDate
const Version = z.number().int()
type None = Record<string, never>

export const Policy = z.object({
  /** Abandons shorter than this many seconds are short. */
  shortAbandonSeconds: z.number().int().min(0).max(300).default(5),
  /** How far apart contacts of one customer still are one matter. */
  recallHours: z.number().int().min(1).max(2160).default(168),
  retryHours: z.number().int().min(1).max(720).default(24),
})
export type Policy = z.infer<typeof Policy>

export const Center = z.object({
  centerId: z.number(),
  name: Name,
  kind: z.enum(['own', 'demo']),
  timeZone: z.string(),
  calendar: z.string(),
  currency: z.string(),
  policy: Policy,
  version: Version,
})
export type Center = z.infer<typeof Center>

const TimeZone = z
  .string()
  .refine(
    (zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC',
    'must be a time zone such as Europe/Moscow',
  )

export const NewCenter = z.object({ name: Name, timeZone: TimeZone, calendar: z.enum(['ru', 'none']) })
export type NewCenter = z.infer<typeof NewCenter>

export const CenterChange = z.object({
  name: Name,
  timeZone: TimeZone,
  calendar: z.enum(['ru', 'none']),
  policy: Policy,
  version: Version,
})
export type CenterChange = z.infer<typeof CenterChange>

export const ChannelName = z.enum(channels)
export const Status = z.enum(['confirmed', 'toConfirm', 'archived'])

export const Queue = z.object({
  queueId: z.number(),
  name: Name,
  channel: ChannelName,
  status: Status,
  openingHoursId: z.number().nullable(),
  /** What files and systems call it. */
  names: z.array(z.string()),
  version: Version,
})
export type Queue = z.infer<typeof Queue>

export const QueueChange = z.object({
  name: Name,
  channel: ChannelName,
  status: Status,
  openingHoursId: Id.nullable(),
  version: Version,
})
export type QueueChange = z.infer<typeof QueueChange>

const Clock = z.string().regex(/^([01]?\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time from 00:00 to 24:00')

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}

/** Times of one day at which a queue is open, one after the other; a night is told as the end of one day and the start of the next. */
const Periods = z
  .array(z.tuple([Clock, Clock]))
  .max(6)
  .superRefine((periods, context) => {
    for (const [index, [from, to]] of periods.entries()) {
      const former = periods[index - 1]
      if (minutesOf(to) <= minutesOf(from)) {
        const message = `${from}–${to} ends before it begins; tell a night as two: until 24:00, and from 00:00 of the next day`
        context.addIssue({ code: 'custom', path: [index], message })
      } else if (former !== undefined && minutesOf(from) < minutesOf(former[1])) {
        context.addIssue({
          code: 'custom',
          path: [index],
          message: `${from}–${to} begins before the one before it ends`,
        })
      }
    }
  })
export const Weekly = z.partialRecord(z.enum(['1', '2', '3', '4', '5', '6', '7']), Periods)
export type Weekly = z.infer<typeof Weekly>

export const OpeningHours = z.object({ openingHoursId: z.number(), name: Name, weekly: Weekly, version: Version })
export type OpeningHours = z.infer<typeof OpeningHours>

export const CalendarDay = z.object({
  day: LocalDate,
  kind: z.enum(['working', 'weekend', 'holiday', 'shortened', 'transferredOff', 'transferredWorking']),
  /** The centre's own word about the day; absent where it follows the calendar and the week. */
  own: z.object({ name: z.string(), periods: z.array(z.tuple([Clock, Clock])).nullable() }).nullable(),
})
export type CalendarDay = z.infer<typeof CalendarDay>

export const OwnDay = z.object({
  name: z.string().trim().max(200),
  periods: Periods.nullable(),
})
export type OwnDay = z.infer<typeof OwnDay>

export const Target = z.object({
  targetId: z.number(),
  /** Null: every queue that has none of its own. */
  queueId: z.number().nullable(),
  measureId: z.string(),
  value: z.number(),
  withinSeconds: z.number().nullable(),
  validFrom: LocalDate,
  validTo: LocalDate.nullable(),
})
export type Target = z.infer<typeof Target>

export const NewTarget = z.object({
  queueId: Id.nullable(),
  measureId: z.string().min(1).max(60),
  value: z.number().min(0).max(1e6),
  withinSeconds: z.number().int().min(1).max(604_800).nullable(),
  validFrom: LocalDate,
})
export type NewTarget = z.infer<typeof NewTarget>

const QueueParams = CenterParams.extend({ queueId: Id })
const HoursParams = CenterParams.extend({ openingHoursId: Id })
const DayParams = CenterParams.extend({ day: LocalDate })
const Year = z.object({ year: z.coerce.number().int().min(1990).max(2100) })
const NewHours = z.object({ name: Name, weekly: Weekly })
const ChangedHours = NewHours.extend({ version: Version })

interface CenterRoutes {
  readonly createCenter: Route<None, None, NewCenter, { centerId: number }>
  readonly readCenter: Route<CenterParams, None, None, Center>
  readonly changeCenter: Route<CenterParams, None, CenterChange, Done>
  readonly listQueues: Route<CenterParams, None, None, { queues: Queue[] }>
  readonly createQueue: Route<
    CenterParams,
    None,
    { name: string; channel: z.infer<typeof ChannelName> },
    { queueId: number }
  >
  readonly changeQueue: Route<z.infer<typeof QueueParams>, None, QueueChange, Done>
  readonly confirmQueues: Route<CenterParams, None, ToConfirm, Confirmed>
  readonly mergeQueue: Route<z.infer<typeof QueueParams>, None, { into: number }, Done>
  readonly listOpeningHours: Route<CenterParams, None, None, { openingHours: OpeningHours[] }>
  readonly createOpeningHours: Route<CenterParams, None, z.infer<typeof NewHours>, { openingHoursId: number }>
  readonly changeOpeningHours: Route<z.infer<typeof HoursParams>, None, z.infer<typeof ChangedHours>, Done>
  readonly listDays: Route<CenterParams, { year: number }, None, { days: CalendarDay[] }>
  readonly setDay: Route<z.infer<typeof DayParams>, None, OwnDay, Done>
  readonly clearDay: Route<z.infer<typeof DayParams>, None, None, Done>
  readonly listTargets: Route<CenterParams, None, None, { targets: Target[] }>
  readonly setTarget: Route<CenterParams, None, NewTarget, { targetId: number }>
}

/** Centres, their queues, hours, calendar and targets. */
export const center: CenterRoutes = {
  createCenter: route('POST', '/centers', {
    summary: 'Makes a centre; whoever makes it administers it. For administrators of the installation.',
    may: 'signedIn',
    body: NewCenter,
    reply: z.object({ centerId: z.number() }),
  }),
  readCenter: route('GET', '/centers/:centerId', {
    summary: 'The centre and its policies.',
    may: 'readSettings',
    params: CenterParams,
    reply: Center,
  }),
  changeCenter: route('PATCH', '/centers/:centerId', {
    summary: 'Changes the centre and its policies.',
    may: 'editCenter',
    params: CenterParams,
    body: CenterChange,
    reply: Done,
  }),
  listQueues: route('GET', '/centers/:centerId/queues', {
    summary: 'Queues, those to be confirmed first.',
    may: 'readSettings',
    params: CenterParams,
    reply: z.object({ queues: z.array(Queue) }),
  }),
  createQueue: route('POST', '/centers/:centerId/queues', {
    summary: 'Makes a queue.',
    may: 'editCenter',
    params: CenterParams,
    body: z.object({ name: Name, channel: ChannelName }),
    reply: z.object({ queueId: z.number() }),
  }),
  changeQueue: route('PATCH', '/centers/:centerId/queues/:queueId', {
    summary: 'Renames, confirms, archives a queue or gives it opening hours.',
    may: 'editCenter',
    params: QueueParams,
    body: QueueChange,
    reply: Done,
  }),
  confirmQueues: route('POST', '/centers/:centerId/queues/confirm', {
    summary: 'Confirms several queues met in files at once: all of them or, when one is unknown, none.',
    may: 'editCenter',
    params: CenterParams,
    body: ToConfirm,
    reply: Confirmed,
  }),
  mergeQueue: route('POST', '/centers/:centerId/queues/:queueId/merge', {
    summary: 'Two names for one queue: moves names and history of this one into the other.',
    may: 'editCenter',
    params: QueueParams,
    body: z.object({ into: Id }),
    reply: Done,
  }),
  listOpeningHours: route('GET', '/centers/:centerId/opening-hours', {
    summary: 'Weekly patterns of opening hours.',
    may: 'readSettings',
    params: CenterParams,
    reply: z.object({ openingHours: z.array(OpeningHours) }),
  }),
  createOpeningHours: route('POST', '/centers/:centerId/opening-hours', {
    summary: 'Makes a weekly pattern.',
    may: 'editCenter',
    params: CenterParams,
    body: NewHours,
    reply: z.object({ openingHoursId: z.number() }),
  }),
  changeOpeningHours: route('PATCH', '/centers/:centerId/opening-hours/:openingHoursId', {
    summary: 'Changes a weekly pattern.',
    may: 'editCenter',
    params: HoursParams,
    body: ChangedHours,
    reply: Done,
  }),
  listDays: route('GET', '/centers/:centerId/days', {
    summary: 'The days of a year: what the calendar says and what the centre says.',
    may: 'readSettings',
    params: CenterParams,
    query: Year,
    reply: z.object({ days: z.array(CalendarDay) }),
  }),
  setDay: route('PUT', '/centers/:centerId/days/:day', {
    summary: 'A day with hours of its own, or closed.',
    may: 'editCenter',
    params: DayParams,
    body: OwnDay,
    reply: Done,
  }),
  clearDay: route('DELETE', '/centers/:centerId/days/:day', {
    summary: 'The day follows the calendar again.',
    may: 'editCenter',
    params: DayParams,
    reply: Done,
  }),
  listTargets: route('GET', '/centers/:centerId/targets', {
    summary: 'Targets with the periods for which they hold.',
    may: 'readSettings',
    params: CenterParams,
    reply: z.object({ targets: z.array(Target) }),
  }),
  setTarget: route('POST', '/centers/:centerId/targets', {
    summary: 'Sets a target from a day on; the former one ends the day before.',
    may: 'editTargets',
    params: CenterParams,
    body: NewTarget,
    reply: z.object({ targetId: z.number() }),
  }),
}
