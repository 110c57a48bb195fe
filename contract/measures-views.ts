import { z } from 'zod'

import { plainQuestion, type CurveQuery, type MeasureQuery } from './measures.ts'
import { CenterParams, Done, Id, route, type Route } from './route.ts'

const Instant = z.iso.datetime({ offset: true })

const Name = z.string().trim().min(1).max(200)

/** The measures of a view whose address names none. */
export const usualMeasures: readonly string[] = [
  'offered',
  'answered',
  'abandonRate',
  'serviceLevel',
  'asaSeconds',
  'ahtSeconds',
]

/** The measure that a view's heat map shows: the one its address names, else the first of the view's. */
export const mapMeasureOf = (map: string, measures: readonly string[]): string =>
  map === '' ? (measures[0] ?? 'offered') : map

/** The question of a view's heat map: one measure by weekday and half-hour. */
export const mapQuestion = (question: MeasureQuery, measure: string): MeasureQuery => ({
  ...question,
  measures: [measure],
  splitBy: ['weekday', 'slot'],
  compare: plainQuestion.compare,
  control: plainQuestion.control,
})

/** The question of a view's service-level curve. */
export const curveQuestion = ({ from, to, filters }: MeasureQuery): CurveQuery => ({ from, to, filters })

export const ViewDraft = z
  .object({
    name: Name,
    /** The address state of the page: filters, period, tab. Up to 8 kB of JSON. */
    state: z
      .record(z.string(), z.unknown())
      .refine((state) => JSON.stringify(state).length <= 8192, 'at most 8192 characters of JSON'),
    shared: z.boolean().default(false),
  })
  .strict()
export type ViewDraft = z.infer<typeof ViewDraft>

export const View = z.object({
  viewId: z.number(),
  name: z.string(),
  state: z.record(z.string(), z.unknown()),
  shared: z.boolean(),
  own: z.boolean(),
  createdByName: z.string(),
  changedAt: Instant,
})
export type View = z.infer<typeof View>

const ViewParams = CenterParams.extend({ viewId: Id })

type None = Record<string, never>
type ViewParams = z.infer<typeof ViewParams>

interface ViewRoutes {
  readonly listViews: Route<CenterParams, None, None, { views: View[] }>
  readonly createView: Route<CenterParams, None, ViewDraft, View>
  readonly readView: Route<ViewParams, None, None, View>
  readonly changeView: Route<ViewParams, None, ViewDraft, View>
  readonly deleteView: Route<ViewParams, None, None, Done>
}

/** Views of measures that are kept under a name. */
export const viewRoutes: ViewRoutes = {
  listViews: route('GET', '/centers/:centerId/measures/views', {
    summary: 'Own and shared views.',
    may: 'readMeasures',
    params: CenterParams,
    reply: z.object({ views: z.array(View) }),
  }),
  createView: route('POST', '/centers/:centerId/measures/views', {
    summary: 'Saves a view of measures under a name.',
    may: 'saveViews',
    params: CenterParams,
    body: ViewDraft,
    reply: View,
  }),
  readView: route('GET', '/centers/:centerId/measures/views/:viewId', {
    summary: 'One view, by its own address.',
    may: 'readMeasures',
    params: ViewParams,
    reply: View,
  }),
  changeView: route('PUT', '/centers/:centerId/measures/views/:viewId', {
    summary: 'Changes an own view.',
    may: 'saveViews',
    params: ViewParams,
    body: ViewDraft,
    reply: View,
  }),
  deleteView: route('DELETE', '/centers/:centerId/measures/views/:viewId', {
    summary: 'Deletes an own view.',
    may: 'saveViews',
    params: ViewParams,
    reply: Done,
  }),
}
