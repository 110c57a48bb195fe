import { Worker } from 'node:worker_threads'

import { checkRoster, createRosterBoard, rosterFaults, type Roster } from '@pult/engine/schedule'

import { machine, megabytes, option } from './open-pult.ts'
import { rosterCenter } from './roster-center.ts'
import { rosterDays } from './roster-days.ts'
import type { RosterNews, RosterTask } from './roster-thread.ts'

// A roster of a made-up contact centre by two threads: one searches, the other proves how far from the best it can be at most.
// `--agents 100 --weeks 4 --seconds 300 --seed 1`; `--days 0` leaves out the simulation of its days.

const center = {
  agents: option('agents', 100),
  weeks: option('weeks', 4),
  seed: option('seed', 1),
  firstDate: '2026-11-02',
}
const seconds = option('seconds', 300)
const problem = rosterCenter(center)

console.log(machine())
const leave = problem.agents.reduce(
  (sum, { absences }) => sum + absences.reduce((all, { start, end }) => all + (end - start) / 96, 0),
  0,
)
console.log(
  `${center.agents} agents × ${center.weeks} weeks, ${problem.queues.length} skills, ${leave} days of leave, seed ${center.seed}; faults found: ${rosterFaults(problem).length}`,
)

type SearchNews = Extract<RosterNews, { kind: 'search' }>
type BoundNews = Extract<RosterNews, { kind: 'bound' }>

let lawfulAt: number | null = null
let lastSearch: SearchNews | null = null
let lastBound: BoundNews | null = null
let lastRoster: Roster | null = null
let most = 0

const began = performance.now()
const passed = (): number => (performance.now() - began) / 1000
const until = Date.now() + seconds * 1000
await Promise.race([runSearch(), watchMemory()])
console.log(`ended after ${passed().toFixed(1)} of ${seconds} s`)
report()
process.exit()

function start(task: RosterTask): Worker {
  return new Worker(new URL('roster-thread.ts', import.meta.url), { workerData: task })
}

/** The proof begins as soon as there is a lawful roster whose prices it can take; both end when the time is over. */
async function runSearch(): Promise<void> {
  const proofs: Promise<void>[] = []
  await listen(start({ kind: 'search', center, until, seed: center.seed }), (news) => {
    if (news.kind !== 'search') return
    lastSearch = news
    lastRoster = news.roster ?? lastRoster
    if (news.score.isLawful) lawfulAt ??= passed()
    const isReady = news.score.isLawful && passed() > Math.min(20, seconds / 15)
    if (proofs.length > 0 || !isReady || lastRoster === null) return
    const task = { kind: 'bound' as const, center, until, seed: center.seed, roster: lastRoster }
    proofs.push(
      listen(start(task), (found) => {
        if (found.kind === 'bound') lastBound = found
      }),
    )
  })
  await Promise.all(proofs)
}

function listen(worker: Worker, hear: (news: RosterNews) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let told = passed()
    worker.on('message', (news: RosterNews) => {
      hear(news)
      if (passed() - told < seconds / 12) return
      told = passed()
      console.log(newsLine(news))
    })
    worker.on('error', reject)
    worker.on('exit', () => resolve())
  })
}

function newsLine(news: RosterNews): string {
  const at = `${passed().toFixed(0).padStart(5)} s`
  if (news.kind === 'bound') return `${at}  proof   round ${news.rounds}: ${news.bound.toFixed(0)}`
  const { score, tried, cpuSeconds } = news
  return `${at}  search  ${(tried / 1e6).toFixed(1)} M moves, ${(tried / cpuSeconds / 1e6).toFixed(2)} M a CPU second: ${score.objective.toFixed(0)}${score.isLawful ? '' : ' (not lawful yet)'}`
}

async function watchMemory(): Promise<never> {
  for (;;) {
    most = Math.max(most, process.memoryUsage.rss())
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

function report(): void {
  if (lastSearch === null || lastRoster === null) throw new Error('the search told nothing')
  const { score, tried, cpuSeconds } = lastSearch
  console.log(
    `first lawful roster after ${lawfulAt?.toFixed(1) ?? '–'} s; ${megabytes(most)} resident at most, the process with its threads`,
  )
  console.log(
    `${tried} moves in ${cpuSeconds.toFixed(0)} CPU s: ${(tried / cpuSeconds / 1e6).toFixed(2)} M a CPU second, all rules on`,
  )
  console.log(
    `objective ${score.objective.toFixed(0)}: ${Object.entries(score.parts)
      .map(([part, cost]) => `${part} ${cost.toFixed(0)}`)
      .join(', ')}`,
  )
  if (lastBound !== null) {
    const { bound, contractedMoney, rounds, cpuSeconds: ofProof } = lastBound
    const gap = (score.objective - bound) / score.objective
    const bare = (score.objective - bound) / (score.objective - contractedMoney)
    console.log(
      `proven bound ${bound.toFixed(0)} after ${rounds} rounds in ${ofProof.toFixed(0)} CPU s: gap ${(100 * gap).toFixed(2)} %; without the ${contractedMoney.toFixed(0)} of contracted hours that no roster saves ${(100 * bare).toFixed(2)} %`,
    )
  }
  checked(lastRoster)
  if (option('days', 1) > 0) for (const line of rosterDays(problem, lastRoster, center)) console.log(line)
}

function checked(roster: Roster): void {
  const check = checkRoster(problem, roster)
  console.log(
    `checked independently: ${check.isLawful ? 'lawful' : `${check.violations.length} violations`}, objective ${check.objective.toFixed(0)}`,
  )
  const board = createRosterBoard(problem, roster)
  const times = roster.shifts.slice(0, 200).map(({ agentId, day }) => {
    const began = process.cpuUsage()
    board.tryChange([{ kind: 'remove', agentId, day }])
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1000
  })
  const sorted = times.toSorted((left, right) => left - right)
  console.log(
    `after one drag: ${(sorted[100] ?? 0).toFixed(1)} ms CPU in the middle, ${(sorted[190] ?? 0).toFixed(1)} ms for one in twenty`,
  )
}
