import { ActionIcon, Button, Menu, Text, TextInput } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDots,
  IconDownload,
  IconPrinter,
  IconUpload,
} from '@tabler/icons-react'
import { useState } from 'react'

import { schedule } from '@pult/contract/schedule'
import type { Roster } from '@pult/contract/schedule-roster'

import { useCenter, useMay } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import type { StateOf } from '../platform/view.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { Folded } from '../ui/Folded.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { tell } from '../ui/tell.ts'
import type { EditHistory } from './edit-history.ts'
import { ImportRosterDialog } from './ImportRosterDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { scheduleText } from './schedule-text.ts'
import type { scheduleView } from './schedule-view.ts'

/** For so long a roster is searched on at a click. */
export const CONTINUE_SECONDS = 120

interface RosterActsProps {
  readonly roster: Roster
  /** Whose shifts are shown, and so taken out as a file. */
  readonly view: Pick<StateOf<typeof scheduleView>, 'team' | 'queue' | 'name'>
  readonly history: EditHistory
  readonly onOpen: (rosterId: number) => void
}

/** What can be done with a roster as a whole, by its status and by what the reader may. */
export function RosterActs({ roster, view, history, onOpen }: RosterActsProps) {
  const t = useText(scheduleText)
  const mayEdit = useMay('editSchedule')
  const { status } = roster
  const isThere = status === 'draft' || status === 'published'
  if (!isThere && (status !== 'failed' || !mayEdit)) return null
  return (
    <Folded label={t('actsOfRoster')} icon={<IconDots size={16} />}>
      {isThere && <Files roster={roster} view={view} mayImport={mayEdit && status === 'draft'} />}
      {mayEdit && status === 'published' && <Revise roster={roster} onOpen={onOpen} />}
      {mayEdit && status === 'draft' && <DraftActs roster={roster} history={history} />}
      {mayEdit && (status === 'draft' || status === 'failed') && <Remove rosterId={roster.rosterId} />}
    </Folded>
  )
}

function Files({
  roster,
  view,
  mayImport,
}: Pick<RosterActsProps, 'roster' | 'view'> & { readonly mayImport: boolean }) {
  const t = useText(scheduleText)
  const language = useLanguage()
  const words = useWordsOf()
  const { centerId } = useCenter()
  const [isImporting, setImporting] = useState(false)
  const keep = (format: 'xlsx' | 'csv'): void => {
    const { team, queue, name } = view
    const query = {
      format,
      language,
      ...(team === null ? {} : { teamId: team }),
      ...(queue === null ? {} : { queueId: queue }),
      ...(name.trim() === '' ? {} : { name }),
    }
    const input = { params: { centerId, rosterId: roster.rosterId }, query }
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

function DraftActs({ roster, history }: Pick<RosterActsProps, 'roster' | 'history'>) {
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
function Revise({ roster: { rosterId, isInForce }, onOpen }: Pick<RosterActsProps, 'roster' | 'onOpen'>) {
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
    >
      {t('removeHint')}
    </ConfirmAct>
  )
}
