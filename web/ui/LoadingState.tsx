import { Skeleton, Stack, VisuallyHidden } from '@mantine/core'

import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

interface LoadingStateProps {
  /** How many lines the skeleton has. */
  readonly lines?: number
  /** One block of this height instead of lines: for charts and maps. */
  readonly height?: number
}

/** The outline of what is coming, said to screen readers as "loading". */
export function LoadingState({ lines = 4, height }: LoadingStateProps) {
  const t = useText(uiText)
  return (
    <div role="status" aria-busy="true">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {height === undefined ? (
        <Stack gap="sm">
          {Array.from({ length: lines }, (_, line) => (
            <Skeleton key={line} height={14} width={line === lines - 1 ? '55%' : '100%'} />
          ))}
        </Stack>
      ) : (
        <Skeleton height={height} radius="md" />
      )}
    </div>
  )
}
