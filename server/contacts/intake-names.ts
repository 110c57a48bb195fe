import { sql } from 'kysely'

import { ERASED } from '@pult/contract/privacy-words'
import type { Channel } from '@pult/engine/contacts'

import { ensureQueues } from '../center/index.ts'
import { ensureAgents, ensurePauseReasons } from '../people/index.ts'
import type { Database, Scope, Tx } from '../platform/index.ts'
import type { NamesFound, ResolvedNames } from './names-found.ts'
import type { Veil } from './veil.ts'

const LONGEST_NAME = 200

/**
 * A name as it can be kept: not too long, and a sign in the place of what no text may hold, so that a name of nothing else stays one.
 * Empty: no name at all.
 */
const keptName = (name: string): string => name.replaceAll('\0', '\uFFFD').toWellFormed().trim().slice(0, LONGEST_NAME)

/**
 * The centre's ids for what the source calls queues, agents and reasons, asked (and made where unknown) in a transaction of its
 * own, so that two intakes with the same new name do not wait for each other's whole batch. A dry run makes none that stays.
 */
export async function resolveNames(
  database: Database,
  veil: Veil,
  scope: Scope,
  found: NamesFound,
  dryRun: boolean,
): Promise<ResolvedNames> {
  const ask = async (tx: Tx): Promise<ResolvedNames> => {
    const veiled = await veiledNames(tx, veil, scope.centerId, keptNames(found.agents))
    const agents = keptNames(found.agents).map((name) => veiled.get(name) ?? name)
    return {
      queues: byRawName(found.queues, await ensureQueues(tx, scope.centerId, keptChannels(found.queues))),
      agents: byRawName(found.agents, await ensureAgents(tx, scope.centerId, agents), veiled),
      reasons: byRawName(found.reasons, await ensurePauseReasons(tx, scope.centerId, keptNames(found.reasons))),
    }
  }
  if (!dryRun) return database.inCenter(scope, ask)
  let names: ResolvedNames | undefined
  await database
    .inCenter(scope, async (tx) => {
      names = await ask(tx)
      throw new RolledBack()
    })
    .catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error
    })
  if (names === undefined) throw new Error('names of a dry run were not resolved')
  return names
}

class RolledBack extends Error {}

/** Names of agents who were made anonymous, as they are kept: a file of before leads to the same person and does not bring her name back. */
async function veiledNames(
  tx: Tx,
  veil: Veil,
  centerId: number,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string }>`
    select name from agent_name where center_id = ${centerId} and (name like ${`${ERASED}%`} or name = any(${names}::text[]))
  `.execute(tx)
  const known = new Set(rows.map(({ name }) => name))
  // Whoever bears the name now is meant by it.
  const unknown = rows.some(({ name }) => name.startsWith(ERASED)) ? names.filter((name) => !known.has(name)) : []
  return new Map(
    unknown.flatMap((name) => {
      const kept = veil.textOf(centerId, name)
      return known.has(kept) ? [[name, kept] as const] : []
    }),
  )
}

function keptChannels(queues: ReadonlyMap<string, Channel>): ReadonlyMap<string, Channel> {
  const kept = [...queues].map(([name, channel]) => [keptName(name), channel] as const)
  return new Map(kept.filter(([name]) => name !== ''))
}

const keptNames = (names: ReadonlySet<string>): string[] =>
  [...new Set([...names].map(keptName))].filter((name) => name !== '')

function byRawName(
  raw: ReadonlySet<string> | ReadonlyMap<string, unknown>,
  ids: ReadonlyMap<string, number>,
  veiled: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, number | undefined> {
  const idOf = (name: string): number | undefined => ids.get(veiled.get(name) ?? name)
  return new Map([...raw.keys()].map((name) => [name, idOf(keptName(name))] as const))
}
