import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { Navigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'

import { access, SHORTEST_PASSWORD } from '@pult/contract/access'

import { useGo } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { fieldOf } from '../platform/problem-words.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useAct } from '../platform/replies.ts'
import { useAskSessionAgain, useSession } from '../platform/session.ts'
import { useText } from '../ui/language.tsx'
import { accessText } from './access-text.ts'
import { DoorFrame } from './DoorFrame.tsx'

/** The first visit by a one-time link: name, e-mail, password. */
export function WelcomePage() {
  const t = useText(accessText)
  const words = useWordsOf()
  const go = useGo()
  const { user, needsPassword } = useSession()
  const askAgain = useAskSessionAgain()
  const isPlaceholder = user?.email.endsWith('.invalid') === true
  const [name, setName] = useState(isPlaceholder ? '' : (user?.name ?? ''))
  const [email, setEmail] = useState(isPlaceholder ? '' : (user?.email ?? ''))
  const [password, setPassword] = useState('')
  const [repeat, setRepeat] = useState('')
  const [differs, setDiffers] = useState(false)
  const welcome = useAct(access.welcome, {
    problem: 'self',
    onDone: () => void askAgain().then(() => go(paths.home(), { replace: true })),
  })
  const begin = (event: FormEvent): void => {
    event.preventDefault()
    setDiffers(password !== repeat)
    if (password === repeat) welcome.mutate({ body: { name, email, password } })
  }
  // Whoever has a password is known already: a link leads her in.
  if (!needsPassword) return <Navigate to={paths.home()} replace />
  return (
    <DoorFrame title={t('welcome')}>
      <Text c="dimmed">{t('welcomeHint')}</Text>
      <form onSubmit={begin}>
        <Stack>
          <TextInput
            label={t('name')}
            autoComplete="name"
            required
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            required
            value={email}
            error={fieldOf(welcome.error) === 'email' ? words(welcome.error) : null}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            label={t('password')}
            description={t('passwordHint', { least: SHORTEST_PASSWORD })}
            autoComplete="new-password"
            required
            minLength={SHORTEST_PASSWORD}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <PasswordInput
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            label={t('repeat')}
            autoComplete="new-password"
            required
            value={repeat}
            error={differs ? t('different') : null}
            onChange={(event) => setRepeat(event.currentTarget.value)}
          />
          {welcome.error !== null && fieldOf(welcome.error) !== 'email' && (
            <Text role="alert" c="var(--mantine-color-error)">
              {words(welcome.error)}
            </Text>
          )}
          <Button type="submit" loading={welcome.isPending}>
            {t('begin')}
          </Button>
        </Stack>
      </form>
    </DoorFrame>
  )
}
