import { backtest, prepareSeries, type BacktestLead } from '@pult/engine/forecast'

import { gridOfMadeUp, madeUpSeries, type MadeUpSeries } from './made-up-series.ts'
import { machine, option } from './open-pult.ts'

// Whether bands hold what they say on histories of which the truth is known, several of each kind: days of one history err alike, so
// that one history says little. ± is the standard error between histories.

const SEEDS = option('seeds', 4)
const DAYS = 64
const LEADS = [1, 5, 10]
const PLAIN = 'average4w'

console.log(machine())
console.log(
  `${SEEDS} histories of each kind, the last ${DAYS} open days of each; WAPE % beside the four-week average\n`,
)
console.log('| series | lead | 80 % held | from – to | 95 % held | from – to | WAPE | four weeks | bias % |')
console.log('|---|--:|--:|---|--:|---|--:|--:|--:|')
for (const one of madeUpSeries) printKind(one)

interface Row extends BacktestLead {
  readonly plain: number
}

function printKind(one: MadeUpSeries): void {
  const histories = Array.from({ length: SEEDS }, (_, seed) => tryHistory(one, seed + 1))
  for (const [place, leadDays] of LEADS.entries()) {
    const rows = histories.map((history) => history[place] as Row)
    const mean = (of: (row: Row) => number): string => percent(rows.reduce((sum, row) => sum + of(row), 0) / SEEDS)
    const held = [(row: Row) => row.coverage80, (row: Row) => row.coverage95].flatMap((of) => {
      const shares = rows.map(of)
      return [
        `${mean(of)} ± ${percent(standardError(shares))}`,
        `${percent(Math.min(...shares))} – ${percent(Math.max(...shares))}`,
      ]
    })
    console.log(
      `| ${one.name} | ${leadDays} | ${held.join(' | ')} | ${mean(({ wape }) => wape)} | ${mean(({ plain }) => plain)} | ${mean(({ bias }) => bias)} |`,
    )
  }
}

function tryHistory(one: MadeUpSeries, seed: number): Row[] {
  const { leads, baselines } = backtest(prepareSeries(gridOfMadeUp(one, seed), 'none'), { leads: LEADS, days: DAYS })
  return leads.map((lead, place) => ({ ...lead, plain: baselines[PLAIN]?.[place]?.wape ?? Number.NaN }))
}

function standardError(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / Math.max(1, values.length - 1) / values.length)
}

function percent(share: number): string {
  return (100 * share).toFixed(1)
}
