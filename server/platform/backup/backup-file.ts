import { z } from 'zod'

// What stands in a backup besides rows and files: its first entry and its last.

export const MANIFEST = 'manifest.json'
export const END = 'end.json'

const Name = z.string().min(1).max(63)

/** The first entry: what the backup holds. */
export const Manifest = z.object({
  format: z.literal(1),
  pult: z.string(),
  madeAt: z.iso.datetime(),
  /** The schema's steps that had been taken. */
  migrations: z.array(z.string()),
  tables: z.array(z.object({ schema: Name, name: Name, columns: z.array(Name).readonly() })),
  partitions: z.array(z.object({ name: Name, parent: Name, bound: z.string().max(500) })),
  sequences: z.array(z.object({ schema: Name, name: Name, last: z.string().regex(/^-?\d+$/) })),
})
export type Manifest = z.infer<typeof Manifest>

/** The last entry: what every table's rows add up to. A file without it was cut short. */
export const End = z.object({
  sums: z.array(z.object({ table: z.string(), rows: z.number().int(), sum: z.string() })),
})
export type End = z.infer<typeof End>
