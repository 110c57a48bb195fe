import { Alert, Badge, Button, Menu, Select, Stack, Tabs, Text, TextInput } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'

import { schedule } from '@pult/contract/schedule'
import type { Roster } from '@pult/contract/schedule-roster'

import { useCenter, useMay } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { Reply, useWordsOf } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useView } from '../platform/view.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { tell } from '../ui/tell.ts'
import { MakingRoster } from './MakingRoster.tsx'
import { editionName, NewRosterDialog } from './NewRosterDialog.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { RosterDesk } from './RosterDesk.tsx'
import { scheduleText } from './schedule-text.ts'
import { scheduleTabs, scheduleView } from './schedule-view.ts'

/** Who works when: rosters made, looked at, changed by hand, published. */
export function SchedulePage() {
  const t = useText(scheduleText)
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(scheduleView)
  const [isMaking, setMaking] = useState(false)
  const list = useReply(schedule.listRosters, { params: { centerId } }, { live: ['schedule'] })
  const rosters = list.data?.rosters ?? []
  const chosen = rosters.find(({ rosterId }) => rosterId === view.roster) ?? rosters[0]
  const mayEdit = useMay('editSchedule')
  const make = mayEdit && <Button onClick={() => setMaking(true)}>{t('newRoster')}</Button>
  const isThere = chosen?.status === 'draft' || chosen?.status === 'published'
  return (
    <Page
      title={t('schedule')}
      subtitle={chosen === undefined ? t('hint') : <Made roster={chosen} />}
      printHeader={centerName}
      actions={make}
      toolbar={
        chosen !== undefined && (
          <>
            <Select
              aria-label={t('chosen')}
              w={320}
              allowDeselect={false}
              value={String(chosen.rosterId)}
              onChange={(value) => setView({ roster: Number(value), day: '' })}
              data={rosters.map((one) => ({ value: String(one.rosterId), label: editionName(one, t('edition')) }))}
            />
            {isThere && <Export rosterId={chosen.rosterId} />}
            {mayEdit && <RosterActs roster={chosen} onOpen={(roster) => setView({ roster })} />}
          </>
        )
      }
    >
      <Reply reply={list}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={t('none')} actions={make}>
              {t('noneHint')}
            </EmptyState>
          ) : (
            <Stack gap="md">
              <State roster={chosen} />
              {chosen.status === 'failed' ? null : (
                <Tabs
                  value={view.tab}
                  onChange={(tab) => setView({ tab: scheduleTabs.find((one) => one === tab) ?? 'grid' })}
                >
                  <Tabs.List mb="md">
                    {scheduleTabs.map((tab) => (
                      <Tabs.Tab key={tab} value={tab}>
                        {t(`tab_${tab}`)}
                      </Tabs.Tab>
                    ))}
                  </Tabs.List>
                  <RosterDesk key={chosen.rosterId} roster={chosen} view={view} setView={setView} />
                </Tabs>
              )}
            </Stack>
          )
        }
      </Reply>
      {(isMaking || (view.from !== null && mayEdit)) && (
        <NewRosterDialog
          requirementId={view.from}
          rosters={rosters}
          onClose={() => {
            setMaking(false)
            if (view.from !== null) setView({ from: null })
          }}
          onMade={(roster) => {
            setMaking(false)
            setView({ roster, day: '', from: null, tab: 'grid' })
          }}
        />
      )}
    </Page>
  )
}

function Made({ roster }: { readonly roster: Roster }) {
  const t = useText(scheduleText)
  const formats = useFormats()
  const { status, isInForce, madeByName, madeAt, publishedAt, publishedByName, firstDay, lastDay } = roster
  return (
    <>
      <Badge variant="light" tt="none" fw={550} color={isInForce ? 'pine' : status === 'failed' ? 'brick' : 'gray'}>
        {t(status === 'published' && !isInForce ? 'status_replaced' : `status_${status}`)}
      </Badge>{' '}
      {formats.dateRange(firstDay, lastDay)} ·{' '}
      {publishedAt === null
        ? t('by', { name: madeByName, when: formats.dateTime(madeAt) })
        : t('publishedBy', { name: publishedByName ?? '', when: formats.dateTime(publishedAt) })}
    </>
  )
}

/** What is to be said above the roster: that it is being made, that it failed, what was wrong in what it was made from. */
function State({ roster }: { readonly roster: Roster }) {
  const t = useText(scheduleText)
  if (roster.status === 'waiting' || roster.status === 'making') return <MakingRoster roster={roster} />
  return (
    <>
      {roster.status === 'failed' && (
        <Alert color="brick" title={t('failed')}>
          {roster.problem ?? t('failedHint')}
        </Alert>
      )}
      {roster.reason !== null && (
        <Text size="sm" c="dimmed">
          {t('reasonOf', { reason: roster.reason })}
        </Text>
      )}
    </>
  )
}

function Export({ rosterId }: { readonly rosterId: number }) {
  const t = useText(scheduleText)
  const language = useLanguage()
  const words = useWordsOf()
  const { centerId } = useCenter()
  const keep = (format: 'xlsx' | 'csv'): void => {
    download(schedule.exportRoster, { params: { centerId, rosterId }, query: { format, language } }).catch(
      (error: unknown) => tell({ kind: 'bad', words: words(error) }),
    )
  }
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />} aria-label={t('export')}>
          XLSX / CSV
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => keep('xlsx')}>XLSX</Menu.Item>
        <Menu.Item onClick={() => keep('csv')}>CSV</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface RosterActsProps {
  readonly roster: Roster
  readonly onOpen: (rosterId: number) => void
}

function RosterActs({ roster, onOpen }: RosterActsProps) {
  const t = useText(scheduleText)
  const { centerId } = useCenter()
  const { rosterId, status, version } = roster
  const params = { centerId, rosterId }
  const mayPublish = useMay('publishSchedule')
  const [isPublishing, setPublishing] = useState(false)
  const touches = [schedule.listRosters, schedule.readRoster]
  const remove = useAct(schedule.deleteRoster, { touches: [schedule.listRosters] })
  const goOn = useAct(schedule.continueRoster, { touches })
  const undo = useAct(schedule.undoChange)
  if (status === 'published') return <Revise roster={roster} onOpen={onOpen} />
  if (status === 'waiting' || status === 'making') return null
  return (
    <>
      {status === 'draft' && (
        <>
          {mayPublish && (
            <Button variant="light" onClick={() => setPublishing(true)}>
              {t('publish')}
            </Button>
          )}
          <Button
            variant="default"
            loading={goOn.isPending}
            onClick={() => goOn.mutate({ params, body: { seconds: CONTINUE_SECONDS } })}
          >
            {t('improve')}
          </Button>
          <Button
            variant="default"
            disabled={version === 0}
            loading={undo.isPending}
            onClick={() => undo.mutate({ params, body: { version } })}
          >
            {t('undo')}
          </Button>
        </>
      )}
      {isPublishing && <PublishDialog roster={roster} onClose={() => setPublishing(false)} />}
      <Remove onRemove={() => remove.mutateAsync({ params })} />
    </>
  )
}

const CONTINUE_SECONDS = 120

/** A published roster is never changed: a change begins a new edition, with its reason. */
function Revise({ roster: { rosterId, isInForce }, onOpen }: RosterActsProps) {
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

function Remove({ onRemove }: { readonly onRemove: () => Promise<unknown> }) {
  const t = useText(scheduleText)
  return (
    <ConfirmAct
      title={t('removeTitle')}
      act={t('remove')}
      onAct={onRemove}
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
