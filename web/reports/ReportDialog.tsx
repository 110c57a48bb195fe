import { Button, MultiSelect, NumberInput, Select, SimpleGrid, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'

import { viewRoutes } from '@pult/contract/measures-views'
import { reportContents, reportFormats, reportLanguages, reportRhythms } from '@pult/contract/report-words'
import { reports, type Report, type ReportDraft, type Reports } from '@pult/contract/reports'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { AddresseeFields, isMail } from '../ui/AddresseeFields.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { RhythmFields } from '../ui/RhythmFields.tsx'
import { PreviewDialog } from './ReadDialogs.tsx'
import { reportsText } from './reports-text.ts'

interface ReportDialogProps {
  readonly report: Report | null
  /** The saved view that a new one is of. */
  readonly viewId: number | null
  readonly people: Reports['people']
  readonly onClose: () => void
}

const EIGHT = 480
const KEPT = 60

/** What a report is, to whom it goes, and when. */
export function ReportDialog({ report, viewId, people, onClose }: ReportDialogProps) {
  const t = useText(reportsText)
  const language = useLanguage()
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<ReportDraft>({
    name: report?.name ?? '',
    content: report?.content ?? (viewId === null ? 'management' : 'view'),
    viewId: report === null ? viewId : report.viewId,
    rhythm: report?.rhythm ?? 'weekly',
    day: report?.day ?? 1,
    minute: report?.minute ?? EIGHT,
    language: report?.language ?? language,
    formats: report?.formats ?? ['pdf', 'xlsx'],
    members: report?.members ?? [],
    mails: report?.mails ?? [],
    isOn: report?.isOn ?? true,
    keep: report?.keep ?? KEPT,
  })
  const change = (part: Partial<ReportDraft>): void => setDraft({ ...draft, ...part })
  const [isTried, setTried] = useState(false)
  const [isShown, setShown] = useState(false)
  const options = { problem: 'self' as const, touches: [reports.listReports], onDone: onClose }
  const create = useAct(reports.createReport, options)
  const save = useAct(reports.changeReport, options)
  const hasView = draft.content === 'management' || draft.viewId !== null
  const problem = !hasView ? t('noView') : draft.formats.length === 0 ? t('noFormat') : null
  const onSave = (): void => {
    setTried(true)
    if (problem !== null || !draft.mails.every(isMail)) return
    if (report === null) create.mutate({ params: { centerId }, body: draft })
    else save.mutate({ params: { centerId, reportId: report.reportId }, body: draft })
  }
  const { content, rhythm } = draft
  // In its place and not above it: Escape would close both, and the draft with them.
  if (isShown)
    return (
      <PreviewDialog
        asked={{ content, viewId: draft.viewId, rhythm, language: draft.language }}
        onClose={() => setShown(false)}
      />
    )
  return (
    <SaveDialog
      title={report === null ? t('make') : report.name}
      saving={report === null ? create : save}
      onClose={onClose}
      onSave={onSave}
      problem={isTried ? problem : null}
      size="lg"
      more={
        <Button variant="default" disabled={!hasView} onClick={() => setShown(true)}>
          {t('preview')}
        </Button>
      }
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={draft.name}
        data-autofocus
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <What draft={draft} onChange={change} />
      <RhythmFields
        rhythms={reportRhythms.map((value) => ({ value, label: t(value) }))}
        value={draft}
        onChange={change}
      />
      <AddresseeFields people={people} value={draft} onChange={change} hint={t('nobodyHint')} />
      <Switch
        label={t('isOn')}
        checked={draft.isOn}
        onChange={(event) => change({ isOn: event.currentTarget.checked })}
      />
    </SaveDialog>
  )
}

interface FieldsProps {
  readonly draft: ReportDraft
  readonly onChange: (part: Partial<ReportDraft>) => void
}

function What({ draft, onChange }: FieldsProps) {
  const t = useText(reportsText)
  const { centerId } = useCenter()
  const views = useReply(viewRoutes.listViews, { params: { centerId } }, { when: draft.content === 'view' })
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Select
          label={t('content')}
          allowDeselect={false}
          data={reportContents.map((value) => ({ value, label: t(value) }))}
          value={draft.content}
          onChange={(value) => onChange({ content: value === 'view' ? 'view' : 'management', viewId: null })}
        />
        {draft.content === 'view' && (
          <Select
            label={t('pickView')}
            searchable
            data={(views.data?.views ?? []).map(({ viewId, name }) => ({ value: String(viewId), label: name }))}
            value={draft.viewId === null ? null : String(draft.viewId)}
            onChange={(value) => onChange({ viewId: value === null ? null : Number(value) })}
          />
        )}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <MultiSelect
          label={t('formats')}
          data={reportFormats.map((value) => ({ value, label: t(value) }))}
          value={draft.formats}
          onChange={(values) => onChange({ formats: reportFormats.filter((one) => values.includes(one)) })}
        />
        <Select
          label={t('language')}
          allowDeselect={false}
          data={reportLanguages.map((value) => ({ value, label: t(value) }))}
          value={draft.language}
          onChange={(value) => onChange({ language: value === 'en' ? 'en' : 'ru' })}
        />
        <NumberInput
          label={t('keep')}
          min={1}
          max={400}
          value={draft.keep}
          onChange={(value) => onChange({ keep: Number(value) })}
        />
      </SimpleGrid>
    </>
  )
}
