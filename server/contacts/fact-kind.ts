import { contactColumns, stateColumns } from './intake-columns.ts'

/** What storing, replacing and undoing need to know of one kind of fact. Contacts and agents' states differ in tables and columns only. */
export interface FactKind {
  readonly kind: 'contact' | 'state'
  readonly staging: string
  readonly facts: string
  readonly keys: string
  readonly id: string
  readonly sequence: string
  /** The instant by which facts are partitioned. */
  readonly instant: string
  readonly columns: readonly { readonly column: string; readonly type: string; readonly field: string | null }[]
  /** `kind` and `hour` of every roll-up that facts `f` touch; the same hours as `dueHours` finds in a batch. */
  readonly dueHours: string
}

const hourOf = (instant: string): string => `date_bin('1 hour', ${instant}, timestamptz '1970-01-01 00:00Z')`
const after = (milliseconds: string): string => `f.offered_at + (${milliseconds}) * interval '1 millisecond'`
const hoursOf = (from: string, to: string): string =>
  `generate_series(${hourOf(from)}, least(${to}, ${from} + interval '8 days'), interval '1 hour')`

export const contactFact: FactKind = {
  kind: 'contact',
  staging: 'stage_contact',
  facts: 'contact_leg',
  keys: 'contact_key',
  id: 'leg_id',
  sequence: 'leg_id_seq',
  instant: 'offered_at',
  columns: contactColumns,
  dueHours: `
    select kind, ${hourOf('t')} as hour
    from f, unnest(array[f.offered_at, ${after('f.wait_ms')}, ${after('f.wait_ms + f.talk_ms + f.hold_ms + f.acw_ms')}]) t,
      unnest(case when f.agent_id is null then array['queue'] else array['queue', 'agent'] end) kind
    union select 'source', ${hourOf('f.offered_at')} from f
    union select 'agentTime', h
    from f, ${hoursOf('f.offered_at', after('f.wait_ms + f.talk_ms + f.hold_ms + f.acw_ms'))} h where f.agent_id is not null`,
}

export const stateFact: FactKind = {
  kind: 'state',
  staging: 'stage_state',
  facts: 'agent_state',
  keys: 'state_key',
  id: 'state_id',
  sequence: 'state_id_seq',
  instant: 'started_at',
  columns: stateColumns,
  dueHours: `
    select 'source' as kind, ${hourOf('f.started_at')} as hour from f
    union select 'agentTime', h from f, ${hoursOf('f.started_at', 'coalesce(f.ended_at, f.started_at)')} h`,
}

export const factKinds: readonly FactKind[] = [contactFact, stateFact]

/** Columns that are copied from staging, `prefix` before each. */
export const columnList = (fact: FactKind, prefix = ''): string =>
  fact.columns.map(({ column }) => prefix + column).join(', ')
