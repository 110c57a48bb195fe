import { connectors } from '@pult/contract/connectors'

import { useCenter } from '../platform/center.tsx'
import { addressOf } from '../platform/client.ts'
import { useText } from '../ui/language.tsx'
import { SecretDialog } from '../ui/SecretDialog.tsx'
import { connectorsText } from './connectors-text.ts'

interface WebhookSecretProps {
  readonly connectorId: number
  readonly secret: string
  readonly onClose: () => void
}

/** The secret of a webhook, shown once, and where its requests go. */
export function WebhookSecret({ connectorId, secret, onClose }: WebhookSecretProps) {
  const t = useText(connectorsText)
  const { centerId } = useCenter()
  const address = window.location.origin + addressOf(connectors.webhook, { params: { centerId, connectorId } })
  return <SecretDialog title={t('secret')} hint={t('secretHint', { address })} secret={secret} onClose={onClose} />
}
