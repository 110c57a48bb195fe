import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import type { AnyRoute } from '@pult/contract/route'
import { z } from 'zod'

type Module = Readonly<Record<string, unknown>>

const contract = join(import.meta.dirname, '../contract')

/** Files of the contract whose name does not begin with that of their room. */
const roomOfFile: Readonly<Record<string, string>> = {
  imports: 'contacts',
  import: 'contacts',
  finding: 'contacts',
  connector: 'connectors',
  alert: 'alerts',
  message: 'messages',
  permission: 'access',
  permissions: 'access',
  definitions: 'measures',
  reconciliations: 'measures',
}

interface OfRoom {
  readonly room: string
  /** Its name without `.ts`. */
  readonly file: string
  readonly module: Module
}

/** What each room says about the wire: every file of the contract, a room's own before those that add to it. */
const modules: readonly OfRoom[] = await Promise.all(
  readdirSync(contract)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .toSorted()
    .map(async (file) => {
      const [first = ''] = file.split('-')
      return { room: roomOfFile[first] ?? first, file, module: (await import(join(contract, `${file}.ts`))) as Module }
    }),
)

export interface NamedRoute {
  readonly room: string
  /** Stable, and no other's: `contacts_sendBatch`. */
  readonly operationId: string
  readonly route: AnyRoute
}

export interface NamedSchema {
  readonly room: string
  readonly name: string
  readonly schema: z.ZodType
}

/** Every route there is, in the order in which the contract tells them. */
export const routes: readonly NamedRoute[] = withIds(
  inOrder(({ room, file }, [, value]) =>
    isRoutes(value) ? Object.entries(value).map(([name, route]) => ({ room, file, name, route })) : [],
  ).filter(({ route }, index, all) => all.findIndex((one) => one.route === route) === index),
)

/** Every shape that the contract gives a name to. */
export const schemas: readonly NamedSchema[] = inOrder(({ room }, [name, value]) =>
  value instanceof z.ZodType && /^[A-Z]/.test(name) ? [{ room, name, schema: value }] : [],
).filter(({ schema }, index, all) => all.findIndex((one) => one.schema === schema) === index)

function inOrder<Found>(find: (of: OfRoom, exported: readonly [string, unknown]) => Found[]): Found[] {
  return modules.flatMap((one) => Object.entries(one.module).flatMap((exported) => find(one, exported)))
}

interface FoundRoute extends Pick<NamedRoute, 'room' | 'route'> {
  readonly file: string
  /** As the contract calls it: `sendBatch`. */
  readonly name: string
}

/** The first word of the file and the route's name; the file's whole name where that is taken. */
function withIds(found: readonly FoundRoute[]): NamedRoute[] {
  const taken = new Set<string>()
  return found.map(({ room, file, name, route }) => {
    const short = `${file.split('-')[0] ?? ''}_${name}`
    const operationId = taken.has(short)
      ? `${file.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())}_${name}`
      : short
    taken.add(operationId)
    return { room, operationId, route }
  })
}

function isRoutes(value: unknown): value is Readonly<Record<string, AnyRoute>> {
  if (typeof value !== 'object' || value === null || value instanceof z.ZodType) return false
  const inside = Object.values(value)
  return inside.length > 0 && inside.every((one) => typeof one === 'object' && one !== null && 'bodyLimit' in one)
}
