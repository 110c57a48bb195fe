// Kills a real `pult serve` and its database in the middle of its work, again and again, and looks in the end whether anything that
// was acknowledged is lost, anything is there twice, or any roll-up differs from the facts.
//
//   node bin/with-node.mjs bench/kill.ts [--rounds 100] [--seed 1] [--minutes 60]
//
// Each round draws from the seed who is killed (the server, PostgreSQL, both), amid what (see kill-work.ts) and after how long.

import { createRandom } from '@pult/engine/numeric'

import { checkAll, type Checked } from './kill-checks.ts'
import { openKilled, victims, type Victim } from './kill-server.ts'
import { openWork, phases, type Phase } from './kill-work.ts'
import { machine, option, quantile } from './open-pult.ts'

const rounds = option('rounds', 100)
const seed = option('seed', 1)
/** No round begins later than this. */
const minutes = option('minutes', 24 * 60)
const random = createRandom(seed)
const draw = <One>(list: readonly One[]): One => list[Math.floor(random.uniform() * list.length)] as One

interface Round {
  readonly victim: Victim
  readonly phase: Phase
  readonly backMs: number
  readonly problem: string | null
}

async function play(pult: Awaited<ReturnType<typeof openKilled>>, work: Awaited<ReturnType<typeof openWork>>) {
  const done: Round[] = []
  const until = performance.now() + minutes * 60_000
  for (let number = 1; number <= rounds && performance.now() < until; number++) {
    const [victim, phase] = [draw(victims), draw(phases)]
    const begun = await work[phase]()
    await begun.until(random.uniform())
    const killed = performance.now()
    await pult.kill(victim)
    let backMs = 0
    let problem: string | null = null
    try {
      await pult.untilBack(victim)
      backMs = performance.now() - killed
      await begun.end()
    } catch (error) {
      problem = (error as Error).message
    }
    done.push({ victim, phase, backMs, problem })
    console.log(
      `${String(number).padStart(3)}  ${victim.padEnd(8)} amid ${phase.padEnd(8)} back after ${(backMs / 1000).toFixed(1)} s` +
        (problem === null ? '' : `  FAILED: ${problem}`),
    )
  }
  return done
}

function tell(done: readonly Round[], checks: readonly Checked[]): void {
  console.log(`\n${'survived / tried'.padEnd(12)}  ${victims.map((victim) => victim.padStart(9)).join('')}`)
  for (const phase of phases) {
    const cells = victims.map((victim) => {
      const tried = done.filter((one) => one.victim === victim && one.phase === phase)
      return `${tried.filter(({ problem }) => problem === null).length}/${tried.length}`.padStart(9)
    })
    console.log(`${phase.padEnd(16)}  ${cells.join('')}`)
  }
  for (const victim of victims) {
    const times = done.filter((one) => one.victim === victim).map(({ backMs }) => backMs / 1000)
    if (times.length > 0)
      console.log(
        `${victim}: back after p50 ${quantile(times, 0.5).toFixed(1)} s, longest ${quantile(times, 1).toFixed(1)} s`,
      )
  }
  for (const { what, problem } of checks)
    console.log(`${problem === null ? 'holds ' : 'BROKEN'}  ${what}${problem === null ? '' : `: ${problem}`}`)
  const survived = done.filter(({ problem }) => problem === null).length
  console.log(
    `\n${survived} of ${done.length} kills survived, ${checks.filter(({ problem }) => problem === null).length} of ${checks.length} promises kept`,
  )
  if (survived < done.length || checks.some(({ problem }) => problem !== null)) process.exitCode = 1
}

console.log(machine())
const pult = await openKilled()
try {
  const work = await openWork(pult)
  const done = await play(pult, work)
  await work.settle()
  tell(done, await checkAll(pult, work))
} finally {
  await pult.close()
}
