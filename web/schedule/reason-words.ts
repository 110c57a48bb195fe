import type { Translate, TextValues } from '../ui/text.ts'
import { scheduleText } from './schedule-text.ts'

interface Coded {
  readonly code: string
  readonly values: TextValues
}

const keys = new Set(Object.keys(scheduleText.en))

/** A reason in words; a code without words of its own is shown as it is, so that it is missed. */
export function reasonWords({ code, values }: Coded, t: Translate<keyof typeof scheduleText.en>): string {
  const key = `reason_${code}`
  return keys.has(key) ? t(key as keyof typeof scheduleText.en, values) : code
}
