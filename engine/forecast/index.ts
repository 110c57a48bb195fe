export { accuracyOf, type Accuracy, type ScoredDay } from './accuracy.ts'
export { backtest, type Backtest, type BacktestBaseline, type BacktestLead, type BacktestOptions } from './backtest.ts'
export { borrowHistory } from './borrowed-history.ts'
export {
  buildDayGrid,
  clock,
  findRowFault,
  type DayGrid,
  type DayGridOptions,
  type IntervalRow,
  type RowFault,
} from './day-grid.ts'
export { doubtedStretches, type DoubtedStretch } from './doubted-stretches.ts'
export { prepareSeries, type History, type Member, type PreparedSeries, type TargetDay } from './history.ts'
export { backtestIntraday, type IntradayBacktest, type IntradayBacktestOptions } from './intraday.ts'
export { baselineMembers, defaultMembers } from './members.ts'
export { drawDayTotals, forecastDays, type ForecastDay, type ForecastOptions } from './forecast-days.ts'
export { learnQueue, type LeadModel, type LearnOptions, type QueueModel } from './queue-model.ts'
export { drawJointTotals } from './joint-totals.ts'
export { likenessOf } from './likeness.ts'
export { silentSlots, withinHours } from './open-hours.ts'
export { applyLayers, type Layer, type LayeredDay } from './layers.ts'
export { sizeOfEvent, type EventDay, type EventSize } from './past-event.ts'
export { keptProbabilities, type Spread } from './spread.ts'
export { renewDay } from './renew-day.ts'
export { runningHandlingTimes, type HandledInterval } from './running-handling.ts'
export {
  allTogether,
  correlationAt,
  learnQueueCorrelation,
  sumBands,
  type PairCorrelation,
  type QueueBand,
  type QueueCorrelation,
  type QueueTried,
  type TriedDay,
} from './queue-correlation.ts'
