import { ActionIcon } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'

import { connectors, type Connector } from '@pult/contract/connectors'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import { connectorsText } from './connectors-text.ts'

/** Has the channel look for files now, whenever it would look by itself. */
export function LookNow({ connector: { connectorId, name } }: { readonly connector: Connector }) {
  const t = useText(connectorsText)
  const { centerId } = useCenter()
  const look = useAct(connectors.lookNow, {
    touches: [connectors.listConnectors],
    onDone: () => tell({ kind: 'plain', words: t('lookAsked') }),
  })
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={t('lookNow', { name })}
      loading={look.isPending}
      onClick={() => look.mutate({ params: { centerId, connectorId } })}
    >
      <IconRefresh size={17} />
    </ActionIcon>
  )
}
