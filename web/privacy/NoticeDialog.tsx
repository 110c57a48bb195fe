import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'

import { audiences, privacyNotices, type NoticeDraft } from '@pult/contract/privacy-notices'
import { channels } from '@pult/engine/contacts'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { DayField } from '../ui/DayField.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { privacyText } from './privacy-text.ts'

const ALL = 'all'

/** Keeps a wording with the day from which it holds. */
export function NoticeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<NoticeDraft>({
    audience: 'agents',
    channel: null,
    name: '',
    version: '1',
    wording: '',
    validFrom: formats.today(Date.now()),
  })
  const change = (part: Partial<NoticeDraft>): void => setDraft({ ...draft, ...part })
  const create = useAct(privacyNotices.createNotice, { problem: 'self', onDone: onClose })
  return (
    <SaveDialog
      title={t('newNotice')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ params: { centerId }, body: draft })}
      size="lg"
    >
      <Select
        label={t('audience')}
        allowDeselect={false}
        data={audiences.map((one) => ({ value: one, label: t(`audience_${one}`) }))}
        value={draft.audience}
        onChange={(value) => change({ audience: audiences.find((one) => one === value) ?? draft.audience })}
      />
      {draft.audience === 'customers' && (
        <Select
          label={t('channel')}
          allowDeselect={false}
          data={[{ value: ALL, label: t('allChannels') }, ...channels.map((one) => ({ value: one, label: t(one) }))]}
          value={draft.channel ?? ALL}
          onChange={(value) => change({ channel: channels.find((one) => one === value) ?? null })}
        />
      )}
      <TextInput
        label={t('noticeName')}
        required
        maxLength={200}
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('version')}
        required
        maxLength={50}
        value={draft.version}
        onChange={(event) => change({ version: event.currentTarget.value })}
      />
      <Textarea
        label={t('wording')}
        required
        autosize
        minRows={4}
        maxRows={12}
        maxLength={10_000}
        value={draft.wording}
        onChange={(event) => change({ wording: event.currentTarget.value })}
      />
      <DayField
        label={t('validFrom')}
        required
        value={draft.validFrom}
        onChange={(validFrom) => change({ validFrom: validFrom ?? '' })}
      />
    </SaveDialog>
  )
}
