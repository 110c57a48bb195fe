import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'

import { access, type Membership, type Session } from '@pult/contract/access'

import { keyOf, replyQuery } from './replies.ts'
import type { ApiProblem } from './problem.ts'

export type { Membership, Session }

const nobody: Session = {
  user: null,
  administersInstallation: false,
  needsPassword: false,
  resetsByMail: false,
  provider: null,
  memberships: [],
}

/** Who is signed in. Asked once; the shell draws nothing of a centre before the answer, so pages may take it as given. */
export function useSession(): Session {
  return useSessionReply().data ?? nobody
}

export function useSessionReply() {
  return useQuery<Session, ApiProblem>({ ...replyQuery(access.readSession, {}), staleTime: 5 * 60_000 })
}

/** Asks again who is signed in: after signing in or out, and after a refusal that says the session has ended. */
export function useAskSessionAgain(): () => Promise<void> {
  const queryClient = useQueryClient()
  return () => queryClient.invalidateQueries({ queryKey: keyOf(access.readSession, {}) })
}

/** After signing out nothing of the former person may stay. */
export async function forgetEverything(queryClient: QueryClient): Promise<void> {
  queryClient.clear()
  await queryClient.fetchQuery(replyQuery(access.readSession, {}))
}
