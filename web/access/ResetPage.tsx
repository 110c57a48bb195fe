import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'

import { SHORTEST_PASSWORD } from '@pult/contract/access'
import { security } from '@pult/contract/access-security'

import { post } from '../platform/client.ts'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import type { ApiProblem } from '../platform/problem.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useAct } from '../platform/replies.ts'
import { useSession } from '../platform/session.ts'
import { useText } from '../ui/language.tsx'
import { accessText } from './access-text.ts'
import { DoorFrame } from './DoorFrame.tsx'
import { securityText } from './security-text.ts'

/** A new password: asks for the link by mail, or sets the password where one has come by the link. */
export function ResetPage() {
  const t = useText(securityText)
  const [token] = useState(() => new URLSearchParams(window.location.search).get('token'))
  const { resetsByMail } = useSession()
  return (
    <DoorFrame title={t('resetTitle')}>
      {token !== null ? <SetForm token={token} /> : resetsByMail ? <AskForm /> : <Text>{t('resetNoMail')}</Text>}
      <Anchor component={Link} to={paths.signIn()} size="sm">
        {t('toSignIn')}
      </Anchor>
    </DoorFrame>
  )
}

function AskForm() {
  const t = useText(securityText)
  const say = useText(accessText)
  const words = useWordsOf()
  const [email, setEmail] = useState('')
  const ask = useAct(security.askReset, { problem: 'self' })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    ask.mutate({ body: { email } })
  }
  if (ask.isSuccess) return <Alert role="status">{t('resetSent')}</Alert>
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t('resetAsk')}</Text>
        <TextInput
          label={say('email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {ask.error !== null && (
          <Text role="alert" c="var(--mantine-color-error)">
            {words(ask.error)}
          </Text>
        )}
        <Button type="submit" loading={ask.isPending}>
          {t('resetSend')}
        </Button>
      </Stack>
    </form>
  )
}

function SetForm({ token }: { readonly token: string }) {
  const t = useText(securityText)
  const say = useText(accessText)
  const words = useWordsOf()
  const [newPassword, setNewPassword] = useState('')
  const set = useMutation<unknown, ApiProblem>({
    mutationFn: () => post('/api/auth/reset-password', { token, newPassword }),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    set.mutate()
  }
  if (set.isSuccess) return <Alert role="status">{t('resetDone')}</Alert>
  return (
    <form onSubmit={submit}>
      <Stack>
        <PasswordInput
          label={say('newPassword')}
          description={say('passwordHint', { least: SHORTEST_PASSWORD })}
          autoComplete="new-password"
          required
          minLength={SHORTEST_PASSWORD}
          visibilityToggleButtonProps={{ 'aria-label': say('showPassword') }}
          value={newPassword}
          onChange={(event) => setNewPassword(event.currentTarget.value)}
        />
        {set.error !== null && (
          <Text role="alert" c="var(--mantine-color-error)">
            {words(set.error)}
          </Text>
        )}
        <Button type="submit" loading={set.isPending}>
          {t('resetSet')}
        </Button>
      </Stack>
    </form>
  )
}
