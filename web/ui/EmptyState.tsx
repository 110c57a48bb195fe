import { EmptyState as Base } from '@mantine/core'
import type { ReactNode } from 'react'

interface EmptyStateProps {
  readonly icon?: ReactNode
  /** What is not here. */
  readonly title: string
  /** What to do about it. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** Nothing here yet, and what to do next. */
export function EmptyState({ icon, title, children, actions }: EmptyStateProps) {
  return (
    <Base py="xl" title={title} description={children} icon={icon} size="sm">
      {actions !== undefined && <Base.Actions>{actions}</Base.Actions>}
    </Base>
  )
}
