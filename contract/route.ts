import { z } from 'zod'

import type { Permission } from './permissions.ts'

/**
 * A door of the server as plain data: the server serves it, the web's and the command line's client call it, and the
 * API reference is written from it. Types are stated here and never inferred through a chain of calls.
 */
export interface Route<Params, Query, Body, Reply> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** With `:names` for parameters, below `/api/v1`. A path that begins with `/centers/:centerId` is scoped to that centre. */
  readonly path: string
  readonly summary: string
  /** What the caller must be allowed to do; `signedIn` is any person, `anyone` needs no sign-in. */
  readonly may: Permission | 'signedIn' | 'anyone'
  readonly params: z.ZodType<Params>
  readonly query: z.ZodType<Query>
  readonly body: z.ZodType<Body>
  readonly reply: z.ZodType<Reply>
  /** `json` unless said: `file` replies with a download, `upload` takes a raw stream, `events` is a server-sent stream. */
  readonly transport: 'json' | 'file' | 'upload' | 'events'
  /** Largest body in bytes; 1 MiB unless said. */
  readonly bodyLimit: number
  /** What the API's document says where the schemas themselves cannot. */
  readonly described?: Described
  /** Still there, to go: replies say so in headers, the document too. */
  readonly deprecated?: Deprecated
}

export interface Described {
  /** What to send, where the door takes anything and each part is checked by itself. */
  readonly body?: z.ZodType
  /** The media type of a reply that is neither JSON nor a file. */
  readonly replyType?: string
}

/** Days, `2027-01-31`: since when it is, and from when on the address may be gone. */
export interface Deprecated {
  readonly since: string
  readonly until: string
}

// oxlint-disable-next-line typescript/no-explicit-any -- a list of routes of every shape has no common type but this one
export type AnyRoute = Route<any, any, any, any>

export type ParamsOf<R> = R extends Route<infer P, infer _Q, infer _B, infer _R> ? P : never
export type QueryOf<R> = R extends Route<infer _P, infer Q, infer _B, infer _R> ? Q : never
export type BodyOf<R> = R extends Route<infer _P, infer _Q, infer B, infer _R> ? B : never
export type ReplyOf<R> = R extends Route<infer _P, infer _Q, infer _B, infer Y> ? Y : never

const nothing = z.object({}).strict()

/** Of a schema only what it puts out: to compare whole schemas route by route was most of the compiler's work on this floor. */
interface SchemaOf<Output> {
  readonly _zod: { readonly output: Output }
}

interface RouteShape<Params, Query, Body, Reply> {
  readonly summary: string
  readonly may: Permission | 'signedIn' | 'anyone'
  readonly params?: SchemaOf<Params>
  readonly query?: SchemaOf<Query>
  readonly body?: SchemaOf<Body>
  readonly reply: SchemaOf<Reply>
  readonly transport?: 'json' | 'file' | 'upload' | 'events'
  readonly bodyLimit?: number
  readonly described?: Described
  readonly deprecated?: Deprecated
}

const MEBIBYTE = 1024 * 1024

/** Declares a route. Parts left out accept nothing but an empty object. */
export function route<
  Params = Record<string, never>,
  Query = Record<string, never>,
  Body = Record<string, never>,
  Reply = unknown,
>(
  method: Route<Params, Query, Body, Reply>['method'],
  path: string,
  shape: RouteShape<Params, Query, Body, Reply>,
): Route<Params, Query, Body, Reply> {
  return {
    method,
    path,
    summary: shape.summary,
    may: shape.may,
    params: schemaOf(shape.params ?? nothing),
    query: schemaOf(shape.query ?? nothing),
    body: schemaOf(shape.body ?? z.unknown()),
    reply: schemaOf(shape.reply),
    transport: shape.transport ?? 'json',
    bodyLimit: shape.bodyLimit ?? MEBIBYTE,
    ...(shape.described === undefined ? {} : { described: shape.described }),
    ...(shape.deprecated === undefined ? {} : { deprecated: shape.deprecated }),
  }
}

const schemaOf = <Output>(schema: SchemaOf<unknown>): z.ZodType<Output> => schema as z.ZodType<Output>

/** The path parameter of everything that belongs to one centre. Text in the address, a number inside. */
export const CenterParams = z.object({ centerId: z.coerce.number().int().positive().max(2_147_483_647) })
export type CenterParams = z.infer<typeof CenterParams>

/** An id in an address. */
export const Id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

export const Done = z.object({ done: z.literal(true) })
export type Done = z.infer<typeof Done>

/** A problem reply (RFC 9457). `code` and `details` let the web say it in the reader's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** Where in the request: `body.contacts.3.offeredAt`. */
  at: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  requestId: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>

/** Names met in files that are confirmed in one act. */
export const ToConfirm = z.object({ ids: z.array(Id).min(1).max(2000) }).strict()
export type ToConfirm = z.infer<typeof ToConfirm>
/** How many of them waited to be confirmed; the others stay as they were. */
export const Confirmed = z.object({ confirmed: z.number() })
export type Confirmed = z.infer<typeof Confirmed>
