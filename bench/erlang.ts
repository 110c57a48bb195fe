import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { erlangA, erlangB, erlangC } from '@pult/engine/queueing'
import { requiredAgents } from '@pult/engine/staffing'

import { machine, quantile } from './open-pult.ts'

// Speed of the formulas, and their distance from the golden cases (computed elsewhere at 60 digits; read from PULT_SHARED).

const half = { intervalSeconds: 1800, ahtSeconds: 240, patienceSeconds: 180 }
const target = { serviceLevel: { fraction: 0.8, withinSeconds: 20, rule: 'strict' } } as const

/** Processor time of this process: what another program takes meanwhile does not count. */
function spent(): number {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Microseconds of processor time a call: the median, least and greatest of nine rounds after a warm-up. */
function timed(rounds: number, act: (turn: number) => number): { median: number; low: number; high: number } {
  let kept = 0
  const times: number[] = []
  for (let round = -2; round < 9; round++) {
    const began = spent()
    for (let turn = 0; turn < rounds; turn++) kept += act(turn)
    if (round >= 0) times.push((spent() - began) / rounds)
  }
  if (Number.isNaN(kept)) throw new Error('not a number')
  return { median: quantile(times, 0.5), low: Math.min(...times), high: Math.max(...times) }
}

function tell(what: string, { median, low, high }: { median: number; low: number; high: number }): void {
  const write = (value: number): string => value.toPrecision(3)
  console.log(`${what.padEnd(58)} ${write(median)} µs CPU (${write(low)} to ${write(high)})`)
}

function tellSpeed(): void {
  for (const agents of [10, 131, 1000, 10_000, 100_000]) {
    const rounds = Math.ceil(20_000_000 / (agents + 100))
    const offered = (agents * 1000) / 131
    tell(
      `Erlang A, all measures, ${agents} agents`,
      timed(rounds, (turn) => erlangA({ ...half, agents, offered: offered + (turn % 7) * 0.01 }).serviceLevel.strict),
    )
  }
  for (const agents of [131, 100_000])
    tell(
      `Erlang C, all measures, ${agents} agents`,
      timed(Math.ceil(4_000_000 / (agents + 100)), (turn) => {
        const state = erlangC({ ...half, agents, offered: agents * 7.3 + (turn % 7) * 0.01 })
        return 'unstable' in state ? 0 : state.asaSeconds
      }),
    )
  for (const offered of [1000, 75_000, 772_000])
    for (const [name, demand] of [
      ['C', { offered, intervalSeconds: 1800, ahtSeconds: 240 }],
      ['A', { ...half, offered }],
    ] as const) {
      const requirement = requiredAgents(demand, target)
      const agents = requirement.possible ? requirement.agents : 0
      tell(
        `agents required, 80/20, Erlang ${name}: ${agents}`,
        timed(Math.ceil(1_000_000 / (agents + 100)), (turn) => {
          const again = requiredAgents({ ...demand, offered: offered + (turn % 7) * 0.01 }, target)
          return again.possible ? again.agents : 0
        }),
      )
    }
}

type Row = Readonly<Record<string, number>>

function tellAccuracy(): void {
  const path = join(
    process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared'),
    'data/erlang/erlang_golden.json',
  )
  if (!existsSync(path)) {
    console.log(`The golden cases are left out: no ${path}.`)
    return
  }
  const golden = JSON.parse(readFileSync(path, 'utf8')) as Readonly<
    Record<'B' | 'C' | 'A' | 'staffing', readonly Row[]>
  >
  const queueOf = (row: Row) => ({
    offered: row['calls'] ?? 0,
    intervalSeconds: 60 * (row['interval_min'] ?? 0),
    ahtSeconds: 60 * (row['aht_min'] ?? 0),
    patienceSeconds: 60 * (row['patience_min'] ?? 0),
    agents: row['agents'] ?? 0,
    withinSeconds: 60 * (row['target_min'] ?? 0),
  })
  const worst = (name: string, rows: readonly Row[], pairs: (row: Row) => readonly (readonly [number, unknown])[]) => {
    const errors = rows.flatMap((row) =>
      pairs(row).map(([got, wanted]) => Math.abs(got - Number(wanted)) / Math.abs(Number(wanted))),
    )
    console.log(
      `golden ${name}: ${rows.length} cases, ${errors.length} values, greatest relative error ${Math.max(...errors).toExponential(1)}`,
    )
  }
  worst('Erlang B', golden.B, (row) => [
    [erlangB({ erlangs: row['erlangs'] ?? 0, agents: row['servers'] ?? 0 }), row['blocking']],
  ])
  worst('Erlang C', golden.C, (row) => {
    const state = erlangC(queueOf(row))
    if ('unstable' in state) return [[Number.NaN, 0]]
    return [
      [state.waitProbability, row['prob_wait']],
      [state.serviceLevel.strict, row['sl']],
      [state.asaSeconds / 60, row['asa']],
      [state.queueLength, row['lq']],
    ]
  })
  worst('Erlang A', golden.A, (row) => {
    const { serviceLevel, outcomes, ...state } = erlangA(queueOf(row))
    return [
      [state.waitProbability, row['prob_wait']],
      [state.abandonRate, row['prob_abandon']],
      [state.occupancy, row['occupancy']],
      [state.meanWaitSeconds / 60, row['mean_wait_all']],
      [state.asaSeconds / 60, row['asa_answered']],
      [state.queueLength, row['lq']],
      [serviceLevel.strict, row['sl_answered_over_offered']],
      [serviceLevel.answered, row['sl_answered_over_answered']],
      [serviceLevel.neutral, row['sl_answered_over_offered_minus_shortabandon']],
      [serviceLevel.positive, row['sl_wait_le_T_all']],
      [outcomes.abandonedWithin, row['abandoned_within_T']],
    ]
  })
  worst('staffing', golden.staffing, (row) => {
    const demand = queueOf(row)
    const { patienceSeconds: _patience, ...patient } = demand
    const [byC, byA] = [requiredAgents(patient, target), requiredAgents(demand, target)]
    return [
      [byC.possible ? byC.agents : 0, row['erlangC_agents']],
      [byA.possible ? byA.agents : 0, row['erlangA_agents']],
      [byA.possible ? byA.state.serviceLevel.strict : 0, row['erlangA_sl']],
      [byA.possible ? byA.state.abandonRate : 0, row['erlangA_abandon']],
    ]
  })
}

console.log(machine())
tellSpeed()
tellAccuracy()
