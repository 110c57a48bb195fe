import { PasswordInput, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { SHORTEST_PASSWORD } from '@pult/contract/access'

import { post } from '../platform/client.ts'
import type { ApiProblem } from '../platform/problem.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useSession } from '../platform/session.ts'
import { useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import { accessText } from './access-text.ts'

/** One's own password, changed by whoever knows it. */
export function ProfileDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(accessText)
  const { user } = useSession()
  const [currentPassword, setCurrentPassword] = useState('')
  const [newPassword, setNewPassword] = useState('')
  const change = useMutation<unknown, ApiProblem>({
    mutationFn: () => post('/api/auth/change-password', { currentPassword, newPassword }),
    onSuccess: () => {
      tell({ kind: 'good', words: t('passwordChanged') })
      onClose()
    },
  })
  const field = (label: string, autoComplete: string, value: string, onChange: (value: string) => void) => (
    <PasswordInput
      label={label}
      {...(autoComplete === 'new-password' ? { description: t('passwordHint', { least: SHORTEST_PASSWORD }) } : {})}
      autoComplete={autoComplete}
      required
      minLength={autoComplete === 'new-password' ? SHORTEST_PASSWORD : 1}
      visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
  return (
    <SaveDialog title={t('ownPassword')} saving={change} onClose={onClose} onSave={() => change.mutate()}>
      <Text size="sm" c="dimmed">
        {user?.name} · {user?.email}
      </Text>
      {field(t('currentPassword'), 'current-password', currentPassword, setCurrentPassword)}
      {field(t('newPassword'), 'new-password', newPassword, setNewPassword)}
    </SaveDialog>
  )
}
