import type { History, Member } from './history.ts'

const LEVEL_SMOOTHING = 0.25
const PROFILE_SMOOTHING = 0.2

interface LevelFit {
  readonly level: number
  readonly profiles: readonly (Float64Array | undefined)[]
  readonly everyday: Float64Array
}

/**
 * Exponential smoothing of the day's level against a smoothed profile of each weekday. It follows a lasting change of volume
 * within days, where averages take weeks.
 */
export function levelMember(name: string): Member {
  const fits = new WeakMap<History, LevelFit>()
  return {
    name,
    forecast: (history, { weekday }) => {
      let fit = fits.get(history)
      if (fit === undefined) fits.set(history, (fit = fitLevels(history)))
      const { level, profiles, everyday } = fit
      const profile = profiles[weekday]
      return profile === undefined ? everyday.slice() : profile.map((value) => Math.max(0, value * level))
    },
  }
}

/** The level is relative to the profile, and the profile follows what the level explains. */
function fitLevels(history: History): LevelFit {
  const { slots } = history
  const profiles: (Float64Array | undefined)[] = Array.from({ length: 8 })
  const everyday = new Float64Array(slots)
  let level = 1
  for (let day = 0; day < history.days; day++) {
    const values = history.offered.subarray(day * slots, (day + 1) * slots)
    const weekday = history.weekdays[day] as number
    const profile = profiles[weekday]
    smoothInto(everyday, values, day === 0 ? 1 : PROFILE_SMOOTHING, 1)
    if (profile === undefined) {
      profiles[weekday] = values.map(
        (value, slot) => (Number.isNaN(value) ? (everyday[slot] as number) : value) / level,
      )
      continue
    }
    const ratio = ratioOf(values, profile)
    if (Number.isNaN(ratio)) continue
    // A day cannot move the level more than by half: what is stranger is an event, and a lasting one will come again.
    level += LEVEL_SMOOTHING * (Math.min(1.5 * level, Math.max(level / 2, ratio)) - level)
    smoothInto(profile, values, PROFILE_SMOOTHING, Math.max(level, 1e-6))
  }
  return { level, profiles, everyday }
}

function ratioOf(values: Float64Array, profile: Float64Array): number {
  let actual = 0
  let expected = 0
  for (const [slot, value] of values.entries()) {
    if (Number.isNaN(value)) continue
    actual += value
    expected += profile[slot] as number
  }
  return expected > 0 ? actual / expected : Number.NaN
}

function smoothInto(profile: Float64Array, values: Float64Array, smoothing: number, level: number): void {
  for (const [slot, value] of values.entries())
    if (!Number.isNaN(value))
      profile[slot] = (profile[slot] as number) + smoothing * (value / level - (profile[slot] as number))
}
