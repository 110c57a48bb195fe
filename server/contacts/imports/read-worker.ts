import { parentPort, workerData } from 'node:worker_threads'

import type { ContactRecord } from '@pult/engine/contacts'

import { areOneContact, keysOfJoined, mayHaveMoreLegs, toldOnlyThere } from '../importers/joined-rows.ts'
import type { ContactParts, Finding } from '../importers/reading.ts'
import { UnreadableFile } from '../importers/reading.ts'
import { addNames, findNames, noNames, unknownNames, type NamesFound, type ResolvedNames } from '../names-found.ts'
import { stageBatch, type StagedBatch } from '../staged-batch.ts'
import { createCollector, type Piece, type ReadCounts } from './collector.ts'
import { readFile, type ReadOptions, type ReadProgress } from './read-file.ts'

export interface WorkerInput {
  readonly path: string
  readonly options: ReadOptions
  readonly recordsAPiece: number
  readonly onConflict: 'reject' | 'replace'
}

/** Records of a file, ready to be stored. */
export interface StagedPiece {
  readonly number: number
  readonly staged: StagedBatch
  readonly findings: readonly Finding[]
  readonly progress: ReadProgress
  readonly onConflict: 'reject' | 'replace'
}

/** What the worker says: names to look up, contacts of which to tell what is stored, a piece that must be answered before the one after the next, then the end. */
export type WorkerMessage =
  | { readonly kind: 'names'; readonly found: NamesFound }
  | { readonly kind: 'told'; readonly keys: readonly string[] }
  | ({ readonly kind: 'piece' } & StagedPiece)
  | { readonly kind: 'end'; readonly counts: ReadCounts; readonly rows: number }
  | { readonly kind: 'unreadable'; readonly code: string; readonly message: string }

/** What it is told. `again`: names have changed, the piece is to be staged once more. */
export type WorkerAnswer =
  | { readonly kind: 'names'; readonly names: ResolvedNames }
  | { readonly kind: 'told'; readonly legs: readonly ContactRecord[] }
  | { readonly kind: 'stored'; readonly number: number }
  | { readonly kind: 'again'; readonly number: number }

/** Pieces on their way: one being stored, one being read. */
const IN_FLIGHT = 2

/** Contacts told in parts wait for so many others. */
const MOST_PARTS = 10_000
/** Contacts told in parts are joined with what is stored so many at a time. */
const PARTS_AT_ONCE = 500

interface KeptPiece {
  readonly piece: Piece
  readonly onConflict: 'reject' | 'replace'
  readonly progress: ReadProgress
}

async function main(): Promise<void> {
  const { path, options, recordsAPiece, onConflict: asked } = workerData as WorkerInput
  const collector = createCollector()
  // Kept until they are stored.
  const pieces = new Map<number, KeptPiece>()
  let known = noNames
  let wake: (() => void) | undefined
  let takeNames: ((names: ResolvedNames) => void) | undefined
  let takeTold: ((legs: readonly ContactRecord[]) => void) | undefined
  let staging: Promise<void> = Promise.resolve()
  let last = 0
  const post = (message: WorkerMessage, transfer: ArrayBuffer[] = []): void =>
    parentPort?.postMessage(message, transfer)

  async function stage(number: number): Promise<void> {
    const kept = pieces.get(number)
    if (kept === undefined) return
    const { piece, progress, onConflict } = kept
    const found = unknownNames(findNames(piece), known)
    if (found !== null) {
      post({ kind: 'names', found })
      known = addNames(known, await new Promise<ResolvedNames>((resolve) => (takeNames = resolve)))
    }
    const staged = stageBatch(piece, onConflict, known)
    const transfer = [staged.contacts.rows.buffer, staged.states.rows.buffer]
    post({ kind: 'piece', number, staged, findings: piece.findings, progress, onConflict }, transfer)
  }

  parentPort?.on('message', (answer: WorkerAnswer) => {
    if (answer.kind === 'names') {
      takeNames?.(answer.names)
      return
    }
    if (answer.kind === 'told') {
      takeTold?.(answer.legs)
      return
    }
    if (answer.kind === 'stored') pieces.delete(answer.number)
    else {
      known = noNames
      staging = staging.then(() => stage(answer.number))
    }
    wake?.()
  })
  const send = (progress: ReadProgress, onConflict = asked): Promise<void> => {
    const number = ++last
    pieces.set(number, { piece: collector.take(), progress, onConflict })
    return (staging = staging.then(() => stage(number)))
  }
  const untilFewer = async (than: number): Promise<void> => {
    while (pieces.size >= than) await new Promise<void>((resolve) => (wake = resolve))
  }

  /** What was read before is stored first; then what is stored of a contact and the rows that tell it further become one. */
  async function joinParts(progress: ReadProgress): Promise<void> {
    const all = together(collector.takeParts())
    for (let from = 0; from < all.length; from += PARTS_AT_ONCE) {
      await send(progress)
      await untilFewer(1)
      const some = all.slice(from, from + PARTS_AT_ONCE)
      const told = await toldOf(some)
      const [one, another] = apart(some, (parts) => areOneContact(parts, told.get(parts.ref) ?? []))
      for (const parts of another) collector.join(parts)
      if (another.length > 0) await send(progress)
      for (const parts of one) {
        const stored = told.get(parts.ref) ?? []
        // What this very file told stays; only another file's telling gives way.
        const isReplaced = asked === 'replace' && !parts.isToldHere
        collector.join(parts, isReplaced ? toldOnlyThere(parts, stored) : stored)
      }
      await send(progress, 'replace')
    }
  }

  async function toldOf(list: readonly ContactParts[]): Promise<Map<string, ContactRecord[]>> {
    const toldByRef = new Map<string, ContactRecord[]>(list.map(({ ref }) => [ref, []]))
    let refs = [...toldByRef.keys()]
    while (refs.length > 0) {
      post({ kind: 'told', keys: refs.flatMap((ref) => keysOfJoined(ref, toldByRef.get(ref)?.length)) })
      const legs = await new Promise<readonly ContactRecord[]>((resolve) => (takeTold = resolve))
      const legsByRef = Map.groupBy(legs, ({ contactRef }) => contactRef)
      for (const [ref, some] of legsByRef) toldByRef.get(ref)?.push(...some)
      refs = [...legsByRef.keys()].filter((ref) => mayHaveMoreLegs(toldByRef.get(ref)?.length ?? 0))
    }
    return toldByRef
  }

  try {
    let progress: ReadProgress = { bytes: 0, rows: 0 }
    await readFile(path, options, collector, async (now) => {
      progress = now
      if (collector.partsWaiting() >= MOST_PARTS) await joinParts(progress)
      if (collector.waiting() < recordsAPiece) return
      await send(progress)
      await untilFewer(IN_FLIGHT)
    })
    await joinParts(progress)
    await send(progress)
    await untilFewer(1)
    post({ kind: 'end', counts: collector.counts, rows: progress.rows })
  } catch (error) {
    // Anything else is a fault of ours: it goes to the server's log, and the import says where to look.
    if (!(error instanceof UnreadableFile)) throw error
    post({ kind: 'unreadable', code: error.code, message: error.message })
  }
  parentPort?.close()
}

/** Parts of one contact that lay far apart in the file: stored one after the other, the second would take the first one's place. */
function together(list: readonly ContactParts[]): ContactParts[] {
  const merged: ContactParts[] = []
  const at = new Map<string, number>()
  for (const parts of list) {
    const index = at.get(parts.ref)
    const former = index === undefined ? undefined : merged[index]
    if (index !== undefined && former !== undefined && areOneContact(parts, former.rows))
      merged[index] = { ...former, rows: [...former.rows, ...parts.rows] }
    else {
      at.set(parts.ref, merged.length)
      merged.push(parts)
    }
  }
  return merged
}

const apart = <T>(list: readonly T[], test: (one: T) => boolean): [T[], T[]] => [
  list.filter((one) => test(one)),
  list.filter((one) => !test(one)),
]

await main()
