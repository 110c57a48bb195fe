import { any } from './presets/any.ts'
import { de } from './presets/de.ts'
import { eu } from './presets/eu.ts'
import { kz } from './presets/kz.ts'
import { ruRestAndPay } from './presets/ru-rest-and-pay.ts'
import { ruTime } from './presets/ru-time.ts'
import { ua } from './presets/ua.ts'
import { us, usCa } from './presets/us.ts'
import type { LaborRule } from './rule.ts'

export const jurisdictions = ['RU', 'UA', 'KZ', 'EU', 'DE', 'US', 'US-CA'] as const
export type Jurisdiction = (typeof jurisdictions)[number]

/** Rules of each law by itself. */
export const presets: Readonly<Record<Jurisdiction, readonly LaborRule[]>> = {
  RU: [...ruTime, ...ruRestAndPay],
  UA: ua,
  KZ: kz,
  EU: eu,
  DE: de,
  US: us,
  'US-CA': usCa,
}

/** What holds everywhere. */
export const commonRules: readonly LaborRule[] = any

/** German law carries out the directive; what it does not say itself holds from there. */
const fromElsewhere: Readonly<Partial<Record<Jurisdiction, readonly string[]>>> = {
  DE: ['EU-5', 'EU-6', 'EU-7', 'EU-8'],
}

/** All rules that hold in a jurisdiction. Throws a RangeError for one that there is no preset of. */
export function rulesOf(jurisdiction: string): readonly LaborRule[] {
  const found = rulesByJurisdiction.get(jurisdiction)
  if (found === undefined)
    throw new RangeError(`jurisdiction must be one of ${jurisdictions.join(', ')}, not "${jurisdiction}"`)
  return found
}

const rulesByJurisdiction: ReadonlyMap<string, readonly LaborRule[]> = new Map(
  jurisdictions.map((id) => [id, [...presets[id], ...borrowed(id), ...commonRules]] as const),
)

function borrowed(id: Jurisdiction): readonly LaborRule[] {
  const wanted = fromElsewhere[id] ?? []
  return Object.values(presets)
    .flat()
    .filter(({ ruleId }) => wanted.includes(ruleId))
}
