import type { Finding, TodayFigures, TodayReply } from '@pult/contract/measures-today'
import { MINUTE_MS } from '@pult/engine/time'

export interface FindingsInput {
  readonly queues: readonly (TodayFigures & { readonly queueId: number })[]
  readonly total: TodayFigures
  /** Signed in now. */
  readonly agents: readonly Pick<TodayReply['agents'][number], 'state'>[]
  readonly lastFactAt: number | null
  readonly now: number
}

/** Silence that is worth a word. */
const SILENT_MINUTES = 15
/** Below this many contacts a share says nothing yet. */
const ENOUGH = 20
/** Half as much again as usual. */
const FAR_FROM_USUAL = 0.3
const MANY_ON_PAUSE = 0.35

const rank = { critical: 0, serious: 1, watch: 2, good: 3 } as const

/** What is out of line, the most severe first. */
export function findingsOf(input: FindingsInput): Finding[] {
  const { queues, agents, lastFactAt, now } = input
  const findings: Finding[] = queues.flatMap((queue) => findingsOfQueue(queue))
  if (lastFactAt !== null && now - lastFactAt > SILENT_MINUTES * MINUTE_MS) {
    findings.push(finding('critical', 'noData', null, { minutes: Math.round((now - lastFactAt) / MINUTE_MS) }))
  }
  if (agents.length === 0 && input.total.waiting > 0) {
    findings.push(finding('critical', 'nobodySignedIn', null, { waiting: input.total.waiting }))
  }
  const paused = agents.filter(({ state }) => state === 'pause').length
  const share = agents.length === 0 ? 0 : paused / agents.length
  if (agents.length >= 10 && share > MANY_ON_PAUSE) {
    findings.push(finding('watch', 'manyOnPause', null, { share, usual: MANY_ON_PAUSE }))
  }
  return findings.toSorted((left, right) => rank[left.severity] - rank[right.severity])
}

const finding = (
  severity: Finding['severity'],
  code: Finding['code'],
  queueId: number | null,
  values: Record<string, number>,
): Finding => ({ severity, code, queueId, values })

function findingsOfQueue(queue: TodayFigures & { readonly queueId: number }): Finding[] {
  const { queueId, serviceLevel, target, usual, withinSeconds } = queue
  const findings: Finding[] = []
  if (target?.state === 'missed' && serviceLevel.value !== null && serviceLevel.denominator >= ENOUGH) {
    const severity = serviceLevel.value < target.value - 0.2 ? 'serious' : 'watch'
    findings.push(
      finding(severity, 'serviceLevelBelowTarget', queueId, {
        value: serviceLevel.value,
        target: target.value,
        withinSeconds,
      }),
    )
  }
  const wait = queue.longestWaitSeconds
  if (wait !== null && wait > 3 * withinSeconds) {
    findings.push(
      finding(wait > 10 * withinSeconds ? 'serious' : 'watch', 'longestWait', queueId, {
        seconds: wait,
        withinSeconds,
      }),
    )
  }
  if (usual === null || usual.offered < ENOUGH) return findings
  const usualAbandons = usual.abandoned / usual.offered
  const settled = queue.answered + queue.abandoned + queue.flowedOut
  const abandons = settled === 0 ? 0 : queue.abandoned / settled
  if (queue.offered >= ENOUGH && abandons > 0.05 && abandons > 2 * usualAbandons) {
    findings.push(finding('serious', 'abandonRateHigh', queueId, { value: abandons, usual: usualAbandons }))
  }
  // A Poisson count strays by its square root; far means beyond that noise too.
  const noise = 3 * Math.sqrt(usual.offered * (1 + 1 / usual.days))
  if (queue.offered > usual.offered * (1 + FAR_FROM_USUAL) && queue.offered - usual.offered > noise) {
    findings.push(finding('watch', 'volumeHigh', queueId, { value: queue.offered, usual: usual.offered }))
  }
  if (queue.offered < usual.offered * (1 - FAR_FROM_USUAL) && usual.offered - queue.offered > noise) {
    findings.push(finding('watch', 'volumeLow', queueId, { value: queue.offered, usual: usual.offered }))
  }
  return findings
}
