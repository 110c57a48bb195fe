import { channels } from '@pult/engine/contacts'
import {
  comparisons,
  plainQuestion,
  splits,
  type CurveQuery,
  type MeasureQuery,
  type MeasureQueryInput,
  type Split,
} from '@pult/contract/measures'
import { curveQuestion, mapMeasureOf, mapQuestion, usualMeasures } from '@pult/contract/measures-views'

import { defineView, inAddress, type StateOf } from '../platform/view.ts'
import { addDays, daysOf, periodInAddress } from '../ui/period.ts'

export const splitChoices = ['none', ...splits] as const
export const tabs = ['table', 'chart', 'heatmap', 'curve'] as const

/** What the address of the Measures page holds; a saved view is the same, kept under a name. */
export const measuresView = defineView({
  period: periodInAddress('this-week'),
  measures: inAddress.texts(usualMeasures),
  by: inAddress.oneOf(splitChoices, 'queue'),
  by2: inAddress.oneOf(splitChoices, 'none'),
  compare: inAddress.oneOf(comparisons, 'previous'),
  within: inAddress.maybeNumber(),
  queues: inAddress.numbers(),
  teams: inAddress.numbers(),
  channels: inAddress.texts(),
  tab: inAddress.oneOf(tabs, 'table'),
  /** The measure of the heat map; empty: the first of those chosen. */
  map: inAddress.text(),
  /** The instant whose definitions count; empty: as they are now. */
  definitions: inAddress.text(),
  /** When the saved view was made that led here. */
  saved: inAddress.text(),
})
export type MeasuresState = StateOf<typeof measuresView>

/** The period as the API wants it: the last day excluded. */
export function spanOf(state: MeasuresState, today: string): { from: string; to: string } {
  const days = daysOf(state.period, today)
  return { from: days.from, to: addDays(days.to, 1) }
}

type Filters = NonNullable<MeasureQueryInput['filters']>

export function filtersOf(state: MeasuresState): Filters {
  const known = channels.filter((channel) => state.channels.includes(channel))
  return {
    ...(state.queues.length === 0 ? {} : { queueIds: [...state.queues] }),
    ...(state.teams.length === 0 ? {} : { teamIds: [...state.teams] }),
    ...(known.length === 0 ? {} : { channels: known }),
  }
}

/** Splits along which a series swings by itself. Along a day it has a shape: half-hours outside the limits are its mornings and nights. */
const seriesSplits = new Set<string>(['day', 'week', 'month'])

/** The question that the page's state asks. */
export function queryOf(state: MeasuresState, today: string): MeasureQuery {
  const chosen = [state.by, state.by2].filter((split): split is Split => split !== 'none')
  const splitBy = [...new Set(chosen)]
  const isSeries = splitBy.length === 1 && seriesSplits.has(splitBy[0] ?? '')
  return {
    ...plainQuestion,
    ...spanOf(state, today),
    measures: [...state.measures],
    splitBy,
    compare: state.compare,
    control: state.tab === 'chart' && isSeries,
    filters: filtersOf(state),
    ...(state.within === null ? {} : { withinSeconds: state.within }),
    ...asOfState(state),
  }
}

/** The question of the heat map. */
export const mapQueryOf = (state: MeasuresState, today: string): MeasureQuery =>
  mapQuestion(queryOf(state, today), mapMeasureOf(state.map, state.measures))

/** The question of the service-level curve. */
export const curveQueryOf = (state: MeasuresState, today: string): CurveQuery => curveQuestion(queryOf(state, today))

/** The instant whose definitions count, where the address names one. */
export const asOfState = ({ definitions }: MeasuresState): Pick<MeasureQueryInput, 'definitionsAsOf'> =>
  Number.isNaN(Date.parse(definitions)) ? {} : { definitionsAsOf: definitions }
