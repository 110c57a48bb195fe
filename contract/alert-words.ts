import { z } from 'zod'

/** How much it matters: a word, a trouble, an alarm. */
export const alertSeverities = ['watch', 'serious', 'critical'] as const
export type AlertSeverity = (typeof alertSeverities)[number]

/** What it is called on pages, in files and in the audit log. */
export const severityWords: Readonly<Record<AlertSeverity, { readonly ru: string; readonly en: string }>> = {
  watch: { ru: 'на заметку', en: 'to watch' },
  serious: { ru: 'серьёзная', en: 'serious' },
  critical: { ru: 'критическая', en: 'critical' },
}

/** What can be seen only this moment. */
export const liveFigures = [
  'waiting',
  'longestWaiting',
  'inService',
  'signedIn',
  'available',
  'onPause',
  'pauseShare',
  'occupancyNow',
  'silentMinutes',
] as const
export type LiveFigure = (typeof liveFigures)[number]

/** Over what a measure is computed: today so far, or so many minutes, in whole quarters of an hour. */
export const alertWindows = ['today', '15', '30', '60', '120'] as const
export type AlertWindow = (typeof alertWindows)[number]

/** Each queue by itself, the chosen ones together, the whole centre. */
export const alertScopes = ['eachQueue', 'together', 'center'] as const
export type AlertScope = (typeof alertScopes)[number]

/** `line` are queues where customers wait for an answer at that moment; letters wait for hours. */
export const alertChannels = ['all', 'line'] as const

/** What else can be out of line: work in the background, and whatever a room offers. */
export const conditionKinds = [
  'import',
  'forecast',
  'marketRefresh',
  'sending',
  'job',
  'connector',
  'backup',
  'personalRequest',
] as const
export type ConditionKind = (typeof conditionKinds)[number]

export const alertEvents = ['raised', 'reminded', 'cleared'] as const

/** Why an alert ended: it is good again, nothing to measure, closed for the day, what it was about has gone, its rule was changed. */
export const clearedBecause = ['good', 'unknown', 'closed', 'gone', 'rule'] as const
export type ClearedBecause = (typeof clearedBecause)[number]

export const Bilingual = z.object({ ru: z.string(), en: z.string() })
export type Bilingual = z.infer<typeof Bilingual>

const MinuteOfDay = z.number().int().min(0).max(1439)

/** Minutes after midnight in the centre; an end before the start is past midnight. */
export const QuietHours = z.object({ from: MinuteOfDay, to: MinuteOfDay }).strict()
export type QuietHours = z.infer<typeof QuietHours>
