import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { FormDialog } from '../ui/FormDialog.tsx'
import { StaleAlert } from '../ui/StaleAlert.tsx'
import type { ApiProblem } from './problem.ts'
import { useWordsOf } from './Reply.tsx'

interface SaveDialogProps {
  readonly title: string
  /** What `useAct(…, { problem: 'self' })` returned. */
  readonly saving: { readonly error: ApiProblem | null; readonly isPending: boolean }
  readonly onSave: () => void
  readonly onClose: () => void
  /** A problem found before asking the server. */
  readonly problem?: string | null
  readonly act?: string
  readonly more?: ReactNode
  readonly size?: string | number
  readonly children: ReactNode
}

/** A form in a dialog, saved by a route: says its problems, and what to do when somebody else was first. */
export function SaveDialog({ saving, problem, onClose, ...rest }: SaveDialogProps) {
  const words = useWordsOf()
  const queryClient = useQueryClient()
  const isStale = saving.error?.code === 'stale'
  const loadNewest = (): void => {
    void queryClient.invalidateQueries()
    onClose()
  }
  return (
    <FormDialog
      {...rest}
      onClose={onClose}
      isSaving={saving.isPending}
      problem={problem ?? (saving.error === null ? null : words(saving.error))}
      {...(isStale ? { stale: <StaleAlert onLoadNewest={loadNewest} /> } : {})}
    />
  )
}
