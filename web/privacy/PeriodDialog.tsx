import { Button, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'

import { privacyRetention, type RetentionPeriod, type RetentionPreview } from '@pult/contract/privacy-retention'
import { LEAST_DAYS, suggestions } from '@pult/engine/privacy'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { privacyText } from './privacy-text.ts'

interface PeriodDialogProps {
  readonly period: RetentionPeriod
  readonly onClose: () => void
}

const MOST_DAYS = 36_500

/** Sets how long a kind is kept, and shows first what would go. */
export function PeriodDialog({ period: { kind, days: former }, onClose }: PeriodDialogProps) {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const [days, setDays] = useState<number | string>(former ?? suggestions[kind].days)
  const [seen, setSeen] = useState<RetentionPreview | null>(null)
  const params = { centerId }
  const asked = days === '' ? null : Number(days)
  const set = useAct(privacyRetention.setRetention, { problem: 'self', done: t('saved'), onDone: onClose })
  const look = useAct(privacyRetention.previewRetention, { touches: [], onDone: setSeen })
  return (
    <SaveDialog
      title={t('setTitle', { kind: t(`ret_${kind}`) })}
      saving={set}
      onClose={onClose}
      onSave={() => set.mutate({ params, body: { kind, days: asked } })}
      more={
        <Button
          variant="default"
          loading={look.isPending}
          disabled={asked === null}
          onClick={() => look.mutate({ params, body: { kind, days: asked ?? MOST_DAYS } })}
        >
          {t('preview')}
        </Button>
      }
    >
      <Text size="sm">{t(`ret_${kind}_hint`)}</Text>
      <NumberInput
        label={t('setDays')}
        min={LEAST_DAYS}
        max={MOST_DAYS}
        allowDecimal={false}
        clampBehavior="blur"
        data-autofocus
        value={days}
        onChange={(value) => {
          setDays(value)
          setSeen(null)
        }}
      />
      {seen !== null && <Seen seen={seen} />}
    </SaveDialog>
  )
}

function Seen({ seen: { rows, before, first, last } }: { readonly seen: RetentionPreview }) {
  const t = useText(privacyText)
  const formats = useFormats()
  const day = (value: string | null): string => (value === null ? '–' : formats.date(value))
  return (
    <Text role="status" size="sm">
      {rows === 0
        ? t('previewNone', { before: day(before) })
        : t('previewRows', {
            rows: `${t('rows')}: ${formats.number(rows)}`,
            before: day(before),
            first: day(first),
            last: day(last),
          })}
    </Text>
  )
}
