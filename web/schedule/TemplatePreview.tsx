import type { ShiftTemplateDraft } from '@pult/contract/schedule-settings'

import { DayBar } from '../ui/DayBar.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { templatePieces, workedMinutes } from './template-bar.ts'
import { templateText } from './template-text.ts'

/** A template as a bar over the day. */
export function TemplatePreview({ shape }: { readonly shape: ShiftTemplateDraft }) {
  const t = useText(templateText)
  const formats = useFormats()
  const end = (shape.startFromMinute + shape.lengthToMinutes) % 1440
  const words = t('previewWords', {
    from: formats.clock(shape.startFromMinute),
    to: formats.clock(end),
    hours: workedMinutes(shape) / 60,
  })
  return <DayBar label={`${t('preview')}: ${words}`} pieces={templatePieces(shape)} />
}
