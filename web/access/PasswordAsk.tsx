import { PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import type { ApiProblem } from '../platform/problem.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { accessText } from './access-text.ts'
import { securityText } from './security-text.ts'

interface PasswordAskProps {
  readonly title: string
  readonly act: string
  readonly onClose: () => void
  /** Does it with the password; the dialog says what the server refuses. */
  readonly onAct: (password: string) => Promise<unknown>
  /** Fields above the password. */
  readonly children?: ReactNode
}

/** Asks for the password before something about one's sign-in is changed. */
export function PasswordAsk({ title, act, onClose, onAct, children }: PasswordAskProps) {
  const t = useText(securityText)
  const show = useText(accessText)
  const [password, setPassword] = useState('')
  const acting = useMutation<unknown, ApiProblem>({ mutationFn: () => onAct(password) })
  return (
    <SaveDialog title={title} act={act} saving={acting} onClose={onClose} onSave={() => acting.mutate()}>
      {children}
      <PasswordInput
        label={t('confirmPassword')}
        autoComplete="current-password"
        required
        data-autofocus
        visibilityToggleButtonProps={{ 'aria-label': show('showPassword') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}
