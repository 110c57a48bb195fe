import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconKey, IconLogout, IconShieldOff } from '@tabler/icons-react'
import { useState, type ComponentType } from 'react'

import type { Member } from '@pult/contract/access'
import { security } from '@pult/contract/access-security'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useText } from '../ui/language.tsx'
import { SecretDialog } from '../ui/SecretDialog.tsx'
import { securityText } from './security-text.ts'

interface CareProps {
  readonly icon: ComponentType<{ readonly size: number }>
  readonly title: string
  readonly act: string
  readonly ask: string
  readonly name: string
  readonly onAct: () => Promise<unknown>
}

function Care({ icon: Icon, title, act, ask, name, onAct }: CareProps) {
  return (
    <ConfirmAct
      title={`${title}: ${name}`}
      act={act}
      onAct={onAct}
      trigger={(open) => (
        <Tooltip label={title}>
          <ActionIcon aria-label={`${title}: ${name}`} onClick={open}>
            <Icon size={17} />
          </ActionIcon>
        </Tooltip>
      )}
    >
      {ask}
    </ConfirmAct>
  )
}

/** What an administrator does about the sign-in of a member who asks for help. */
export function MemberCare({ member }: { readonly member: Member }) {
  const t = useText(securityText)
  const { centerId } = useCenter()
  const [link, setLink] = useState<string | null>(null)
  const endSessions = useAct(security.endMemberSessions, { done: t('ended') })
  const resetFactor = useAct(security.resetSecondFactor, { done: t('done') })
  const makeLink = useAct(security.makeResetLink, { onDone: (made) => setLink(made.link) })
  const input = { params: { centerId, userId: member.userId } }
  const { name } = member
  if (!member.hasPassword) return null
  return (
    <Group gap={2} wrap="nowrap" display="inline-flex">
      <Care
        icon={IconKey}
        title={t('resetLink')}
        act={t('makeLink')}
        ask={t('resetLinkAsk', { name })}
        name={name}
        onAct={() => makeLink.mutateAsync(input)}
      />
      <Care
        icon={IconShieldOff}
        title={t('resetFactor')}
        act={t('resetFactor')}
        ask={t('resetFactorAsk', { name })}
        name={name}
        onAct={() => resetFactor.mutateAsync(input)}
      />
      <Care
        icon={IconLogout}
        title={t('endSessions')}
        act={t('endSessions')}
        ask={t('endSessionsAsk', { name })}
        name={name}
        onAct={() => endSessions.mutateAsync(input)}
      />
      {link !== null && (
        <SecretDialog title={t('resetLink')} hint={t('resetLinkHint')} secret={link} onClose={() => setLink(null)} />
      )}
    </Group>
  )
}
