import { sql } from 'kysely'

import type { PersonAsked } from '@pult/contract/privacy'
import { normalizeCustomer } from '@pult/engine/measures'

import { invalid, notFound, type Tx } from '../platform/index.ts'

/** An account as the access room knows it. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string
}

export type AccountsOf = (userIds: readonly string[]) => Promise<ReadonlyMap<string, Account>>

/** A person whose data is asked for, with everything by which it is found. */
export interface Person {
  readonly of: 'customer' | 'agent'
  /** The customer's key, or the agent's name. */
  readonly called: string
  readonly customerKey: string | null
  readonly agentId: number | null
  readonly accounts: readonly Account[]
  /** What is looked for in free texts: ten digits of a number, an address, names. */
  readonly digits: string | null
  readonly texts: readonly string[]
}

const NUMBER_DIGITS = 10
/** Fewer digits are found in every text. */
const LEAST_DIGITS = 7
const A_NAME = /\p{L}{3}/u

/** Throws a problem where the text is nobody's number or address, or the agent is not the centre's. */
export async function personOf(tx: Tx, centerId: number, asked: PersonAsked, accountsOf: AccountsOf): Promise<Person> {
  return asked.of === 'customer' ? customerOf(asked.text) : agentOf(tx, centerId, asked.agentId, accountsOf)
}

function customerOf(text: string): Person {
  const key = normalizeCustomer(text)
  if (key === null)
    throw invalid('noCustomer', 'body.text: this is no number or address of a customer.', { at: 'body.text' })
  const isNumber = /^\d+$/.test(key)
  const digits = isNumber && key.length >= LEAST_DIGITS ? key.slice(-NUMBER_DIGITS) : null
  return {
    of: 'customer',
    called: key,
    customerKey: key,
    agentId: null,
    accounts: [],
    digits,
    texts: isNumber ? [] : [key],
  }
}

async function agentOf(tx: Tx, centerId: number, agentId: number, accountsOf: AccountsOf): Promise<Person> {
  const { rows } = await sql<{ name: string; names: string[]; userIds: string[] }>`
    select name, array(select n.name from agent_name n where n.center_id = a.center_id and n.agent_id = a.agent_id) as names,
      array(select m.user_id from membership m where m.center_id = a.center_id and m.agent_id = a.agent_id) as "userIds"
    from agent a where center_id = ${centerId} and agent_id = ${agentId}::bigint
  `.execute(tx)
  const [agent] = rows
  if (agent === undefined) throw notFound('agent')
  const accounts = [...(await accountsOf(agent.userIds)).values()]
  const texts = [agent.name, ...agent.names, ...accounts.flatMap(({ name, email }) => [name, email])]
  return {
    of: 'agent',
    called: agent.name,
    customerKey: null,
    agentId,
    accounts,
    digits: null,
    texts: [...new Set(texts.filter((text) => A_NAME.test(text)))],
  }
}
