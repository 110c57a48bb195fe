import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'

import { post } from '../platform/client.ts'
import type { ApiProblem } from '../platform/problem.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useText } from '../ui/language.tsx'
import { accessText } from './access-text.ts'
import { securityText } from './security-text.ts'

/** The second step of signing in: the code of the app, or one of the backup codes. */
export function CodeStep({ onIn }: { readonly onIn: () => Promise<void> }) {
  const t = useText(securityText)
  const enter = useText(accessText)
  const words = useWordsOf()
  const [isBackup, setBackup] = useState(false)
  const [code, setCode] = useState('')
  const verify = useMutation<unknown, ApiProblem>({
    mutationFn: () =>
      post(`/api/auth/two-factor/${isBackup ? 'verify-backup-code' : 'verify-totp'}`, {
        code: isBackup ? code.trim() : code.replaceAll(/\s/g, ''),
      }),
    onSuccess: onIn,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    verify.mutate()
  }
  return (
    <form onSubmit={submit}>
      <Stack>
        <Text size="sm">{t(isBackup ? 'backupCodeHint' : 'codeHint')}</Text>
        <TextInput
          key={String(isBackup)}
          label={t(isBackup ? 'backupCode' : 'code')}
          required
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only field of a step that the person has just asked for
          autoFocus
          autoComplete="one-time-code"
          inputMode={isBackup ? 'text' : 'numeric'}
          maxLength={40}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        {verify.error !== null && (
          <Text role="alert" c="var(--mantine-color-error)">
            {words(verify.error)}
          </Text>
        )}
        <Button type="submit" loading={verify.isPending}>
          {enter('enter')}
        </Button>
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            setBackup(!isBackup)
            setCode('')
            verify.reset()
          }}
        >
          {t(isBackup ? 'useApp' : 'useBackup')}
        </Anchor>
      </Stack>
    </form>
  )
}
