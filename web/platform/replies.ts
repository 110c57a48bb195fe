import {
  QueryClient,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'

import type { ReplyOf, Route } from '@pult/contract/route'

import { useLanguage } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import { addressOf, call, type InputOf } from './client.ts'
import { useFigures, useLive } from './live.ts'
import { isPassing, type ApiProblem } from './problem.ts'
import { wordsOf } from './problem-words.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- routes of every shape pass through here
type Any = Route<any, any, any, any>

const FRESH_MS = 30_000
const RETRY_MS = 2_000

/** The cache of the server's replies: one for the whole page. */
export function createReplies(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        // A refusal will be the same the next time; a missing connection passes.
        retry: (_count, error) => isPassing(error),
        retryDelay: RETRY_MS,
        networkMode: 'always',
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

/** Under which a reply is kept: everything of one route, then the exact question. */
export function keyOf(route: Any, input: unknown): readonly unknown[] {
  return [route.method, route.path, input]
}

export interface ReplyOptions<R extends Any> {
  /** Not asked while false. */
  readonly when?: boolean
  /** Asks again when the server announces one of these topics (`contacts`, `measures`, `import`, `settings`, …). */
  readonly live?: readonly string[]
  /** At most so often; every two seconds unless said. */
  readonly paceMs?: number
  /** A route of the same parameters on whose stream the server sends this reply as it changes: then nothing is asked for while it does. */
  readonly flow?: Any
  /** Asks again after so many milliseconds. */
  readonly everyMs?: number | ((reply: ReplyOf<R> | undefined) => number | false)
  /** Keeps the former reply on the page while a changed question is asked (filters, periods). */
  readonly keepFormer?: boolean
  readonly freshMs?: number
}

const NO_TOPICS: readonly string[] = []

/**
 * What a route replies, kept in the cache and asked again when stale. Works for every JSON route that only reads, POST questions too.
 * `reply.data`, `reply.error` (an ApiProblem), `reply.isPending`; show it with `<Reply>`.
 */
export function useReply<R extends Any>(
  route: R,
  input: InputOf<R>,
  options: ReplyOptions<R> = {},
): UseQueryResult<ReplyOf<R>, ApiProblem> {
  const queryClient = useQueryClient()
  const { live = NO_TOPICS, paceMs, flow, everyMs, keepFormer = false, when = true, freshMs } = options
  const isFlowing = useFigures(flow === undefined ? null : addressOf(flow, paramsOf(input)), (json) =>
    queryClient.setQueryData(keyOf(route, input), JSON.parse(json)),
  )
  useLive(isFlowing ? NO_TOPICS : live, () => void askAgain(queryClient, keyOf(route, input)), paceMs)
  return useQuery<ReplyOf<R>, ApiProblem>({
    ...replyQuery(route, input),
    enabled: when,
    ...(freshMs === undefined ? {} : { staleTime: freshMs }),
    ...(keepFormer ? { placeholderData: (former: ReplyOf<R> | undefined) => former } : {}),
    ...(everyMs === undefined || isFlowing
      ? {}
      : {
          refetchInterval:
            typeof everyMs === 'number'
              ? everyMs
              : (query: { state: { data: ReplyOf<R> | undefined } }) => everyMs(query.state.data),
        }),
  } as UseQueryOptions<ReplyOf<R>, ApiProblem>)
}

const paramsOf = (input: unknown): object => ({ params: (input as { readonly params?: unknown }).params })

/**
 * Asks again once an answer that is on its way has come: it may be older than the news, and where news come faster than answers a question
 * that was begun anew each time would never be answered.
 */
async function askAgain(queryClient: QueryClient, queryKey: readonly unknown[]): Promise<void> {
  await queryClient
    .getQueryCache()
    .find({ queryKey, exact: true })
    ?.promise?.catch(() => undefined)
  await queryClient.invalidateQueries({ queryKey }, { cancelRefetch: false })
}

/** Key and question of a reply, for loading ahead: `warm: ({ centerId }) => [replyQuery(center.listQueues, { params: { centerId } })]`. */
export function replyQuery<R extends Any>(route: R, input: InputOf<R>) {
  return {
    queryKey: keyOf(route, input),
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<ReplyOf<R>> => call(route, input, { signal }),
  }
}

export interface ActOptions<R extends Any> {
  /** The routes whose replies this changes; every reply on the page unless said. */
  readonly touches?: readonly Any[]
  readonly onDone?: (reply: ReplyOf<R>, input: InputOf<R>) => void
  /** Shown for a moment when it is done. */
  readonly done?: string
  /** `notify` (unless said) shows the problem as a notification; `self` leaves it to `act.error`. */
  readonly problem?: 'notify' | 'self'
}

/** Does something: `const save = useAct(center.changeQueue)`, then `save.mutate({ params, body })`; `save.isPending`, `save.error`. */
export function useAct<R extends Any>(
  route: R,
  options: ActOptions<R> = {},
): UseMutationResult<ReplyOf<R>, ApiProblem, InputOf<R>> {
  const queryClient = useQueryClient()
  const language = useLanguage()
  return useMutation<ReplyOf<R>, ApiProblem, InputOf<R>>({
    mutationFn: (input) => call(route, input),
    onSuccess: async (reply, input) => {
      if (options.done !== undefined) tell({ kind: 'good', words: options.done })
      options.onDone?.(reply, input)
      await forget(queryClient, options.touches)
    },
    onError: (error) => {
      if (options.problem !== 'self') tell({ kind: 'bad', words: wordsOf(error, language) })
    },
  })
}

/** Marks replies as old, so that those on the page are asked again. */
export async function forget(queryClient: QueryClient, routes: readonly Any[] | undefined): Promise<void> {
  if (routes === undefined) return queryClient.invalidateQueries()
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: [route.method, route.path] })))
}
