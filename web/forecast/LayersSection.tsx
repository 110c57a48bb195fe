import { Box, Button, Text } from '@mantine/core'
import { useState } from 'react'

import { center } from '@pult/contract/center'
import { forecast, type Forecast } from '@pult/contract/forecast'
import { forecastLayers, type ForecastLayer, type LaidLayer } from '@pult/contract/forecast-layers'
import type { Note } from '@pult/contract/measures-notes'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { CommentedDays } from './CommentedDays.tsx'
import { LayerDialog } from './LayerDialog.tsx'
import { reasonOf } from './laid-notes.ts'
import { layerText } from './layer-text.ts'
import { sizeWords } from './layer-words.ts'

/** What is laid over a forecast: read, added, undone; frozen once it is published. */
export function LayersSection({ forecast: chosen }: { readonly forecast: Forecast }) {
  const t = useText(layerText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editForecast')
  const mayReadNotes = useMay('readMeasures')
  // What is being added: a layer of nothing yet, or of a comment.
  const [adding, setAdding] = useState<Note | 'new' | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const isDraft = chosen.status === 'draft'
  const reply = useReply(
    forecast.readForecast,
    { params: { centerId, forecastId: chosen.forecastId } },
    { keepFormer: true, live: ['forecast'] },
  )
  return (
    <Section
      title={t('layers')}
      actions={
        <>
          <Button variant="subtle" color="gray" size="xs" onClick={() => setShowsAll(!showsAll)}>
            {t(showsAll ? 'hideAll' : 'allLayers')}
          </Button>
          {mayEdit && isDraft && (
            <Button variant="light" size="xs" onClick={() => setAdding('new')}>
              {t('addLayer')}
            </Button>
          )}
        </>
      }
    >
      <Text size="sm" c="dimmed" mb="sm">
        {t(isDraft ? 'layersHint' : 'layersFrozen')}
      </Text>
      <Reply reply={reply}>
        {({ layers }) => (
          <>
            <Laid layers={layers} mayUndo={mayEdit && isDraft} />
            {mayEdit && mayReadNotes && isDraft && (
              <CommentedDays forecast={chosen} layers={layers} onLay={setAdding} />
            )}
          </>
        )}
      </Reply>
      {showsAll && (
        <Box mt="md">
          <AllLayers />
        </Box>
      )}
      {adding !== null && (
        <LayerDialog
          forecast={chosen}
          known={adding === 'new' ? undefined : ofNote(adding, chosen)}
          onClose={() => setAdding(null)}
        />
      )}
    </Section>
  )
}

/** Its days within the forecast. */
const ofNote = ({ queueId, firstDay, lastDay, text }: Note, chosen: Forecast) => ({
  queueId,
  firstDay: firstDay > chosen.firstDay ? firstDay : chosen.firstDay,
  lastDay: lastDay < chosen.lastDay ? lastDay : chosen.lastDay,
  reason: reasonOf({ text }),
})

function Laid({ layers, mayUndo }: { readonly layers: readonly LaidLayer[]; readonly mayUndo: boolean }) {
  const t = useText(layerText)
  const formats = useFormats()
  const columns: ListColumn<LaidLayer>[] = [
    ...useLayerColumns<LaidLayer>(),
    {
      key: 'contacts',
      title: t('effect'),
      isNumber: true,
      cell: ({ contacts }) => formats.signed(Math.round(contacts)),
    },
    {
      key: 'author',
      title: t('author'),
      cell: ({ createdByName, expiresOn }) =>
        expiresOn === null ? createdByName : `${createdByName}, ${t('until', { day: formats.date(expiresOn) })}`,
    },
    ...(mayUndo
      ? [{ key: 'acts', title: t('undo'), acts: 'words' as const, cell: (layer: LaidLayer) => <Undo layer={layer} /> }]
      : []),
  ]
  return (
    <ListTable
      label={t('layers')}
      columns={columns}
      rows={layers}
      rowKey={({ layerId }) => layerId}
      empty={<Text size="sm">{t('noLayers')}</Text>}
    />
  )
}

function Undo({ layer }: { readonly layer: LaidLayer }) {
  const t = useText(layerText)
  const { centerId } = useCenter()
  const undo = useAct(forecastLayers.undoLayer, {
    touches: [forecast.readForecast, forecast.readForecastIntervals, forecastLayers.listLayers],
  })
  return (
    <ConfirmAct
      title={t('undoTitle')}
      act={t('undo')}
      onAct={() => undo.mutateAsync({ params: { centerId, layerId: layer.layerId } })}
      trigger={(open) => (
        <Button variant="subtle" size="compact-sm" color="gray" onClick={open}>
          {t('undo')}
        </Button>
      )}
    >
      {layer.reason}. {t('undoHint')}
    </ConfirmAct>
  )
}

/** Every layer there ever was, whatever its days. */
function AllLayers() {
  const t = useText(layerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const reply = useReply(forecastLayers.listLayers, { params: { centerId } }, { live: ['forecast'] })
  const stateOf = ({ undoneAt, undoneByName, isOver }: ForecastLayer): string =>
    undoneAt === null
      ? t(isOver ? 'state_over' : 'state_inForce')
      : t('state_undone', { name: undoneByName ?? '', when: formats.dateTime(undoneAt) })
  const columns: ListColumn<ForecastLayer>[] = [
    ...useLayerColumns<ForecastLayer>(),
    {
      key: 'author',
      title: t('author'),
      cell: ({ createdByName, createdAt }) => `${createdByName}, ${formats.dateTime(createdAt)}`,
    },
    { key: 'state', title: t('state'), cell: stateOf },
  ]
  return (
    <Section title={t('allLayers')} bare>
      <Reply reply={reply}>
        {({ layers }) => (
          <ListTable
            label={t('allLayers')}
            columns={columns}
            rows={layers}
            rowKey={({ layerId }) => layerId}
            words={({ reason }) => reason}
            empty={<Text size="sm">{t('noLayers')}</Text>}
          />
        )}
      </Reply>
    </Section>
  )
}

type AnyLayer = Omit<LaidLayer, 'contacts'>

function useLayerColumns<Layer extends AnyLayer>(): ListColumn<Layer>[] {
  const t = useText(layerText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const queues = useReply(center.listQueues, { params: { centerId } })
  const queueOf = (id: number | null): string =>
    id === null ? t('allQueues') : (queues.data?.queues.find(({ queueId }) => queueId === id)?.name ?? String(id))
  const hoursOf = ({ fromMinute, toMinute }: Layer): string =>
    fromMinute === 0 && toMinute === 1440 ? '' : `, ${formats.clock(fromMinute)}–${formats.clock(toMinute)}`
  return [
    {
      key: 'reason',
      title: t('reason'),
      cell: (layer) => (
        <>
          {layer.reason}
          <Text size="xs" c="dimmed">
            {t(`kind_${layer.kind}`)}
            {layer.copiedFrom === null ? '' : `, ${t('taken', { day: formats.date(layer.copiedFrom) })}`}
          </Text>
        </>
      ),
    },
    {
      key: 'days',
      title: t('days'),
      cell: (layer) => `${formats.dateRange(layer.firstDay, layer.lastDay)}${hoursOf(layer)}`,
    },
    { key: 'queue', title: t('queue'), cell: ({ queueId }) => queueOf(queueId) },
    { key: 'size', title: t('size'), cell: (layer) => sizeWords(layer, t, formats) },
  ]
}
