import { Badge, Button, Group } from '@mantine/core'

import { security, type OwnSession } from '@pult/contract/access-security'

import { useAct } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { deviceWords } from './device-words.ts'
import { securityText, wayKeys } from './security-text.ts'

/** Where one is signed in: each session can be ended, and all others at once. */
export function SessionSection({ sessions }: { readonly sessions: readonly OwnSession[] }) {
  const t = useText(securityText)
  const formats = useFormats()
  const endOthers = useAct(security.endOtherSessions, { done: t('ended') })
  const columns: ListColumn<OwnSession>[] = [
    {
      key: 'device',
      title: t('device'),
      cell: (session) => (
        <Group gap="xs">
          {deviceWords(session.device)}
          {session.isThis && (
            <Badge size="sm" radius="sm" tt="none" variant="light">
              {t('thisOne')}
            </Badge>
          )}
        </Group>
      ),
    },
    {
      key: 'how',
      title: t('how'),
      cell: ({ signedInBy }) => t(signedInBy === null ? 'byUnknown' : wayKeys[signedInBy]),
    },
    { key: 'address', title: t('address'), cell: (session) => session.address },
    { key: 'began', title: t('began'), cell: (session) => formats.dateTime(session.beganAt) },
    { key: 'seen', title: t('lastSeen'), cell: (session) => formats.dateTime(session.lastSeenAt) },
    { key: 'acts', title: t('end'), acts: 'icons', cell: (session) => <EndSession session={session} /> },
  ]
  return (
    <Section
      title={t('sessions')}
      actions={
        sessions.length > 1 && (
          <ConfirmAct
            title={t('endOthers')}
            act={t('endOthers')}
            onAct={() => endOthers.mutateAsync({})}
            trigger={(open) => (
              <Button variant="default" onClick={open}>
                {t('endOthers')}
              </Button>
            )}
          >
            {t('endOthersAsk')}
          </ConfirmAct>
        )
      }
    >
      <ListTable
        label={t('sessions')}
        columns={columns}
        rows={sessions}
        rowKey={(session) => session.sessionId}
        empty={null}
      />
    </Section>
  )
}

function EndSession({ session }: { readonly session: OwnSession }) {
  const t = useText(securityText)
  const end = useAct(security.endSession, { done: t('ended') })
  if (session.isThis) return null
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="brick"
      loading={end.isPending}
      onClick={() => end.mutate({ params: { sessionId: session.sessionId } })}
    >
      {t('end')}
    </Button>
  )
}
