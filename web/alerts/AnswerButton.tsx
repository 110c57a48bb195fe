import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'

import { alerts, type Alert } from '@pult/contract/alerts'

import { useCenter, useMay } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { alertsText } from './alerts-text.ts'

/** Says that somebody takes care of an alert, with a word about what is being done. */
export function AnswerButton({ alert }: { readonly alert: Pick<Alert, 'alertId' | 'answeredAt' | 'clearedAt'> }) {
  const t = useText(alertsText)
  const mayAnswer = useMay('answerAlerts')
  const [isOpen, setOpen] = useState(false)
  if (!mayAnswer || alert.answeredAt !== null || alert.clearedAt !== null) return null
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)}>
        {t('answer')}
      </Button>
      {isOpen && <AnswerDialog alertId={alert.alertId} onClose={() => setOpen(false)} />}
    </>
  )
}

function AnswerDialog({ alertId, onClose }: { readonly alertId: number; readonly onClose: () => void }) {
  const t = useText(alertsText)
  const { centerId } = useCenter()
  const [words, setWords] = useState('')
  const answer = useAct(alerts.answerAlert, {
    problem: 'self',
    touches: [alerts.listAlerts, alerts.readAlert, alerts.readBell],
    onDone: onClose,
  })
  return (
    <SaveDialog
      title={t('answer')}
      act={t('answer')}
      saving={answer}
      onClose={onClose}
      onSave={() => answer.mutate({ params: { centerId, alertId }, body: { words } })}
    >
      <Textarea
        label={t('answerLabel')}
        description={t('answerHint')}
        data-autofocus
        autosize
        minRows={2}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}
