import { Alert, Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { Navigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'

import { post } from '../platform/client.ts'
import { Link, useGo } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { ApiProblem } from '../platform/problem.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useAskSessionAgain, useSession } from '../platform/session.ts'
import { useText } from '../ui/language.tsx'
import { accessText } from './access-text.ts'
import { CodeStep } from './CodeStep.tsx'
import { DoorFrame } from './DoorFrame.tsx'
import { canUsePasskeys, signInByPasskey } from './passkey.ts'
import { securityText } from './security-text.ts'

/** Where one wanted to go before being led here. */
function whereFrom(): string {
  const back = (window.history.state as { back?: string } | null)?.back
  return back?.startsWith('/') === true && !back.startsWith(paths.signIn()) ? back : paths.home()
}

/** One-time links fail with codes in capitals, other places with small ones. */
const isLinkError = (code: string): boolean => code === code.toUpperCase()

/** Leaves for the other place; what comes after happens there. */
async function goToProvider(): Promise<never> {
  const { url } = (await post('/api/auth/sign-in/social', {})) as { readonly url: string }
  window.location.assign(url)
  return new Promise(() => undefined)
}

/** Whether the password was right and a code is asked for now. */
const isFirstStep = (reply: unknown): boolean =>
  typeof reply === 'object' && reply !== null && 'twoFactorRedirect' in reply && reply.twoFactorRedirect === true

/** E-mail and password, or a passkey; leads back to where one wanted to go. */
export function SignInPage() {
  const t = useText(accessText)
  const more = useText(securityText)
  const words = useWordsOf()
  const go = useGo()
  const askAgain = useAskSessionAgain()
  const { user, provider } = useSession()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const [sending, setSending] = useState(false)
  const failed = new URLSearchParams(window.location.search).get('error')
  const [back] = useState(whereFrom)
  const [isHalfIn, setHalfIn] = useState(false)
  const enterHere = async (): Promise<void> => {
    await askAgain()
    go(back, { replace: true })
  }
  const tryTo = (signIn: Promise<unknown>): void => {
    setSending(true)
    signIn
      .then((reply) => (isFirstStep(reply) ? setHalfIn(true) : enterHere()))
      .catch((error: unknown) =>
        setProblem(
          error instanceof ApiProblem && error.status === 401
            ? new ApiProblem({ code: 'invalidSignIn', status: 401 })
            : error,
        ),
      )
      .finally(() => setSending(false))
  }
  const enter = (event: FormEvent): void => {
    event.preventDefault()
    setProblem(null)
    tryTo(post('/api/auth/sign-in/email', { email, password }))
  }
  if (user !== null && !sending) return <Navigate to={back} replace />
  if (isHalfIn) {
    return (
      <DoorFrame title={more('codeTitle')}>
        <CodeStep onIn={enterHere} />
      </DoorFrame>
    )
  }
  return (
    <DoorFrame title={t('signIn')}>
      {failed !== null && <Alert color="brass">{isLinkError(failed) ? t('linkUsed') : more('providerRefused')}</Alert>}
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
      {canUsePasskeys() && (
        <Button variant="default" disabled={sending} onClick={() => tryTo(signInByPasskey())}>
          {more('signInByPasskey')}
        </Button>
      )}
      {provider !== null && (
        <Button variant="default" disabled={sending} onClick={() => tryTo(goToProvider())}>
          {more('signInBy', { provider })}
        </Button>
      )}
      <Anchor component={Link} to={paths.reset()} size="sm">
        {more('forgot')}
      </Anchor>
      <Text size="sm" c="dimmed">
        {t('noAccount')}
      </Text>
    </DoorFrame>
  )
}
