import { Group, Switch, Text } from '@mantine/core'
import { useState } from 'react'

import type { QuietHours } from '@pult/contract/alert-words'
import { alerts } from '@pult/contract/alerts'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ClockField } from '../ui/ClockField.tsx'
import { useText } from '../ui/language.tsx'
import { alertsText } from './alerts-text.ts'

/** From ten in the evening to seven in the morning. */
export const NIGHT: QuietHours = { from: 22 * 60, to: 7 * 60 }

/** When the reader wants no mail about alerts. */
export function QuietDialog({ onClose }: { readonly onClose: () => void }) {
  const { centerId } = useCenter()
  const reply = useReply(alerts.readOwnQuiet, { params: { centerId } })
  return (
    <Reply reply={reply} loading={null}>
      {({ quiet }) => <Form kept={quiet} onClose={onClose} />}
    </Reply>
  )
}

function Form({ kept, onClose }: { readonly kept: QuietHours | null; readonly onClose: () => void }) {
  const t = useText(alertsText)
  const { centerId } = useCenter()
  const [quiet, setQuiet] = useState(kept)
  const save = useAct(alerts.setOwnQuiet, { problem: 'self', touches: [alerts.readOwnQuiet], onDone: onClose })
  return (
    <SaveDialog
      title={t('quiet')}
      saving={save}
      onClose={onClose}
      onSave={() => save.mutate({ params: { centerId }, body: { quiet } })}
    >
      <Text size="sm" c="dimmed">
        {t('quietHint')}
      </Text>
      <Switch
        label={t('quietOn')}
        checked={quiet !== null}
        onChange={(event) => setQuiet(event.currentTarget.checked ? NIGHT : null)}
      />
      {quiet !== null && (
        <Group grow>
          <ClockField label={t('quietFrom')} value={quiet.from} onChange={(from) => setQuiet({ ...quiet, from })} />
          <ClockField label={t('quietTo')} value={quiet.to} onChange={(to) => setQuiet({ ...quiet, to })} />
        </Group>
      )}
    </SaveDialog>
  )
}
