import type { Mapping, MomentField } from '@pult/contract/imports'

type Picked = string | null | undefined

/** The first columns of a time; a time without any keeps those that it has. */
export function momentOf(field: MomentField, columns: readonly Picked[]): MomentField {
  const given = columns.filter((column): column is string => typeof column === 'string')
  return { ...field, anyOf: given.length === 0 ? field.anyOf : [given, ...field.anyOf.slice(1)] }
}

/** Another column of the date when contacts began: times of day that stood beside the former one stand beside it. */
export function withDate(mapping: Mapping, column: string | null): Mapping {
  const { offeredAt, answeredAt, endedAt } = mapping
  const [former, time] = offeredAt.anyOf[0] ?? []
  if (column === null || time === undefined) return { ...mapping, offeredAt: momentOf(offeredAt, [column, time]) }
  const dated = (field: MomentField): MomentField => ({
    ...field,
    anyOf: field.anyOf.map((list) => (list.length === 2 && list[0] === former ? [column, ...list.slice(1)] : list)),
  })
  return {
    ...mapping,
    offeredAt: dated(offeredAt),
    ...(answeredAt === undefined ? {} : { answeredAt: dated(answeredAt) }),
    ...(endedAt === undefined ? {} : { endedAt: dated(endedAt) }),
  }
}

/** What is taken where the first time is empty; a time of day goes with the same date. */
export function withElse(field: MomentField, column: string | null): MomentField {
  const [first = [], , ...rest] = field.anyOf
  const date = first.length === 2 ? first[0] : undefined
  const other = column === null ? [] : [date === undefined ? [column] : [date, column]]
  return { ...field, anyOf: [first, ...other, ...rest] }
}
