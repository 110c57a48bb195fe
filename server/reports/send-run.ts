import type { ReportDocument } from '@pult/contract/report-words'

import type { Members } from '../access/index.ts'
import type { MessageDraft, Messages } from '../messages/index.ts'
import type { Tx } from '../platform/index.ts'
import type { StoredReport } from './report-store.ts'
import { aboutRun, type KeptFile } from './run-store.ts'
import { tongueOf } from './tongue.ts'

export interface SendPorts {
  readonly messages: Messages
  readonly members: Members
  /** Where people open Pult; null where that is not said. */
  readonly publicUrl: string | null
}

/** Mail servers turn away much more. */
const LARGEST_LETTER = 7 * 1024 ** 2

export const contentTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

interface Sent {
  readonly runId: number
  readonly report: StoredReport
  readonly document: ReportDocument
  readonly files: readonly KeptFile[]
  readonly madeByName: string
}

/** Queues a letter to everybody on the list, each once; resolves to the ids of the messages, for `dispatch`. */
export async function queueRun(tx: Tx, centerId: number, sent: Sent, ports: SendPorts): Promise<readonly number[]> {
  const { runId, report, document, files, madeByName } = sent
  const known = await ports.members(tx, centerId)
  const own = known.filter(({ userId, email }) => report.members.includes(userId) && !email.endsWith('.invalid'))
  const all = [...own.map(({ email }) => email), ...report.mails]
  const addresses = new Map(all.map((address) => [address.toLowerCase(), address])).values()
  const isSmall = files.reduce((sum, { bytes }) => sum + bytes.length, 0) <= LARGEST_LETTER
  const attachments = isSmall
    ? files.map(({ format, fileName, bytes }) => ({
        fileName,
        contentType: contentTypes[format],
        base64: bytes.toString('base64'),
      }))
    : []
  const text = letterText(centerId, document, { isSmall, publicUrl: ports.publicUrl })
  const drafts = [...addresses].map((address): MessageDraft => ({
    channel: 'mail',
    address,
    subject: document.title,
    content: { text, ...(attachments.length === 0 ? {} : { attachments }) },
    about: aboutRun(runId),
    madeByName,
  }))
  return ports.messages.queue(tx, centerId, drafts)
}

/** What the report says in words; its tables and charts are in the files. */
function letterText(
  centerId: number,
  { title, lines, sections, language }: ReportDocument,
  { isSmall, publicUrl }: { readonly isSmall: boolean; readonly publicUrl: string | null },
): string {
  const { t } = tongueOf(language)
  const said = sections.flatMap((section) =>
    section.lines.length === 0 ? [] : ['', section.title, ...section.lines.map(({ text }) => `• ${text}`)],
  )
  const link = publicUrl === null ? [] : [t('mailLink', { link: `${publicUrl}/c/${centerId}/reports` })]
  const large = isSmall ? [] : [t(publicUrl === null ? 'mailTooLargeNoLink' : 'mailTooLarge')]
  const foot = [...large, ...link]
  return [title, ...lines, ...said, ...(foot.length === 0 ? [] : ['', ...foot])].join('\n')
}
