import { MultiSelect, Select, Text, Textarea } from '@mantine/core'

import { boardFigures, isAgentFigure, mostQueues, type Boards, type Tile } from '@pult/contract/wallboards'

import { useText } from '../ui/language.tsx'
import { tileTitles } from './tile-name.ts'
import { boardText, wallboardsText } from './wallboards-text.ts'
import classes from './board.module.css'

interface TileFieldsProps {
  readonly tile: Tile
  readonly queues: Boards['queues']
  readonly onChange: (tile: Tile) => void
}

const WIDTHS = ['1', '2', '3']

/** What one tile shows, and how wide it is. */
export function TileFields({ tile, queues, onChange }: TileFieldsProps) {
  const t = useText(wallboardsText)
  return (
    <div className={classes['fields']}>
      {tile.kind === 'figure' && <FigureFields tile={tile} queues={queues} onChange={onChange} />}
      {tile.kind === 'queues' && (
        <MultiSelect
          className={classes['whole']}
          label={t('whichQueues')}
          placeholder={tile.queueIds.length === 0 ? t('allQueues') : ''}
          data={queues.map(({ queueId, name }) => ({ value: String(queueId), label: name }))}
          maxValues={mostQueues}
          value={tile.queueIds.map(String)}
          onChange={(values) => onChange({ ...tile, queueIds: values.map(Number) })}
        />
      )}
      {tile.kind === 'text' && (
        <Textarea
          label={t('text')}
          required
          autosize
          maxLength={500}
          value={tile.text}
          onChange={(event) => onChange({ ...tile, text: event.currentTarget.value })}
        />
      )}
      {(tile.kind === 'agents' || tile.kind === 'clock') && <Text mt="lg">{t(tileTitles[tile.kind])}</Text>}
      <Select
        label={t('width')}
        allowDeselect={false}
        data={WIDTHS}
        value={String(tile.width)}
        onChange={(value) => onChange({ ...tile, width: Number(value ?? tile.width) })}
      />
    </div>
  )
}

const WHOLE = ''

function FigureFields({
  tile,
  queues,
  onChange,
}: Omit<TileFieldsProps, 'tile'> & { readonly tile: Extract<Tile, { kind: 'figure' }> }) {
  const t = useText(wallboardsText)
  const board = useText(boardText)
  const isOfAgents = isAgentFigure(tile.figure)
  return (
    <>
      <Select
        className={classes['whole']}
        label={t('figure')}
        allowDeselect={false}
        searchable
        data={boardFigures.map((figure) => ({ value: figure, label: board(figure) }))}
        value={tile.figure}
        onChange={(value) => {
          const figure = value ?? tile.figure
          onChange({ ...tile, figure, queueId: isAgentFigure(figure) ? null : tile.queueId })
        }}
      />
      <Select
        label={t('about')}
        allowDeselect={false}
        disabled={isOfAgents}
        {...(isOfAgents ? { description: t('agentsAbout') } : {})}
        data={[
          { value: WHOLE, label: t('wholeCenter') },
          ...queues.map(({ queueId, name }) => ({ value: String(queueId), label: name })),
        ]}
        value={tile.queueId === null ? WHOLE : String(tile.queueId)}
        onChange={(value) => onChange({ ...tile, queueId: value === null || value === WHOLE ? null : Number(value) })}
      />
    </>
  )
}
