import type { ShiftReason } from '@pult/contract/schedule-reports'

type Need = ShiftReason['needs'][number]

/** A stretch of slots in which a queue would have fewer agents than it needs, and by how many at most. */
export interface NeedRange {
  readonly queueId: number
  readonly from: number
  readonly to: number
  readonly missing: number
}

/** Slots one after another become one stretch; slots in which enough remain are left out. */
export function needRanges(needs: readonly Need[], slotMinutes: number): NeedRange[] {
  const slotMs = slotMinutes * 60_000
  const ranges: NeedRange[] = []
  const short = needs
    .filter(({ after, needed }) => after < needed)
    .toSorted((left, right) => left.queueId - right.queueId || Date.parse(left.at) - Date.parse(right.at))
  for (const { queueId, at, after, needed } of short) {
    const from = Date.parse(at)
    const last = ranges.at(-1)
    const missing = needed - after
    if (last?.queueId === queueId && last.to === from)
      ranges[ranges.length - 1] = { ...last, to: from + slotMs, missing: Math.max(last.missing, missing) }
    else ranges.push({ queueId, from, to: from + slotMs, missing })
  }
  return ranges
}
