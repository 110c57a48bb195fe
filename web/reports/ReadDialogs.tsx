import { Modal } from '@mantine/core'

import { reports, type ReportPreview } from '@pult/contract/reports'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { ReportPaper } from './ReportPaper.tsx'
import { reportsText } from './reports-text.ts'

/** A kept report, as it was made. */
export function RunDialog({ runId, onClose }: { readonly runId: number; readonly onClose: () => void }) {
  const t = useText(reportsText)
  const { centerId } = useCenter()
  const reply = useReply(reports.readRun, { params: { centerId, runId } })
  return (
    <Modal opened onClose={onClose} size={900} title={t('read')}>
      <Reply reply={reply}>{(document) => <ReportPaper document={document} />}</Reply>
    </Modal>
  )
}

interface PreviewDialogProps {
  readonly asked: ReportPreview
  readonly onClose: () => void
}

/** A report as it would be made now. */
export function PreviewDialog({ asked, onClose }: PreviewDialogProps) {
  const t = useText(reportsText)
  const { centerId } = useCenter()
  const reply = useReply(reports.previewReport, { params: { centerId }, body: asked })
  return (
    <Modal opened onClose={onClose} size={900} title={t('preview')}>
      <Reply reply={reply}>{(document) => <ReportPaper document={document} />}</Reply>
    </Modal>
  )
}
