import { Text } from '@mantine/core'
import { useState } from 'react'

import type { CreateCenterProps } from '../platform/room.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { centerText } from './center-text.ts'
import { CenterFields } from './CenterFields.tsx'
import { newCenterDraft, useCreateCenter } from './create-center.ts'

/** "Start your own centre", from the menu of centres. */
export function CreateCenterDialog({ opened, onClose }: CreateCenterProps) {
  const t = useText(centerText)
  const [draft, setDraft] = useState(newCenterDraft)
  const create = useCreateCenter()
  if (!opened) return null
  return (
    <SaveDialog
      title={t('newCenter')}
      act={t('create')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ body: draft }, { onSuccess: onClose })}
    >
      <Text size="sm" c="dimmed">
        {t('newCenterHint')}
      </Text>
      <CenterFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
    </SaveDialog>
  )
}
