import type { Sink } from '../reading.ts'
import { takeUpStates } from './earlier-files.ts'
import { logEvents } from './log-events.ts'
import { rememberState, takeUpMemory, type LogMemory } from './log-memory.ts'
import { readRow, type LogRow } from './log-row.ts'
import { createLogState, timeIn, type LogState } from './log-state.ts'
import { sweep } from './sweep.ts'
import { endOpen, tellOpen } from './tell-open.ts'
import type { Unfinished } from './unfinished-log.ts'

const CLOCK_STEP_MS = 5000
const SWEEP_EVERY = 50_000
/** Lines of a log that is read while it grows come slowly. */
const SWEEP_EVERY_MS = 3_600_000

/** Puts calls, sessions and pauses together from the lines of an Asterisk queue_log. */
export interface QueueLogAssembler {
  line(text: string, rowNumber: number): void
  /** After the last line: what is unfinished is handed on as open. */
  end(): void
  /** Between two lines of a log that grows: hands on as open what has begun or changed since, and goes on. */
  tellOpen(): void
  /** What it knows of what is under way: with it another goes on from the same line. */
  remember(): LogMemory
  /** Lines that were events of a queue_log. */
  readonly recognised: () => number
}

/** `now`: of the wall clock, to tell times that cannot be. `memory`: of an assembler that read the lines before. */
export function createQueueLogAssembler(
  sink: Sink,
  now: () => number,
  unfinished: Unfinished,
  memory?: LogMemory,
): QueueLogAssembler {
  const state = createLogState(sink, unfinished)
  if (memory !== undefined) takeUpMemory(state, memory)
  let recognised = 0
  let sweptAt = 0

  function sweepNow(): void {
    sweptAt = timeIn(state)
    sweep(state)
  }

  return {
    line(text, rowNumber) {
      if (text === '') return
      const row = readRow(text, rowNumber, now)
      if ('code' in row) {
        sink.finding(row)
        return
      }
      recognised++
      sink.event(row.event)
      tick(state, row)
      happen(state, row)
      if (recognised % SWEEP_EVERY === 0) sweepNow()
    },
    end: () => endOpen(state),
    tellOpen() {
      if (timeIn(state) - sweptAt > SWEEP_EVERY_MS) sweepNow()
      tellOpen(state)
    },
    remember: () => rememberState(state),
    recognised: () => recognised,
  }
}

/** The log's clock goes on to the row's stamp; that it was set back is told. */
function tick(state: LogState, { instant, rowNumber }: LogRow): void {
  const { previous } = state
  if (instant < previous - CLOCK_STEP_MS) {
    state.clockSteps++
    state.sink.finding({
      kind: 'flagged',
      rowNumber,
      field: 'time',
      code: 'clockStep',
      details: { seconds: Math.round((previous - instant) / 1000) },
    })
  }
  state.beforePrevious = previous === 0 ? instant : previous
  state.previous = instant
}

function happen(state: LogState, row: LogRow): void {
  const event = logEvents[row.event]
  takeUpStates(state, row)
  if (event === undefined) state.sink.leftOut()
  else event(state, row)
}
