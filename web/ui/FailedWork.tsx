import { Alert, Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'

import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

interface FailedWorkProps {
  /** That it could not be done: "The forecast could not be made". */
  readonly title: string
  /** The problem's code, as the server keeps it. */
  readonly problem: string | null
  /** Why, where Pult has not given it up. */
  readonly children: ReactNode
  /** Left out where the person may not. */
  readonly onAgain?: (() => void) | undefined
  readonly isBusy?: boolean
  /** What else can be done with it. */
  readonly acts?: ReactNode
}

/** Long work that came to nothing: why, and a way to try it again. */
export function FailedWork({ title, problem, children, onAgain, isBusy = false, acts }: FailedWorkProps) {
  const t = useText(uiText)
  return (
    <Alert color="brick" title={title}>
      <Group justify="space-between" gap="sm">
        <div>{problem === 'givenUp' ? t('workGivenUp') : children}</div>
        <Group gap="xs">
          {onAgain !== undefined && (
            <Button variant="default" size="xs" loading={isBusy} onClick={onAgain}>
              {t('retry')}
            </Button>
          )}
          {acts}
        </Group>
      </Group>
    </Alert>
  )
}
