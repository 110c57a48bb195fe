import type { DefinitionParameters } from './changeable.ts'

/** A centre's own definition of a measure, from a day on. */
export interface OwnVersion {
  readonly measureId: string
  readonly version: number
  readonly parameters: DefinitionParameters
  readonly validFrom: string
}

/** Which version holds from which day; `null` is Pult's own definition. */
export interface VersionStretch<Version extends OwnVersion = OwnVersion> {
  readonly firstDay: string
  readonly version: Version | null
}

/** The version that holds on a day: the one that began last, of two that begin together the newer. */
export function versionOn<Version extends OwnVersion>(
  versions: readonly Version[],
  measureId: string,
  day: string,
): Version | null {
  const begun = versions.filter((one) => one.measureId === measureId && one.validFrom <= day)
  return (
    begun.toSorted((left, right) => right.validFrom.localeCompare(left.validFrom) || right.version - left.version)[0] ??
    null
  )
}

/** The days from `first` to `last`, both included, cut where another version begins to hold. At least one stretch. */
export function versionsAlong<Version extends OwnVersion>(
  versions: readonly Version[],
  measureId: string,
  first: string,
  last: string,
): VersionStretch<Version>[] {
  const begins = versions
    .filter((one) => one.measureId === measureId && one.validFrom > first && one.validFrom <= last)
    .map(({ validFrom }) => validFrom)
  return [first, ...new Set(begins.toSorted())]
    .map((firstDay) => ({ firstDay, version: versionOn(versions, measureId, firstDay) }))
    .filter(({ version }, index, all) => index === 0 || version?.version !== all[index - 1]?.version?.version)
}
