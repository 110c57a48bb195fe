import { z } from 'zod'

import { PlainDate } from './plain-date.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const LocalDate = PlainDate
const Instant = z.iso.datetime({ offset: true })
const Note = z.string().trim().max(1000)
const Version = z.number().int()
/** Minutes of the wall clock after the day's midnight; 1440 is the end of the day. */
const Minute = z.number().int().min(0).max(1440)
const Weekdays = z.array(z.number().int().min(1).max(7)).min(1).max(7)
type Nothing = Record<string, never>

export const absenceKinds = ['leave', 'sick', 'study', 'unavailable', 'other'] as const
export const availabilityKinds = ['available', 'unavailable', 'study'] as const
export const wishKinds = ['off', 'template', 'startFrom', 'endBy'] as const

const absence = {
  kind: z.enum(absenceKinds),
  /** Days, both included. */
  firstDay: LocalDate,
  lastDay: LocalDate,
  /** Part of a single day; both null: whole days. */
  fromMinute: Minute.nullable(),
  toMinute: Minute.nullable(),
  note: Note,
}

/** Leave, illness and other days on which she does not work. */
export const Absence = z.object({
  absenceId: z.number().int(),
  agentId: z.number().int(),
  ...absence,
  madeByName: z.string(),
  madeAt: Instant,
  version: Version,
})
export type Absence = z.infer<typeof Absence>

export const AbsenceDraft = z
  .object({
    agentId: Id,
    ...absence,
    /** `merge` joins it with absences of the same kind that it touches; those of another kind are refused all the same. */
    ifOverlaps: z.enum(['refuse', 'merge']).default('refuse'),
  })
  .strict()
export type AbsenceDraft = z.infer<typeof AbsenceDraft>
export const AbsenceChange = z.object({ ...absence, version: Version }).strict()
export type AbsenceChange = z.infer<typeof AbsenceChange>

const availability = {
  /**
   * `available`: on days when any of these holds she can work at these times alone. `unavailable`: she cannot at these. `study`: she has
   * lessons then.
   */
  kind: z.enum(availabilityKinds),
  from: LocalDate,
  to: LocalDate.nullable(),
  /** ISO weekdays, 1 is Monday. */
  weekdays: Weekdays,
  fromMinute: Minute,
  /** After `fromMinute`, or before it where it ends on the next day. */
  toMinute: Minute,
  note: Note,
}

/** When she can work, week by week: a student's timetable, a mother's evenings. */
export const Availability = z.object({
  availabilityId: z.number().int(),
  agentId: z.number().int(),
  ...availability,
  version: Version,
})
export type Availability = z.infer<typeof Availability>
export const AvailabilityDraft = z.object({ agentId: Id, ...availability }).strict()
export type AvailabilityDraft = z.infer<typeof AvailabilityDraft>
export const AvailabilityChange = z.object({ ...availability, version: Version }).strict()
export type AvailabilityChange = z.infer<typeof AvailabilityChange>

const wish = {
  kind: z.enum(wishKinds),
  firstDay: LocalDate,
  lastDay: LocalDate,
  /** Of these days; every weekday where null. */
  weekdays: Weekdays.nullable(),
  /** For `template`: the shift she would like. */
  shiftTemplateId: Id.nullable(),
  /** For `startFrom` and `endBy`; beyond 1440 on the next day. */
  minute: z.number().int().min(0).max(2880).nullable(),
  /** 1 would be nice, 2 matters, 3 matters much. */
  importance: z.number().int().min(1).max(3),
  note: Note,
}

/** What she would like; unlike an absence it may be refused, and why is told. */
export const Wish = z.object({
  wishId: z.number().int(),
  agentId: z.number().int(),
  ...wish,
  madeByName: z.string(),
  madeAt: Instant,
  version: Version,
})
export type Wish = z.infer<typeof Wish>
export const WishDraft = z.object({ agentId: Id, ...wish }).strict()
export type WishDraft = z.infer<typeof WishDraft>
export const WishChange = z.object({ ...wish, version: Version }).strict()
export type WishChange = z.infer<typeof WishChange>

const PeriodQuery = z.object({
  agentId: Id.optional(),
  /** Days, both included: what touches them is listed; everything where left out. */
  firstDay: LocalDate.optional(),
  lastDay: LocalDate.optional(),
})
type PeriodQuery = z.infer<typeof PeriodQuery>

const AbsenceParams = CenterParams.extend({ absenceId: Id })
type AbsenceParams = z.infer<typeof AbsenceParams>
const AvailabilityParams = CenterParams.extend({ availabilityId: Id })
type AvailabilityParams = z.infer<typeof AvailabilityParams>
const WishParams = CenterParams.extend({ wishId: Id })
type WishParams = z.infer<typeof WishParams>

interface PeopleTimeRoutes {
  readonly listAbsences: Route<CenterParams, PeriodQuery, Nothing, { readonly absences: Absence[] }>
  readonly createAbsence: Route<
    CenterParams,
    Nothing,
    AbsenceDraft,
    { readonly absenceId: number; readonly merged: number }
  >
  readonly changeAbsence: Route<AbsenceParams, Nothing, AbsenceChange, Done>
  readonly deleteAbsence: Route<AbsenceParams, Nothing, Nothing, Done>
  readonly listAvailability: Route<CenterParams, PeriodQuery, Nothing, { readonly availability: Availability[] }>
  readonly createAvailability: Route<CenterParams, Nothing, AvailabilityDraft, { readonly availabilityId: number }>
  readonly changeAvailability: Route<AvailabilityParams, Nothing, AvailabilityChange, Done>
  readonly deleteAvailability: Route<AvailabilityParams, Nothing, Nothing, Done>
  readonly listWishes: Route<CenterParams, PeriodQuery, Nothing, { readonly wishes: Wish[] }>
  readonly createWish: Route<CenterParams, Nothing, WishDraft, { readonly wishId: number }>
  readonly changeWish: Route<WishParams, Nothing, WishChange, Done>
  readonly deleteWish: Route<WishParams, Nothing, Nothing, Done>
}

/** When people cannot work, can, and would like to. */
export const peopleTime: PeopleTimeRoutes = {
  listAbsences: route('GET', '/centers/:centerId/absences', {
    summary: 'Leave and other absences of the agents the caller sees.',
    may: 'readSchedule',
    params: CenterParams,
    query: PeriodQuery,
    reply: z.object({ absences: z.array(Absence) }),
  }),
  createAbsence: route('POST', '/centers/:centerId/absences', {
    summary: 'Adds an absence. One that overlaps another is refused, or joined with it where asked.',
    may: 'editAbsences',
    params: CenterParams,
    body: AbsenceDraft,
    reply: z.object({ absenceId: z.number().int(), merged: z.number().int() }),
  }),
  changeAbsence: route('PATCH', '/centers/:centerId/absences/:absenceId', {
    summary: 'Changes an absence.',
    may: 'editAbsences',
    params: AbsenceParams,
    body: AbsenceChange,
    reply: Done,
  }),
  deleteAbsence: route('DELETE', '/centers/:centerId/absences/:absenceId', {
    summary: 'Takes an absence back.',
    may: 'editAbsences',
    params: AbsenceParams,
    reply: Done,
  }),
  listAvailability: route('GET', '/centers/:centerId/availability', {
    summary: 'When the agents the caller sees can and cannot work, week by week.',
    may: 'readSchedule',
    params: CenterParams,
    query: PeriodQuery,
    reply: z.object({ availability: z.array(Availability) }),
  }),
  createAvailability: route('POST', '/centers/:centerId/availability', {
    summary: 'Adds a stretch of the week to an agent’s availability.',
    may: 'editAbsences',
    params: CenterParams,
    body: AvailabilityDraft,
    reply: z.object({ availabilityId: z.number().int() }),
  }),
  changeAvailability: route('PATCH', '/centers/:centerId/availability/:availabilityId', {
    summary: 'Changes a stretch of an agent’s availability.',
    may: 'editAbsences',
    params: AvailabilityParams,
    body: AvailabilityChange,
    reply: Done,
  }),
  deleteAvailability: route('DELETE', '/centers/:centerId/availability/:availabilityId', {
    summary: 'Deletes a stretch of an agent’s availability.',
    may: 'editAbsences',
    params: AvailabilityParams,
    reply: Done,
  }),
  listWishes: route('GET', '/centers/:centerId/wishes', {
    summary: 'Wishes of the agents the caller sees.',
    may: 'readSchedule',
    params: CenterParams,
    query: PeriodQuery,
    reply: z.object({ wishes: z.array(Wish) }),
  }),
  createWish: route('POST', '/centers/:centerId/wishes', {
    summary: 'Adds a wish: an agent her own, a planner anybody’s.',
    may: 'editWishes',
    params: CenterParams,
    body: WishDraft,
    reply: z.object({ wishId: z.number().int() }),
  }),
  changeWish: route('PATCH', '/centers/:centerId/wishes/:wishId', {
    summary: 'Changes a wish.',
    may: 'editWishes',
    params: WishParams,
    body: WishChange,
    reply: Done,
  }),
  deleteWish: route('DELETE', '/centers/:centerId/wishes/:wishId', {
    summary: 'Takes a wish back.',
    may: 'editWishes',
    params: WishParams,
    reply: Done,
  }),
}
