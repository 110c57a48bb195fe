import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

import { installation, type OtherSignIn, type SignInCheck } from '@pult/contract/installation'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { installationText } from './installation-text.ts'

/** Whether members may sign in at another place, and whether that place is as it must be. */
export function SignInSection() {
  const t = useText(installationText)
  const { centerId } = useCenter()
  const reply = useReply(installation.readOtherSignIn, { params: { centerId } })
  return (
    <Section title={t('signIn')}>
      <Reply reply={reply}>
        {(place) => (
          <Stack gap="sm">
            <Text size="sm" c="dimmed" maw={880}>
              {t('signInHint')} {t('signInWhere')}
            </Text>
            <Place place={place} />
            {place.provider !== null && <Check />}
          </Stack>
        )}
      </Reply>
    </Section>
  )
}

function Place({ place: { provider, redirect } }: { readonly place: OtherSignIn }) {
  const t = useText(installationText)
  return (
    <>
      <Text fw={550}>{provider === null ? t('signInOff') : t('isOn', { name: provider.name })}</Text>
      {provider !== null && (
        <>
          <Line name={t('issuer')}>{provider.issuer}</Line>
          <Line name={t('client')}>{provider.client}</Line>
        </>
      )}
      {redirect === null ? (
        <Text size="sm" c="dimmed">
          {t('redirect')}: {t('noRedirect')}
        </Text>
      ) : (
        <Line name={t('redirect')}>{redirect}</Line>
      )}
    </>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {name}: <Code>{children}</Code>
    </Text>
  )
}

/** Asks the other place now, and says what is wrong with it. */
function Check() {
  const t = useText(installationText)
  const { centerId } = useCenter()
  const check = useAct(installation.checkOtherSignIn, { touches: [] })
  return (
    <Stack gap="sm" aria-live="polite">
      <Group gap="sm">
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate({ params: { centerId } })}>
          {t('check')}
        </Button>
        {check.data === undefined && (
          <Text size="sm" c="dimmed">
            {t('checkedNothing')}
          </Text>
        )}
      </Group>
      {check.data !== undefined && <Found check={check.data} />}
    </Stack>
  )
}

function Found({ check: { address, problems } }: { readonly check: SignInCheck }) {
  const t = useText(installationText)
  if (problems.length === 0) return <Alert color="pine">{t('checked', { address })}</Alert>
  const isFatal = problems.some((problem) => problem.isFatal)
  return (
    <Alert color={isFatal ? 'brick' : 'brass'} title={t(isFatal ? 'fatal' : 'notFatal')}>
      <List spacing={4} style={{ overflowWrap: 'anywhere' }}>
        {problems.map(({ code, values }) => (
          <List.Item key={`${code} ${String(values['name'] ?? '')}`}>{t(`problem_${code}`, values)}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
