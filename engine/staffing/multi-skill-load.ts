import type { CenterModel, DurationModel } from '../simulation/index.ts'
import type { CoverRow } from './multi-skill-cover.ts'

// Every set of types up to so many; above, only single types, pairs and all together.
const ALL_SETS_UP_TO = 10

/**
 * What the work itself asks for in one period, before any waiting is looked at: for each set of types, those who can serve any of
 * them must be as many as its Erlangs (Hall's condition). Of each type a share of it: customers who hang up take work with them.
 */
export function loadRows(model: CenterModel, period: number, shares: readonly number[]): readonly CoverRow[] {
  const erlangs = model.contactTypes.map(
    ({ arrivalsPerHour, handling }, type) =>
      (shares[type] ?? 1) * ((arrivalsPerHour[period] ?? 0) / 3600) * meanSeconds(handling[period]),
  )
  const rows = typeSets(erlangs.length).map((types): CoverRow => {
    const ids = new Set(types.map((type) => model.contactTypes[type]?.id))
    const atLeast = types.reduce((sum, type) => sum + (erlangs[type] ?? 0), 0)
    return { weights: model.groups.map((group) => (group.types.some((id) => ids.has(id)) ? 1 : 0)), atLeast }
  })
  return strongest(rows.filter(({ atLeast }) => atLeast > 0))
}

/** Of the rows that name the same groups the hardest is enough. */
function strongest(rows: readonly CoverRow[]): readonly CoverRow[] {
  const byGroups = new Map<string, CoverRow>()
  for (const row of rows) {
    const key = row.weights.join('')
    if ((byGroups.get(key)?.atLeast ?? 0) < row.atLeast) byGroups.set(key, row)
  }
  return [...byGroups.values()]
}

function typeSets(types: number): readonly (readonly number[])[] {
  const every = Array.from({ length: types }, (_, type) => type)
  if (types <= ALL_SETS_UP_TO)
    return Array.from({ length: 2 ** types - 1 }, (_, set) => every.filter((type) => ((set + 1) >> type) & 1))
  return [
    ...every.map((type) => [type]),
    ...every.flatMap((one) => every.slice(one + 1).map((other) => [one, other])),
    every,
  ]
}

export function meanSeconds(model: DurationModel | undefined): number {
  switch (model?.kind) {
    case undefined:
      return 0
    case 'uniform':
      return (model.fromSeconds + model.toSeconds) / 2
    case 'deterministic':
      return model.seconds
    case 'empirical':
      return model.seconds.reduce((sum, value) => sum + value, 0) / model.seconds.length
    case 'exponential':
    case 'lognormal':
    case 'gamma':
      return model.meanSeconds
  }
}
