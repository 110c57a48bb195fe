import type { Command } from 'commander'

import { wholeAgentsForDeferred, workOff } from '@pult/engine/staffing'

import { askEngine, readNumber } from './engine-input.ts'
import { BadInput } from './failure.ts'
import { printJson, wantsJson } from './json-output.ts'

interface DeferredFlags {
  readonly arrivals: string
  readonly intervalSeconds: string
  readonly ahtSeconds: string
  readonly deadlineIntervals: string
  readonly backlog: string
  readonly closed?: string
}

/** `pult staffing deferred`: the calmest plan in whole agents for work that may wait. Needs no server. */
export function registerDeferred(staffing: Command): void {
  const command = staffing
    .command('deferred')
    .description('agents by interval for work that may wait (mail, tasks): as even as its deadlines allow')
    .requiredOption('--arrivals <numbers>', 'items by interval, as in 40,10,0,0')
    .requiredOption('--interval-seconds <seconds>', 'length of the intervals')
    .requiredOption('--aht-seconds <seconds>', 'mean handling time of an item')
    .requiredOption('--deadline-intervals <number>', 'intervals an item may lie, its own included')
    .option('--backlog <number>', 'items there at the start, due from at once to as late as any', '0')
    .option('--closed <numbers>', 'intervals in which nobody works, from 0, as in 0,1,23')
  command.action((flags: DeferredFlags) => {
    const arrivals = readList(flags.arrivals, '--arrivals')
    const closed = new Set(flags.closed === undefined ? [] : readList(flags.closed, '--closed'))
    const deadlineIntervals = readNumber(flags.deadlineIntervals, '--deadline-intervals')
    const lies = Math.max(1, Math.min(deadlineIntervals, arrivals.length))
    const backlog = readNumber(flags.backlog, '--backlog')
    const demand = {
      intervalSeconds: readNumber(flags.intervalSeconds, '--interval-seconds'),
      ahtSeconds: readNumber(flags.ahtSeconds, '--aht-seconds'),
      arrivals,
      deadlineIntervals,
      backlog: Array.from({ length: Math.ceil(lies) }, () => backlog / Math.ceil(lies)),
      open: arrivals.map((_, interval) => !closed.has(interval)),
    }
    const found = askEngine(() => wholeAgentsForDeferred(demand))
    if (!found.possible) {
      if (wantsJson(command)) printJson({ agents: null, dueInterval: found.dueInterval, items: found.items })
      throw new BadInput(
        `No number of agents keeps the deadline: what is due in interval ${found.dueInterval} lies in closed intervals only (--closed).`,
      )
    }
    const intervals = workOff(demand, found.agents).map((state, interval) => ({
      agents: found.agents[interval] ?? 0,
      ...state,
    }))
    if (wantsJson(command)) printJson({ agents: found.agents, intervals })
    else
      for (const [interval, { agents, done, backlog: left }] of intervals.entries())
        console.log(
          `${String(interval).padStart(4)}  agents ${agents}  done ${done.toFixed(1)}  left ${left.toFixed(1)}`,
        )
  })
}

const readList = (text: string, option: string): number[] => text.split(',').map((part) => readNumber(part, option))
