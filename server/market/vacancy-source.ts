import type { SpecialisationDraft } from '@pult/contract/market'
import type { SourceKind } from '@pult/contract/market-words'

import type { VacancyRecord } from './vacancy-record.ts'

/** An item of a list; null where it could not be understood. */
export interface Listed {
  readonly record: VacancyRecord | null
  /** Whether the list told everything; else the vacancy is read on its own. */
  readonly isWhole: boolean
}

/** Where vacancies come from. */
export interface VacancySource {
  readonly kind: SourceKind
  readonly tally: { readonly requests: number; readonly retries: number }
  /** Lists the vacancies active now, part by part; `found` is how many the source says there are. */
  list(wanted: SpecialisationDraft): AsyncIterable<{ readonly found: number; readonly listed: readonly Listed[] }>
  /** Reads one whole; null where it is hidden or deleted. */
  read(externalId: string): Promise<VacancyRecord | null>
  /** The area tree, where the source has one. */
  readAreas(): Promise<unknown>
}
