import { Alert, Badge, Button, Select, Stack } from '@mantine/core'
import { useState } from 'react'

import { forecast, type Forecast } from '@pult/contract/forecast'

import { useCenter, useMay } from '../platform/center.tsx'
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
import { ForecastExport } from './ForecastExport.tsx'
import { ForecastFigures } from './ForecastFigures.tsx'
import { forecastText } from './forecast-text.ts'
import { forecastView, type Grain } from './forecast-view.ts'
import { LayersSection } from './LayersSection.tsx'
import { LeftOutSection } from './LeftOutSection.tsx'
import { NewForecastDialog } from './NewForecastDialog.tsx'
import { QueueSelect } from './QueueSelect.tsx'

/** What is expected to come: made, looked at, published. */
export function ForecastPage() {
  const t = useText(forecastText)
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(forecastView)
  const [isMaking, setMaking] = useState(false)
  const list = useReply(forecast.listForecasts, { params: { centerId } }, { live: ['forecast'] })
  const forecasts = list.data?.forecasts ?? []
  const chosen = forecasts.find(({ forecastId }) => forecastId === view.forecast) ?? forecasts[0]
  const mayEdit = useMay('editForecast')
  const mayStaff = useMay('editStaffing')
  const open = (forecastId: number): void => setView({ forecast: forecastId, day: '' })
  return (
    <Page
      title={t('forecast')}
      subtitle={chosen === undefined ? t('hint') : <Made forecast={chosen} />}
      printHeader={centerName}
      actions={
        <>
          <Button component={Link} to={paths.forecastAccuracy(centerId)} variant="default">
            {t('accuracy')}
          </Button>
          {mayEdit && <Button onClick={() => setMaking(true)}>{t('make')}</Button>}
        </>
      }
      toolbar={
        chosen !== undefined && (
          <>
            <Select
              aria-label={t('chosen')}
              w={350}
              maw="100%"
              allowDeselect={false}
              value={String(chosen.forecastId)}
              onChange={(value) => open(Number(value))}
              data={forecasts.map(({ forecastId, name }) => ({ value: String(forecastId), label: name }))}
            />
            <QueueSelect value={view.queue} onChange={(queue) => setView({ queue })} />
            {(chosen.status === 'draft' || chosen.status === 'published') && (
              <ForecastExport forecastId={chosen.forecastId} />
            )}
            {mayStaff && (chosen.status === 'draft' || chosen.status === 'published') && (
              <Button data-wide component={Link} to={paths.newRequirement(centerId, chosen.forecastId)}>
                {t('howMany')}
              </Button>
            )}
            {mayEdit && (chosen.status === 'draft' || chosen.status === 'failed') && <DraftActs forecast={chosen} />}
          </>
        )
      }
    >
      <Reply reply={list}>
        {() =>
          chosen === undefined ? (
            <EmptyState
              title={t('none')}
              actions={mayEdit && <Button onClick={() => setMaking(true)}>{t('make')}</Button>}
            >
              {t('noneHint')}
            </EmptyState>
          ) : (
            <Chosen
              forecast={chosen}
              queueId={view.queue}
              day={view.day}
              onDay={(day) => setView({ day }, { asStep: true })}
              grain={view.grain}
              onGrain={(grain) => setView({ grain })}
              onOpen={open}
            />
          )
        }
      </Reply>
      {isMaking && <NewForecastDialog onClose={() => setMaking(false)} onMade={open} />}
    </Page>
  )
}

function Made({ forecast: { createdByName, createdAt, knownUntil, status } }: { readonly forecast: Forecast }) {
  const t = useText(forecastText)
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
      {t('by', { name: who(createdByName), when: formats.dateTime(createdAt) })}
      {knownUntil === null ? '' : ` · ${t('known', { day: formats.date(knownUntil) })}`}
    </>
  )
}

function DraftActs({ forecast: { forecastId, status } }: { readonly forecast: Forecast }) {
  const t = useText(forecastText)
  const { centerId } = useCenter()
  const touches = { touches: [forecast.listForecasts, forecast.readForecast] }
  const publish = useAct(forecast.publishForecast, touches)
  // The one that is gone is not asked for again.
  const remove = useAct(forecast.deleteForecast, { touches: [forecast.listForecasts] })
  const params = { centerId, forecastId }
  return (
    <>
      {status === 'draft' && (
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
      )}
      <ConfirmAct title={t('removeTitle')} act={t('remove')} onAct={() => remove.mutateAsync({ params })}>
        {t('removeHint')}
      </ConfirmAct>
    </>
  )
}

interface ChosenProps {
  readonly forecast: Forecast
  readonly queueId: number | null
  readonly day: string
  readonly onDay: (day: string) => void
  readonly grain: Grain
  readonly onGrain: (grain: Grain) => void
  readonly onOpen: (forecastId: number) => void
}

function Chosen({ forecast: chosen, queueId, day, onDay, grain, onGrain, onOpen }: ChosenProps) {
  const t = useText(forecastText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editForecast')
  const cancel = useAct(forecast.cancelForecast, { touches: [forecast.listForecasts, forecast.readForecast] })
  if (chosen.problem === 'cancelled') return <Alert color="gray" title={t('stopped')} />
  if (chosen.status === 'failed') return <Failed forecast={chosen} onOpen={onOpen} />
  if (chosen.status === 'waiting' || chosen.status === 'making')
    return (
      <ProgressPanel
        title={t('making', { name: chosen.name })}
        fraction={chosen.progress}
        detail={t('makingHint')}
        {...(mayEdit ? { onCancel: () => cancel.mutate({ params: { centerId, forecastId: chosen.forecastId } }) } : {})}
      />
    )
  return (
    <Stack gap="md">
      <ForecastFigures forecast={chosen} queueId={queueId} day={day} onDay={onDay} grain={grain} onGrain={onGrain} />
      <LayersSection forecast={chosen} />
      <LeftOutSection />
    </Stack>
  )
}

const lengths = [15, 30, 60] as const

/** Why it could not be made; the same is asked for again in its place. */
function Failed({ forecast: failed, onOpen }: Pick<ChosenProps, 'forecast' | 'onOpen'>) {
  const t = useText(forecastText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editForecast')
  const today = useFormats().today(Date.now())
  const { forecastId, name, lastDay, intervalDays, problem } = failed
  // It may lie there since yesterday: what has come meanwhile is not forecast any more.
  const firstDay = failed.firstDay > today ? failed.firstDay : today
  const mayAgain = mayEdit && problem !== 'noHistory' && firstDay <= lastDay
  const remove = useAct(forecast.deleteForecast, { touches: [forecast.listForecasts] })
  const again = useAct(forecast.createForecast, {
    touches: [forecast.listForecasts],
    onDone: (made) => {
      remove.mutate({ params: { centerId, forecastId } })
      onOpen(made.forecastId)
    },
  })
  const intervalMinutes = lengths.find((minutes) => minutes === failed.intervalMinutes) ?? 30
  const body = { name, firstDay, lastDay, intervalDays, intervalMinutes }
  return (
    <FailedWork
      title={t('failed')}
      problem={problem}
      onAgain={mayAgain ? () => again.mutate({ params: { centerId }, body }) : undefined}
      isBusy={again.isPending}
    >
      {t(problem === 'noHistory' ? 'problem_noHistory' : 'problem_broken')}
    </FailedWork>
  )
}
