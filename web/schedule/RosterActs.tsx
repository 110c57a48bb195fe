import { ActionIcon, Button, Menu, Text, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconDownload, IconPrinter, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'

import { schedule } from '@pult/contract/schedule'
import type { Roster } from '@pult/contract/schedule-roster'

import { useCenter, useMay } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import type { EditHistory } from './edit-history.ts'
import { ImportRosterDialog } from './ImportRosterDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { scheduleText } from './schedule-text.ts'

const CONTINUE_SECONDS = 120

interface RosterActsProps {
  readonly roster: Roster
  readonly history: EditHistory
  readonly onOpen: (rosterId: number) => void
}

/** What can be done with a roster as a whole, by its status and by what the reader may. */
export function RosterActs({ roster, history, onOpen }: RosterActsProps) {
  const mayEdit = useMay('editSchedule')
  const { status } = roster
  const isThere = status === 'draft' || status === 'published'
  return (
    <>
      {isThere && <Files roster={roster} mayImport={mayEdit && status === 'draft'} />}
      {mayEdit && status === 'published' && <Revise roster={roster} onOpen={onOpen} />}
      {mayEdit && status === 'draft' && <DraftActs roster={roster} history={history} />}
      {mayEdit && (status === 'draft' || status === 'failed') && <Remove rosterId={roster.rosterId} />}
    </>
  )
}

function Files({ roster, mayImport }: { readonly roster: Roster; readonly mayImport: boolean }) {
  const t = useText(scheduleText)
  const language = useLanguage()
  const words = useWordsOf()
  const { centerId } = useCenter()
  const [isImporting, setImporting] = useState(false)
  const keep = (format: 'xlsx' | 'csv'): void => {
    const input = { params: { centerId, rosterId: roster.rosterId }, query: { format, language } }
    download(schedule.exportRoster, input).catch((error: unknown) => tell({ kind: 'bad', words: words(error) }))
  }
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={16} />}>
            {t('file')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => keep('xlsx')}>
            {t('exportAs', { format: 'XLSX' })}
          </Menu.Item>
          <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => keep('csv')}>
            {t('exportAs', { format: 'CSV' })}
          </Menu.Item>
          {mayImport && (
            <Menu.Item leftSection={<IconUpload size={15} />} onClick={() => setImporting(true)}>
              {t('import')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPrinter size={15} />} onClick={() => window.print()}>
            {t('print')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isImporting && <ImportRosterDialog roster={roster} onClose={() => setImporting(false)} />}
    </>
  )
}

function DraftActs({ roster, history }: Omit<RosterActsProps, 'onOpen'>) {
  const t = useText(scheduleText)
  const { centerId } = useCenter()
  const { rosterId, version } = roster
  const mayPublish = useMay('publishSchedule')
  const [isPublishing, setPublishing] = useState(false)
  const goOn = useAct(schedule.continueRoster, { touches: [schedule.listRosters, schedule.readRoster] })
  return (
    <>
      {mayPublish && (
        <Button variant="light" onClick={() => setPublishing(true)}>
          {t('publish')}
        </Button>
      )}
      <Button
        variant="default"
        title={t('improveHint')}
        loading={goOn.isPending}
        onClick={() => goOn.mutate({ params: { centerId, rosterId }, body: { seconds: CONTINUE_SECONDS } })}
      >
        {t('improve')}
      </Button>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('undo')}
        title={t('undo')}
        disabled={version === 0}
        loading={history.isBusy}
        onClick={history.undo}
      >
        <IconArrowBackUp size={17} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size="lg"
        aria-label={t('redo')}
        title={t('redo')}
        disabled={history.redo === null || history.isBusy}
        onClick={() => history.redo?.()}
      >
        <IconArrowForwardUp size={17} />
      </ActionIcon>
      {isPublishing && <PublishDialog roster={roster} onClose={() => setPublishing(false)} />}
    </>
  )
}

/** A published roster is never changed: a change begins a new edition, with its reason. */
function Revise({ roster: { rosterId, isInForce }, onOpen }: Omit<RosterActsProps, 'history'>) {
  const t = useText(scheduleText)
  const { centerId } = useCenter()
  const [reason, setReason] = useState<string | null>(null)
  const revise = useAct(schedule.reviseRoster, {
    problem: 'self',
    onDone: (made) => {
      setReason(null)
      onOpen(made.rosterId)
    },
  })
  if (!isInForce) return null
  return (
    <>
      <Button variant="default" onClick={() => setReason('')}>
        {t('revise')}
      </Button>
      {reason !== null && (
        <SaveDialog
          title={t('reviseTitle')}
          act={t('revise')}
          saving={revise}
          onClose={() => setReason(null)}
          onSave={() => revise.mutate({ params: { centerId, rosterId }, body: { reason } })}
        >
          <Text size="sm">{t('reviseHint')}</Text>
          <TextInput
            label={t('reason')}
            required
            maxLength={1000}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </SaveDialog>
      )}
    </>
  )
}

function Remove({ rosterId }: { readonly rosterId: number }) {
  const t = useText(scheduleText)
  const { centerId } = useCenter()
  const remove = useAct(schedule.deleteRoster, { touches: [schedule.listRosters] })
  return (
    <ConfirmAct
      title={t('removeTitle')}
      act={t('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, rosterId } })}
      trigger={(open) => (
        <Button variant="subtle" color="gray" onClick={open}>
          {t('remove')}
        </Button>
      )}
    >
      {t('removeHint')}
    </ConfirmAct>
  )
}
