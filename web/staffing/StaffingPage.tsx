import { Alert, Badge, Button, Group, Select, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { center } from '@pult/contract/center'
import { requirementLayouts, staffing, type Requirement } from '@pult/contract/staffing'

import { useCenter, useMay } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { PartsMenu } from '../platform/ExportMenu.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailedWork } from '../ui/FailedWork.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { ProgressPanel } from '../ui/ProgressPanel.tsx'
import { useWho } from '../ui/who.ts'
import { NewRequirementDialog } from './NewRequirementDialog.tsx'
import { QueueRequirement } from './QueueRequirement.tsx'
import { RuleDialog } from './RuleDialog.tsx'
import { ShrinkageDialog } from './ShrinkageDialog.tsx'
import { staffingText } from './staffing-text.ts'
import { staffingView } from './staffing-view.ts'

const LIVE = ['staffing']

/** How many agents are needed: counted, looked at, tried, published, handed on. */
export function StaffingPage() {
  const t = useText(staffingText)
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(staffingView)
  const [isMaking, setMaking] = useState(false)
  const [edits, setEdits] = useState<'rules' | 'shrinkage' | null>(null)
  const list = useReply(staffing.listRequirements, { params: { centerId } }, { live: LIVE })
  const requirements = list.data?.requirements ?? []
  const chosen = requirements.find(({ requirementId }) => requirementId === view.requirement) ?? requirements[0]
  const queueIds = chosen?.assumptions.rules.map(({ queueId }) => queueId) ?? []
  const queueId = queueIds.find((one) => one === view.queue) ?? queueIds[0]
  const isCounted = chosen?.status === 'draft' || chosen?.status === 'published'
  const mayEdit = useMay('editStaffing')
  const mayMakeRosters = useMay('editSchedule')
  const make = mayEdit && <Button onClick={() => setMaking(true)}>{t('count')}</Button>
  const acts = (
    <>
      <Button variant="default" component={Link} to={paths.staffingSkills(centerId)}>
        {t('bySkills')}
      </Button>
      {mayEdit && (
        <>
          <Button variant="default" onClick={() => setEdits('rules')}>
            {t('rulesAct')}
          </Button>
          <Button variant="default" onClick={() => setEdits('shrinkage')}>
            {t('shrinkageAct')}
          </Button>
        </>
      )}
      {make}
    </>
  )
  return (
    <Page
      title={t('staffing')}
      subtitle={chosen === undefined ? t('hint') : <Made requirement={chosen} />}
      printHeader={centerName}
      actions={acts}
      toolbar={
        chosen !== undefined && (
          <>
            <Select
              aria-label={t('chosen')}
              w={320}
              allowDeselect={false}
              value={String(chosen.requirementId)}
              onChange={(value) => setView({ requirement: Number(value), day: '' })}
              data={requirements.map(({ requirementId, name }) => ({ value: String(requirementId), label: name }))}
            />
            {isCounted && <QueueSelect queueIds={queueIds} value={queueId} onChange={(queue) => setView({ queue })} />}
            {isCounted && <Export requirementId={chosen.requirementId} />}
            {isCounted && mayMakeRosters && (
              <Button variant="light" component={Link} to={paths.newRoster(centerId, chosen.requirementId)}>
                {t('makeRoster')}
              </Button>
            )}
            {mayEdit && chosen.status === 'draft' && <DraftActs requirementId={chosen.requirementId} />}
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
              {isCounted ? (
                <>
                  <Source requirement={chosen} onRenewed={(requirement) => setView({ requirement, day: '' })} />
                  <Unknown requirement={chosen} />
                  {queueId !== undefined && (
                    <QueueRequirement requirement={chosen} queueId={queueId} view={view} setView={setView} />
                  )}
                </>
              ) : (
                <Counting
                  requirement={chosen}
                  onAgain={(requirementId) => setView({ requirement: requirementId, day: '' })}
                />
              )}
            </Stack>
          )
        }
      </Reply>
      {edits === 'rules' && <RuleDialog queueId={queueId} onClose={() => setEdits(null)} />}
      {edits === 'shrinkage' && <ShrinkageDialog onClose={() => setEdits(null)} />}
      {(isMaking || (view.from !== null && mayEdit)) && (
        <NewRequirementDialog
          forecastId={view.from}
          onClose={() => {
            setMaking(false)
            if (view.from !== null) setView({ from: null })
          }}
          onMade={(requirement) => {
            setMaking(false)
            setView({ requirement, day: '', from: null })
          }}
        />
      )}
    </Page>
  )
}

function Made({ requirement: { status, madeByName, madeAt } }: { readonly requirement: Requirement }) {
  const t = useText(staffingText)
  const who = useWho()
  const formats = useFormats()
  return (
    <>
      <Badge
        variant="light"
        tt="none"
        fw={550}
        color={status === 'published' ? 'pine' : status === 'failed' ? 'brick' : 'gray'}
      >
        {t(`status_${status}`)}
      </Badge>{' '}
      {t('by', { name: who(madeByName), when: formats.dateTime(madeAt) })}
    </>
  )
}

interface CountingProps {
  readonly requirement: Requirement
  readonly onAgain: (requirementId: number) => void
}

/** How far it is, or why it could not be counted; the same is asked for again in its place. */
function Counting({ requirement, onAgain }: CountingProps) {
  const t = useText(staffingText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editStaffing')
  const { requirementId, name, status, progress, problem } = requirement
  const params = { centerId, requirementId }
  const remove = useAct(staffing.deleteRequirement, { touches: [staffing.listRequirements] })
  const again = useAct(staffing.createRequirement, {
    touches: [staffing.listRequirements],
    onDone: (made) => {
      remove.mutate({ params })
      onAgain(made.requirementId)
    },
  })
  const { firstDay, lastDay, forecastId, assumptions } = requirement
  const { isRateUncertain, backlogs } = assumptions
  const body = { name, firstDay, lastDay, forecastId, isRateUncertain, backlogs }
  if (status === 'failed')
    return (
      <FailedWork
        title={t('failed')}
        problem={problem}
        onAgain={mayEdit && problem !== 'noLoad' ? () => again.mutate({ params: { centerId }, body }) : undefined}
        isBusy={again.isPending}
        acts={
          mayEdit && (
            <Button variant="default" size="xs" onClick={() => remove.mutate({ params })}>
              {t('remove')}
            </Button>
          )
        }
      >
        {t(problem === 'noLoad' ? 'failed_noLoad' : 'failed_broken')}
      </FailedWork>
    )
  return (
    <ProgressPanel
      title={t('counting', { name })}
      fraction={progress}
      detail={t('countingHint')}
      {...(mayEdit ? { onCancel: () => remove.mutate({ params }) } : {})}
    />
  )
}

interface SourceProps {
  readonly requirement: Requirement
  readonly onRenewed: (requirementId: number) => void
}

/** From which load it was counted, and whether that still holds. */
function Source({ requirement, onRenewed }: SourceProps) {
  const t = useText(staffingText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayEdit = useMay('editStaffing')
  const { basis, source, stale, requirementId } = requirement
  const renew = useAct(staffing.renewRequirement, {
    touches: [staffing.listRequirements],
    onDone: (made) => onRenewed(made.requirementId),
  })
  const when =
    typeof source?.publishedAt === 'string'
      ? t('fromPublished', { when: formats.dateTime(source.publishedAt), by: source.publishedByName ?? '' })
      : t('fromDraft')
  const from =
    source !== null
      ? t('fromForecast', { name: source.name, when })
      : t(basis === 'pastWeeks' ? 'fromPast' : 'fromGone')
  return (
    <>
      <Text size="sm" c="dimmed">
        {from}
      </Text>
      {stale.length > 0 && (
        <Alert color="brass">
          <Group justify="space-between">
            {t('stale', { reasons: stale.map((reason) => t(`stale_${reason}`)).join(', ') })}
            {mayEdit && (
              <Button
                size="xs"
                variant="default"
                loading={renew.isPending}
                onClick={() => renew.mutate({ params: { centerId, requirementId } })}
              >
                {t('renew')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
    </>
  )
}

function Unknown({ requirement: { assumptions } }: { readonly requirement: Requirement }) {
  const t = useText(staffingText)
  const formats = useFormats()
  const days = assumptions.unknownDays.map((day) => formats.dayMonth(day)).join(', ')
  return days === '' ? null : <Alert color="brass">{t('unknownDays', { days })}</Alert>
}

interface QueueSelectProps {
  readonly queueIds: readonly number[]
  readonly value: number | undefined
  readonly onChange: (queueId: number) => void
}

function QueueSelect({ queueIds, value, onChange }: QueueSelectProps) {
  const t = useText(staffingText)
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } })
  const nameOf = (id: number): string => queues.data?.queues.find(({ queueId }) => queueId === id)?.name ?? String(id)
  return (
    <Select
      aria-label={t('queue')}
      w={220}
      allowDeselect={false}
      value={value === undefined ? null : String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      data={queueIds.map((id) => ({ value: String(id), label: nameOf(id) }))}
    />
  )
}

function Export({ requirementId }: { readonly requirementId: number }) {
  const { centerId } = useCenter()
  const t = useText(staffingText)
  return (
    <PartsMenu
      parts={requirementLayouts.map((layout) => ({ key: layout, label: t(`layout_${layout}`) }))}
      onKeep={(file, layout) =>
        download(staffing.exportRequirement, { params: { centerId, requirementId }, query: { ...file, layout } })
      }
    />
  )
}

function DraftActs({ requirementId }: { readonly requirementId: number }) {
  const t = useText(staffingText)
  const { centerId } = useCenter()
  const touches = { touches: [staffing.listRequirements, staffing.readRequirement] }
  const publish = useAct(staffing.publishRequirement, touches)
  const remove = useAct(staffing.deleteRequirement, touches)
  const params = { centerId, requirementId }
  return (
    <>
      <ConfirmAct
        title={t('publishTitle')}
        act={t('publish')}
        isDangerous={false}
        onAct={() => publish.mutateAsync({ params })}
        trigger={(open) => (
          <Button variant="light" onClick={open}>
            {t('publish')}
          </Button>
        )}
      >
        {t('publishHint')}
      </ConfirmAct>
      <ConfirmAct title={t('removeTitle')} act={t('remove')} onAct={() => remove.mutateAsync({ params })}>
        {t('removeHint')}
      </ConfirmAct>
    </>
  )
}
