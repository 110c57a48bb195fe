import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'

import { connectors, type Connector, type ConnectorDraft } from '@pult/contract/connectors'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { useSaid, useText } from '../ui/language.tsx'
import { connectorsText } from './connectors-text.ts'
import { isProblemCode } from './problem-code.ts'

interface TryOutProps {
  readonly draft: ConnectorDraft
  /** The channel that is changed: what it keeps is tried where nothing new is typed. */
  readonly connector: Connector | null
  /** Somebody has confirmed the key of the machine. */
  readonly onHostKey: (hostKey: string) => void
}

/** Tries the channel as it stands in the form, and says what came of it. */
export function TryOut({ draft, connector, onHostKey }: TryOutProps) {
  const t = useText(connectorsText)
  const said = useSaid()
  const { centerId } = useCenter()
  const test = useAct(connectors.testConnector, { touches: [] })
  const { data } = test
  if (draft.kind === 'follow' || draft.kind === 'stream' || draft.kind === 'webhook') return null
  const tryIt = (tried: ConnectorDraft): void =>
    test.mutate({
      params: { centerId },
      body: { draft: tried, ...(connector === null ? {} : { connectorId: connector.connectorId }) },
    })
  const confirm = (hostKey: string): void => {
    onHostKey(hostKey)
    if (draft.kind === 'sftp') tryIt({ ...draft, settings: { ...draft.settings, hostKey } })
  }
  return (
    <Stack gap="xs">
      <Group>
        <Button variant="default" loading={test.isPending} onClick={() => tryIt(draft)}>
          {t('test')}
        </Button>
        {data?.ok === true && <Text c="var(--pult-good)">{t('testOk')}</Text>}
      </Group>
      {data?.ok === false && (
        <Alert
          color={data.code === 'hostKeyUnknown' ? 'brass' : 'brick'}
          variant="light"
          title={isProblemCode(data.code) ? t(`problem_${data.code}`) : undefined}
        >
          {data.hostKey === null ? (
            said(data.said)
          ) : (
            <HostKey
              words={data.code === 'hostKeyChanged' ? said(data.said) : ''}
              hostKey={data.hostKey}
              onConfirm={confirm}
            />
          )}
        </Alert>
      )}
    </Stack>
  )
}

interface HostKeyProps {
  readonly words: string
  readonly hostKey: string
  readonly onConfirm: (hostKey: string) => void
}

/** The key that the machine shows, to be compared with its own. */
function HostKey({ words, hostKey, onConfirm }: HostKeyProps) {
  const t = useText(connectorsText)
  return (
    <Stack gap="xs" align="flex-start">
      {words !== '' && <Text size="sm">{words}</Text>}
      <Code style={{ overflowWrap: 'anywhere', whiteSpace: 'normal' }}>{hostKey}</Code>
      <Text size="sm">{t('hostKeyAsk')}</Text>
      <Button size="xs" variant="default" onClick={() => onConfirm(hostKey)}>
        {t('hostKeyConfirm')}
      </Button>
    </Stack>
  )
}
