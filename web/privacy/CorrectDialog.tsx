import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { privacyRegisters } from '@pult/contract/privacy-registers'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { privacyText } from './privacy-text.ts'

interface CorrectDialogProps {
  readonly called: string
  readonly onClose: () => void
  readonly onCorrected: () => void
}

/** Another number in the place of a wrong one. */
export function CorrectDialog({ called, onClose, onCorrected }: CorrectDialogProps) {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const [into, setInto] = useState('')
  const [reason, setReason] = useState('')
  const correct = useAct(privacyRegisters.correct, { problem: 'self', done: t('saved'), onDone: onCorrected })
  return (
    <SaveDialog
      title={`${t('correctNumber')}: ${called}`}
      saving={correct}
      onClose={onClose}
      onSave={() => correct.mutate({ params: { centerId }, body: { text: called, into, reason } })}
    >
      <Text size="sm">{t('correctHint')}</Text>
      <TextInput
        label={t('rightNumber')}
        required
        maxLength={300}
        data-autofocus
        value={into}
        onChange={(event) => setInto(event.currentTarget.value)}
      />
      <TextInput
        label={t('reason')}
        required
        maxLength={1000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}
