import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

import type { WishRefusal } from '@pult/contract/schedule-hours'
import type { BindingLimit, RosterReport, ShiftReason as ContractReason } from '@pult/contract/schedule-reports'
import type { ObjectiveParts, PlannedShift } from '@pult/contract/schedule-roster'
import type {
  BindingLimit as EngineLimit,
  ChangeEffect,
  RefusedWish,
  RosterProblem,
  ShiftReason,
} from '@pult/engine/schedule'
import type { LocalDate } from '@pult/engine/time'

import { workMinutes } from './read-members.ts'
import type { ReportAnswer, ReportTask, WholeReport } from './report-worker.ts'
import type { KeptRoster } from './roster-store.ts'
import { shiftSlots } from './shift-slots.ts'

export interface Explained {
  readonly roster: KeptRoster
  readonly problem: RosterProblem
  readonly shifts: readonly PlannedShift[]
}

const NOTHING_TOLD: WholeReport = {
  explanation: { isCovered: true, binding: [], shortages: [], shortHours: 0, cures: [] },
  refused: [],
}

/** What binds a roster, and which wishes were refused and why; worked out in a thread of its own, unless what is known at once is enough. */
export async function readReport(explained: Explained, isBrief: boolean): Promise<RosterReport> {
  const { roster, problem, shifts } = explained
  const answer = isBrief ? NOTHING_TOLD : ((await ask({ ...taskOf(explained), why: null })) as WholeReport)
  const { instantOf } = shiftSlots(problem)
  const { explanation, refused } = answer
  const { bound, promisedMoney } = roster.progress
  const total = roster.parts?.total ?? null
  const isProven = bound !== null && total !== null && total > 0
  const cost = new Map(problem.agents.map(({ agentId, costPerHour }) => [Number(agentId), costPerHour]))
  const minutes = shifts.map((shift) => ({ minutes: workMinutes(shift), hour: cost.get(shift.agentId) ?? 0 }))
  return {
    parts: roster.parts,
    bound,
    gap: isProven ? Math.max(0, (total - bound) / total) : null,
    gapWithoutPromisedHours:
      isProven && promisedMoney !== null && total > promisedMoney
        ? Math.max(0, (total - bound) / (total - promisedMoney))
        : null,
    trace: roster.trace,
    hours: minutes.reduce((sum, one) => sum + one.minutes, 0) / 60,
    cost: minutes.reduce((sum, one) => sum + (one.minutes / 60) * one.hour, 0),
    binding: explanation.binding.map(presentLimit),
    short: explanation.shortages.map(({ queueId, day, from, to, agentHours, worthOfOneMore }) => ({
      queueId: Number(queueId),
      day: problem.days[day]?.date ?? '',
      from: instantOf(from),
      to: instantOf(to),
      agentHours,
      oneMoreSaves: worthOfOneMore,
    })),
    shortHours: explanation.shortHours,
    relaxations: explanation.cures.map(presentLimit),
    refusedWishes: refused.map(({ agentId, wish, granted, forbiddenBy }) => ({
      wishId: wish.wishId.startsWith('rotation') ? null : Number.parseInt(wish.wishId, 10),
      agentId: Number(agentId),
      day: problem.days[wish.day]?.date ?? '',
      price: granted?.price ?? null,
      forbiddenBy: [...forbiddenBy],
    })),
  }
}

/** Why somebody has her shift on a day. */
export async function explainShift(explained: Explained, agentId: number, date: LocalDate): Promise<ContractReason> {
  const { problem, shifts } = explained
  const shift = shifts.find((one) => one.agentId === agentId && one.day === date) ?? null
  const nothing = { agentId, day: date, shift, worth: null, without: null, nextBest: null, needs: [] }
  const day = problem.days.findIndex((one) => one.date === date)
  if (shift === null || day < 0) return nothing
  const reason = (await ask({ ...taskOf(explained), why: { agentId: String(agentId), day } })) as ShiftReason | null
  if (reason === null) return nothing
  const { instantOf } = shiftSlots(problem)
  const { worth, without, nextBest } = reason
  return {
    ...nothing,
    worth,
    without: { difference: partsOfDifference(without), broken: without.broken.map(({ limit }) => limit) },
    nextBest:
      nextBest === null
        ? null
        : {
            start: instantOf(nextBest.shift.start),
            end: instantOf(nextBest.shift.end),
            difference: partsOfDifference(nextBest.effect),
          },
    needs: without.coverage
      .filter(({ after, needed }) => after < needed)
      .map(({ queueId, slot, after, needed }) => ({ queueId: Number(queueId), at: instantOf(slot), after, needed })),
  }
}

/** Which wishes of one person a roster refuses, and what forbids them; those of a rotation are left out. */
export async function explainRefusals(
  explained: Pick<Explained, 'problem' | 'shifts'>,
  agentId: number,
): Promise<WishRefusal[]> {
  const refused = (await ask({ ...taskOf(explained), why: { agentId: String(agentId) } })) as readonly RefusedWish[]
  return refused.flatMap(({ wish, granted, forbiddenBy }) =>
    wish.wishId.startsWith('rotation')
      ? []
      : [
          {
            wishId: Number.parseInt(wish.wishId, 10),
            day: explained.problem.days[wish.day]?.date ?? '',
            forbiddenBy: [...forbiddenBy],
            hasWay: granted !== null,
          },
        ],
  )
}

function taskOf({ problem, shifts }: Pick<Explained, 'problem' | 'shifts'>): Omit<ReportTask, 'why'> {
  const { toSlots } = shiftSlots(problem)
  return { problem: { ...problem, locked: [] }, roster: { shifts: shifts.flatMap((shift) => toSlots(shift) ?? []) } }
}

function ask(task: ReportTask): Promise<ReportAnswer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(import.meta.dirname, 'report-worker.ts'), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 32 },
    })
    worker.once('message', (answer: ReportAnswer) => {
      resolve(answer)
      void worker.terminate()
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread that explains a roster ended')))
  })
}

const presentLimit = ({ limit, agents, worth, excessHours, excessDays, filledHours }: EngineLimit): BindingLimit => ({
  limit,
  agents,
  saves: worth,
  excessHours,
  excessDays,
  filledHours,
})

function partsOfDifference({ difference }: ChangeEffect): ObjectiveParts {
  const { objective, service, activities, money, wishes, fairness, stability } = difference
  return { total: objective, service: service + activities, money, wishes, fairness, stability }
}
