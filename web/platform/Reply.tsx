import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import { ErrorState } from '../ui/ErrorState.tsx'
import { useLanguage } from '../ui/language.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import type { ApiProblem } from './problem.ts'
import { wordsOf } from './problem-words.ts'

interface ReplyProps<Data> {
  readonly reply: UseQueryResult<Data, ApiProblem>
  /** While nothing has come yet; a plain skeleton unless given. */
  readonly loading?: ReactNode
  readonly children: (data: Data) => ReactNode
}

/** Shows a reply in whichever state it is: coming, refused (with a way to try again), here. */
export function Reply<Data>({ reply, loading, children }: ReplyProps<Data>) {
  const language = useLanguage()
  if (reply.data !== undefined) return <>{children(reply.data)}</>
  if (reply.error !== null) {
    return (
      <ErrorState
        words={wordsOf(reply.error, language)}
        onRetry={() => void reply.refetch()}
        requestId={reply.error.requestId}
      />
    )
  }
  return <>{loading ?? <LoadingState />}</>
}

/** The sentence for something thrown, in the reader's language: for forms and dialogs. */
export function useWordsOf(): (error: unknown) => string {
  const language = useLanguage()
  return (error) => wordsOf(error, language)
}
