import type { SourceKind } from '@pult/contract/market-words'
import type { ToldPay } from '@pult/engine/market'

/** A vacancy as far as Pult understands it, whichever source told it. */
export interface VacancyRecord {
  readonly source: SourceKind
  readonly externalId: string
  readonly link: string | null
  readonly title: string
  readonly employer: string | null
  readonly areaId: string | null
  readonly city: string | null
  /** ISO instant. */
  readonly publishedAt: string | null
  readonly pay: ToldPay | null
  readonly experience: string | null
  readonly schedule: string | null
  /** As the source writes them. */
  readonly skills: readonly string[]
  /** Whether they were found in the text because the source lists none. */
  readonly isDerived: boolean
  readonly isMadeUp?: boolean
  /** As the source told it, without contacts of persons. */
  readonly raw: unknown
}

type Plain = Readonly<Record<string, unknown>>

// Sources change their fields several times a year: everything is read as if it might be missing or of another kind.
export const asObject = (value: unknown): Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {}
export const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
export const asText = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : typeof value === 'number' ? String(value) : null
export function asNumber(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : null
}

/** An instant as PostgreSQL takes it; hh.ru writes offsets without a colon. Null for what is none. */
export function asInstant(value: unknown): string | null {
  const text = asText(value)?.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')
  if (text === undefined || Number.isNaN(Date.parse(text))) return null
  return new Date(text).toISOString()
}
