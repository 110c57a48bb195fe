import { Badge, Button, Select, Stack, Tabs, Text } from '@mantine/core'
import { useState } from 'react'

import { schedule } from '@pult/contract/schedule'
import type { Roster } from '@pult/contract/schedule-roster'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailedWork } from '../ui/FailedWork.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { useEditHistory } from './edit-history.ts'
import { editionName } from './edition-name.ts'
import { MakingRoster } from './MakingRoster.tsx'
import { NewRosterDialog } from './NewRosterDialog.tsx'
import { reasonText } from './reason-text.ts'
import { failureWords } from './reason-words.ts'
import { CONTINUE_SECONDS, RosterActs } from './RosterActs.tsx'
import { RosterDesk } from './RosterDesk.tsx'
import { hasShifts, isBeingMade } from './roster-state.ts'
import { RosterWarnings } from './RosterWarnings.tsx'
import classes from './SchedulePage.module.css'
import { scheduleText } from './schedule-text.ts'
import { scheduleTabs, scheduleView } from './schedule-view.ts'

/** While one is being made the list is asked again, for whoever hears no announcement. */
const MAKING_MS = 3000

/** Who works when: rosters made, looked at, changed by hand, published. */
export function SchedulePage() {
  const t = useText(scheduleText)
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(scheduleView)
  const [isMaking, setMaking] = useState(false)
  const list = useReply(
    schedule.listRosters,
    { params: { centerId } },
    { live: ['schedule'], everyMs: (reply) => (reply?.rosters.some(isBeingMade) === true ? MAKING_MS : false) },
  )
  const rosters = list.data?.rosters ?? []
  const chosen = rosters.find(({ rosterId }) => rosterId === view.roster) ?? rosters[0]
  const history = useEditHistory({ rosterId: chosen?.rosterId ?? 0, version: chosen?.version ?? 0 })
  const mayEdit = useMay('editSchedule')
  const make = mayEdit && <Button onClick={() => setMaking(true)}>{t('newRoster')}</Button>
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
              w={410}
              maw="100%"
              allowDeselect={false}
              value={String(chosen.rosterId)}
              onChange={(value) => setView({ roster: Number(value), day: '', other: null })}
              data={rosters.map((one) => ({ value: String(one.rosterId), label: editionName(one, t('edition')) }))}
            />
            <RosterActs roster={chosen} view={view} history={history} onOpen={(roster) => setView({ roster })} />
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
              <State roster={chosen} hasWarnings={view.tab === 'grid' || view.tab === 'report'} />
              {hasShifts(chosen) && (
                <Tabs
                  value={view.tab}
                  onChange={(tab) => setView({ tab: scheduleTabs.find((one) => one === tab) ?? 'grid' })}
                >
                  <Tabs.List mb="md" className={`no-print ${classes['tabs']}`}>
                    {scheduleTabs
                      .filter((tab) => tab !== 'readers' || chosen.status === 'published')
                      .map((tab) => (
                        <Tabs.Tab key={tab} value={tab}>
                          {t(`tab_${tab}`)}
                        </Tabs.Tab>
                      ))}
                  </Tabs.List>
                  <RosterDesk
                    key={chosen.rosterId}
                    roster={chosen}
                    rosters={rosters}
                    history={history}
                    view={view}
                    setView={setView}
                  />
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
function State({ roster, hasWarnings }: { readonly roster: Roster; readonly hasWarnings: boolean }) {
  const t = useText(scheduleText)
  const reasons = useText(reasonText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editSchedule')
  const again = useAct(schedule.continueRoster, { touches: [schedule.listRosters] })
  const params = { centerId, rosterId: roster.rosterId }
  if (isBeingMade(roster)) return <MakingRoster roster={roster} />
  return (
    <>
      {roster.status === 'failed' && (
        <FailedWork
          title={t('failed')}
          problem={roster.problem}
          onAgain={mayEdit ? () => again.mutate({ params, body: { seconds: CONTINUE_SECONDS } }) : undefined}
          isBusy={again.isPending}
        >
          {failureWords(roster.problem, reasons)}
        </FailedWork>
      )}
      {roster.reason !== null && (
        <Text size="sm" c="dimmed">
          {t('reasonOf', { reason: roster.reason })}
        </Text>
      )}
      {hasWarnings && <RosterWarnings warnings={roster.warnings} />}
    </>
  )
}
