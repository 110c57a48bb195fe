import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'

/** Records that come in together. */
export interface FactBatch {
  readonly contacts: readonly ContactRecord[]
  readonly states: readonly AgentStateRecord[]
}
