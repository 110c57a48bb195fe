import { useEffect, useState, useSyncExternalStore } from 'react'

import { career, type ResumeReply } from '@pult/contract/career'
import type { ResumeDraft } from '@pult/contract/career-words'
import type { Resume } from '@pult/engine/career'

import { useCenter } from '../platform/center.tsx'
import { call } from '../platform/client.ts'
import { ApiProblem } from '../platform/problem.ts'
import { createDraftKeeper, type DraftState } from './draft-keeper.ts'

/** A draft on the page: what it says, how far it is saved, how it is changed. */
export interface Drafting {
  readonly resumeId: number
  readonly draft: ResumeDraft
  readonly state: DraftState
  readonly change: (part: Partial<ResumeDraft>) => void
  readonly changeResume: (part: Partial<Resume>) => void
  readonly flush: () => Promise<void>
  /** Saves over another window's version. */
  readonly overwrite: () => Promise<void>
}

/** Keeps a résumé as it is typed; when one leaves, what is not saved yet is sent. */
export function useDraft({ resumeId, draft: start, version }: ResumeReply): Drafting {
  const { centerId } = useCenter()
  const params = { centerId, resumeId }
  const [keeper] = useState(() =>
    createDraftKeeper({
      draft: start,
      version,
      save: async (draft, from) =>
        (await call(career.changeResume, { params, body: { draft, version: from } })).version,
      isStale: (error) => error instanceof ApiProblem && error.code === 'stale',
    }),
  )
  const draft = useSyncExternalStore(keeper.subscribe, keeper.draft)
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  useEffect(() => {
    const onLeave = (event: BeforeUnloadEvent): void => {
      if (keeper.state() === 'saved') return
      void keeper.flush()
      event.preventDefault()
    }
    window.addEventListener('beforeunload', onLeave)
    return () => {
      window.removeEventListener('beforeunload', onLeave)
      void keeper.flush()
    }
  }, [keeper])
  const change = (part: Partial<ResumeDraft>): void => keeper.change({ ...keeper.draft(), ...part })
  return {
    resumeId,
    draft,
    state,
    change,
    changeResume: (part) => change({ resume: { ...keeper.draft().resume, ...part } }),
    flush: keeper.flush,
    overwrite: async () => keeper.overwrite((await call(career.readResume, { params })).version),
  }
}
