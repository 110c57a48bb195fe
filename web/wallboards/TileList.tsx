import { ActionIcon, Button, Menu, Stack, Text, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'

import { mostTiles, tileKinds, type Boards, type Tile } from '@pult/contract/wallboards'

import { useText } from '../ui/language.tsx'
import { moved } from './moved.ts'
import { TileFields } from './TileFields.tsx'
import { tileName, tileTitles } from './tile-name.ts'
import { boardText, wallboardsText } from './wallboards-text.ts'
import classes from './board.module.css'

interface TileListProps {
  readonly tiles: readonly Tile[]
  readonly queues: Boards['queues']
  readonly onChange: (tiles: readonly Tile[]) => void
}

/** The tiles in their order, moved by dragging or by buttons. */
export function TileList({ tiles, queues, onChange }: TileListProps) {
  const t = useText(wallboardsText)
  const board = useText(boardText)
  const [drag, setDrag] = useState<Drag | null>(null)
  const makeOf = (kind: Tile['kind']): void => onChange([...tiles, firstOf(kind, t('firstText'))])
  return (
    <Stack gap="xs">
      {tiles.length === 0 && <Text c="dimmed">{t('noTiles')}</Text>}
      {tiles.map((tile, place) => {
        const name = tileName(tile, { t, board, queues })
        const move = (by: number): void => onChange(moved(tiles, place, place + by))
        return (
          <div
            // oxlint-disable-next-line react/no-array-index-key -- a tile is its place on the board
            key={place}
            role="group"
            aria-label={t('place', { place: place + 1, name })}
            className={classes['card']}
            data-place={place}
            data-over={drag !== null && drag.over === place && drag.from !== place}
          >
            <Tooltip label={t('drag')}>
              {/* By pointer and not as the browser drags: that knows no touch. */}
              <span
                className={classes['handle']}
                data-testid="handle"
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId)
                  setDrag({ from: place, over: place })
                }}
                onPointerMove={(event) => {
                  if (drag !== null) setDrag({ ...drag, over: placeAt(event.clientX, event.clientY) ?? drag.over })
                }}
                onPointerUp={() => {
                  if (drag !== null) onChange(moved(tiles, drag.from, drag.over))
                  setDrag(null)
                }}
                onPointerCancel={() => setDrag(null)}
              >
                <IconGripVertical size={18} aria-hidden />
              </span>
            </Tooltip>
            <TileFields
              tile={tile}
              queues={queues}
              onChange={(changed) => onChange(tiles.map((one, index) => (index === place ? changed : one)))}
            />
            <div>
              <ActionIcon aria-label={t('earlier', { name })} disabled={place === 0} onClick={() => move(-1)}>
                <IconArrowUp size={16} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('later', { name })}
                disabled={place === tiles.length - 1}
                onClick={() => move(1)}
              >
                <IconArrowDown size={16} />
              </ActionIcon>
              <ActionIcon
                aria-label={t('takeAway', { name })}
                onClick={() => onChange(tiles.filter((_tile, index) => index !== place))}
              >
                <IconX size={16} />
              </ActionIcon>
            </div>
          </div>
        )
      })}
      <Menu>
        <Menu.Target>
          <Button variant="default" leftSection={<IconPlus size={16} />} disabled={tiles.length >= mostTiles}>
            {t('addTile')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {tileKinds.map((kind) => (
            <Menu.Item key={kind} onClick={() => makeOf(kind)}>
              {t(tileTitles[kind])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Stack>
  )
}

interface Drag {
  readonly from: number
  readonly over: number
}

/** Which tile of the list lies there. */
function placeAt(x: number, y: number): number | null {
  const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-place]')?.dataset['place']
  return place === undefined ? null : Number(place)
}

function firstOf(kind: Tile['kind'], text: string): Tile {
  switch (kind) {
    case 'figure':
      return { kind, width: 1, figure: 'serviceLevel', queueId: null }
    case 'queues':
      return { kind, width: 2, queueIds: [] }
    case 'text':
      return { kind, width: 2, text }
    case 'agents':
    case 'clock':
      return { kind, width: 1 }
  }
}
