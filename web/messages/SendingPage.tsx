import { Button, Group, Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'

import { messages, type MessageSettings } from '@pult/contract/messages'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { DeliveryLog } from './DeliveryLog.tsx'
import { MailServerDialog } from './MailServerDialog.tsx'
import { messagesText } from './messages-text.ts'
import { TelegramBotDialog } from './TelegramBotDialog.tsx'
import { TestDialog } from './TestDialog.tsx'
import { WebhooksSection } from './WebhooksSection.tsx'

/** How Pult sends mail and Telegram messages, and what became of them. */
export function SendingPage() {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const reply = useReply(messages.readMessageSettings, { params: { centerId } })
  return (
    <Page title={t('sending')} subtitle={t('hint')}>
      <Reply reply={reply}>
        {(settings) => (
          <>
            <MailSection settings={settings} />
            <TelegramSection settings={settings} />
          </>
        )}
      </Reply>
      <WebhooksSection />
      <DeliveryLog />
    </Page>
  )
}

interface SectionProps {
  readonly settings: MessageSettings
}

type Opened = 'change' | 'test' | null

function MailSection({ settings: { mail } }: SectionProps) {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const [opened, setOpened] = useState<Opened>(null)
  const forget = useAct(messages.forgetMailServer, { touches: [messages.readMessageSettings] })
  const close = (): void => setOpened(null)
  return (
    <Section title={t('mailTitle')}>
      <Way
        how={t('mailHow')}
        isSet={mail !== null}
        onOpen={setOpened}
        forgetTitle={t('forgetMail')}
        onForget={() => forget.mutateAsync({ params: { centerId } })}
      >
        {mail === null
          ? t('noMail')
          : [
              t('goesBy', { host: mail.host, port: String(mail.port), security: t(mail.security) }),
              mail.user === null ? t('asNobody') : t('asUser', { user: mail.user }),
              t('from', { from: `${mail.fromName} <${mail.fromAddress}>`.trim() }),
            ].join(' · ')}
      </Way>
      {opened === 'change' && <MailServerDialog mail={mail} onClose={close} />}
      {opened === 'test' && <TestDialog channel="mail" onClose={close} />}
    </Section>
  )
}

function TelegramSection({ settings: { telegram } }: SectionProps) {
  const t = useText(messagesText)
  const { centerId } = useCenter()
  const [opened, setOpened] = useState<Opened>(null)
  const forget = useAct(messages.forgetTelegramBot, { touches: [messages.readMessageSettings] })
  const close = (): void => setOpened(null)
  return (
    <Section title={t('telegramTitle')}>
      <Way
        how={t('telegramHow')}
        isSet={telegram.hasToken}
        onOpen={setOpened}
        forgetTitle={t('forgetBot')}
        onForget={() => forget.mutateAsync({ params: { centerId } })}
      >
        {t(telegram.hasToken ? 'hasBot' : 'noBot')}
      </Way>
      {opened === 'change' && <TelegramBotDialog onClose={close} />}
      {opened === 'test' && <TestDialog channel="telegram" onClose={close} />}
    </Section>
  )
}

interface WayProps {
  readonly how: string
  readonly isSet: boolean
  readonly onOpen: (what: Opened) => void
  readonly forgetTitle: string
  readonly onForget: () => Promise<unknown>
  readonly children: ReactNode
}

/** One way out: how it stands, and what can be done with it. */
function Way({ how, isSet, onOpen, forgetTitle, onForget, children }: WayProps) {
  const t = useText(messagesText)
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed" maw={880}>
        {how}
      </Text>
      <Text style={{ overflowWrap: 'anywhere' }}>{children}</Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => onOpen('change')}>
          {t(isSet ? 'change' : 'set')}
        </Button>
        {isSet && (
          <>
            <Button variant="default" onClick={() => onOpen('test')}>
              {t('test')}
            </Button>
            <ConfirmAct title={forgetTitle} act={t('forget')} onAct={onForget}>
              {t('forgetHint')}
            </ConfirmAct>
          </>
        )}
      </Group>
    </Stack>
  )
}
