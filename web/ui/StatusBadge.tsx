import { Badge } from '@mantine/core'

import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

/** How a queue, an agent or a pause reason stands: met in a file and not yet looked at, in use, put away. */
export type Status = 'confirmed' | 'toConfirm' | 'archived'

/** The status as a word; what is in plain use says nothing. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const t = useText(uiText)
  if (status === 'confirmed') return null
  return (
    <Badge size="sm" radius="sm" tt="none" variant="light" color={status === 'toConfirm' ? 'brass' : 'gray'}>
      {t(status)}
    </Badge>
  )
}
