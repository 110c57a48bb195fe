import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { Navigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'

import { post } from '../platform/client.ts'
import { useGo } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { ApiProblem } from '../platform/problem.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useAskSessionAgain, useSession } from '../platform/session.ts'
import { useText } from '../ui/language.tsx'
import { accessText } from './access-text.ts'
import { DoorFrame } from './DoorFrame.tsx'

/** Where one wanted to go before being led here. */
function whereFrom(): string {
  const back = (window.history.state as { back?: string } | null)?.back
  return back?.startsWith('/') === true && !back.startsWith(paths.signIn()) ? back : paths.home()
}

/** E-mail and password; leads back to where one wanted to go. */
export function SignInPage() {
  const t = useText(accessText)
  const words = useWordsOf()
  const go = useGo()
  const askAgain = useAskSessionAgain()
  const { user } = useSession()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const linkFailed = new URLSearchParams(window.location.search).has('error')
  const [back] = useState(whereFrom)
  const enter = (event: FormEvent): void => {
    event.preventDefault()
    setSending(true)
    post('/api/auth/sign-in/email', { email, password })
      .then(async () => {
        await askAgain()
        go(back, { replace: true })
      })
      .catch((error: unknown) =>
        setProblem(
          error instanceof ApiProblem && error.status === 401
            ? new ApiProblem({ code: 'invalidSignIn', status: 401 })
            : error,
        ),
      )
      .finally(() => setSending(false))
  }
  if (user !== null && !sending) return <Navigate to={back} replace />
  return (
    <DoorFrame title={t('signIn')}>
      {linkFailed && <Alert color="brass">{t('linkUsed')}</Alert>}
      <form onSubmit={enter}>
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            label={t('password')}
            autoComplete="current-password"
            required
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {problem !== null && (
            <Text role="alert" c="var(--mantine-color-error)">
              {words(problem)}
            </Text>
          )}
          <Button type="submit" loading={sending}>
            {t('enter')}
          </Button>
        </Stack>
      </form>
      <Text size="sm" c="dimmed">
        {t('noAccount')}
      </Text>
    </DoorFrame>
  )
}
