import type { MeasureColumn } from '@pult/contract/measures'

import type { Formats } from '../ui/formats.ts'
import type { Translate } from '../ui/text.ts'
import type { measuresText } from './measures-text.ts'

type Say = Translate<keyof typeof measuresText.en>

/** The version that stands beside a measure's name: `own2`, `own1 → own2`, `1`. */
export function versionOf({
  reference,
  version,
  versions,
}: Pick<MeasureColumn, 'reference' | 'version' | 'versions'>): string {
  const after = (text: string): string => text.split(/[@(]/)[1]?.replace(/\)$/, '') ?? String(version)
  return versions.length > 1 ? versions.map((one) => after(one.reference)).join(' → ') : after(reference)
}

/** Beside a column's name, where it is not simply counted as Pult defines it. */
export function markOf(column: Pick<MeasureColumn, 'reference' | 'version' | 'versions'>, t: Say): string {
  if (column.versions.length > 1) return t('versionChanges')
  const version = column.reference.split('@own')[1]
  return version === undefined
    ? column.reference.includes('(')
      ? versionOf(column)
      : ''
    : t('versionMark', { version })
}

/** A definition's name among others of its measure. */
export function titleOf(
  column: MeasureColumn,
  others: readonly MeasureColumn[],
  { language }: Formats,
  t: Say,
): string {
  const name = column.name[language]
  const mark = markOf(column, t)
  if (mark !== '') return `${name}, ${mark}`
  const isAlone = others.every((other) => other === column || other.name[language] !== name)
  return isAlone ? name : `${name}, ${t('byPult')}`
}

/** By which of the centre's own definitions a measure was counted: since when, who made it and why. */
export function sayVersions({ versions }: Pick<MeasureColumn, 'versions'>, formats: Formats, t: Say): string[] {
  const { language } = formats
  const told = versions.flatMap((one) => {
    const formula = one.formula[language]
    const stretch =
      one.from === null
        ? t('ownBefore', { reference: one.reference, formula })
        : t('ownFrom', { day: formats.date(one.from), reference: one.reference, formula })
    const made =
      one.validFrom === null
        ? []
        : [
            t('ownVersion', {
              version: one.reference.split('@own')[1] ?? '',
              day: formats.date(one.validFrom),
              name: one.createdByName ?? '',
              reason: one.reason ?? '',
            }),
          ]
    return [...(versions.length > 1 ? [stretch] : []), ...made]
  })
  return versions.length > 1 ? [t('ownCrossed'), ...told] : told
}
