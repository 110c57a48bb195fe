import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { schedule, type EditResult, type ShiftChange } from '@pult/contract/schedule'
import type { Roster } from '@pult/contract/schedule-roster'

import { useCenter } from '../platform/center.tsx'
import { call } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { forget, keyOf, useAct } from '../platform/replies.ts'
import { tell } from '../ui/tell.ts'
import { redoable, redone, type Undone } from './undone.ts'

/** Undo and redo of a roster, as buttons and keys ask for them; null where there is nothing to do again. */
export interface EditHistory {
  readonly undo: () => void
  readonly redo: (() => void) | null
  readonly isBusy: boolean
}

/** What was undone on this page can be done again until somebody changes the roster otherwise. */
export function useEditHistory({ rosterId, version }: Pick<Roster, 'rosterId' | 'version'>): EditHistory {
  const { centerId } = useCenter()
  const words = useWordsOf()
  const queryClient = useQueryClient()
  const [stack, setStack] = useState<readonly Undone[]>([])
  const [isBusy, setBusy] = useState(false)
  const params = { centerId, rosterId }
  const act = (what: () => Promise<void>): void => {
    if (isBusy) return
    setBusy(true)
    what()
      .catch((error: unknown) => tell({ kind: 'bad', words: words(error) }))
      .finally(() => {
        setBusy(false)
        void forget(queryClient, undefined)
      })
  }
  const next = redoable(stack, rosterId, version)
  return {
    isBusy,
    undo: () =>
      act(async () => {
        const { changes } = await call(schedule.listChanges, { params })
        const last = changes.find(({ isUndone, kind }) => !isUndone && kind !== 'undo')
        const result = await call(schedule.undoChange, { params, body: { version } })
        noteVersion(queryClient, params, result.version)
        if (last?.kind === 'edit') setStack([...stack, { rosterId, version: result.version, changes: last.changes }])
      }),
    redo:
      next === null
        ? null
        : () =>
            act(async () => {
              const body = { version, changes: [...next.changes], isTrial: false }
              const result = await call(schedule.editShifts, { params, body })
              noteVersion(queryClient, params, result.version)
              setStack(redone(stack, result.version))
            }),
  }
}

/** Changes shifts of a roster; the next change knows its new version at once. */
export function useEdit(
  { rosterId, version }: Pick<Roster, 'rosterId' | 'version'>,
  onDone?: (result: EditResult) => void,
): { readonly change: (changes: readonly ShiftChange[]) => void; readonly isPending: boolean } {
  const { centerId } = useCenter()
  const queryClient = useQueryClient()
  const params = { centerId, rosterId }
  const edit = useAct(schedule.editShifts, {
    onDone: (result) => {
      noteVersion(queryClient, params, result.version)
      onDone?.(result)
    },
  })
  return {
    isPending: edit.isPending,
    change: (changes) => {
      if (changes.length > 0) edit.mutate({ params, body: { version, changes: [...changes], isTrial: false } })
    },
  }
}

/** Puts the version after a change into the list of rosters, before the list is asked again. */
export function noteVersion(
  queryClient: QueryClient,
  { centerId, rosterId }: { readonly centerId: number; readonly rosterId: number },
  version: number,
): void {
  queryClient.setQueryData<{ readonly rosters: Roster[] }>(
    keyOf(schedule.listRosters, { params: { centerId } }),
    (list) =>
      list && {
        rosters: list.rosters.map((one) => (one.rosterId === rosterId ? { ...one, version } : one)),
      },
  )
}
