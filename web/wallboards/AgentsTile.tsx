import type { ShownTile } from '@pult/contract/wallboards'

import { useFormats, useText } from '../ui/language.tsx'
import { boardText } from './wallboards-text.ts'
import classes from './board.module.css'

type Agents = Extract<ShownTile, { kind: 'agents' }>

/** So many names are still read across a room, for each column that a tile is wide. */
const MOST_NAMES = 12

/** How many do what; by name where the board says so. */
export function AgentsTile({ tile, asOf }: { readonly tile: Agents; readonly asOf: string }) {
  const t = useText(boardText)
  const formats = useFormats()
  const states = tile.states.filter(({ agents }) => agents > 0)
  const lines =
    tile.agents === null
      ? states.length
      : Math.ceil(Math.min(MOST_NAMES * tile.width, tile.agents.length) / tile.width) + 2
  return (
    <>
      <h2 className={classes['label']}>{t('agents')}</h2>
      {states.length === 0 ? (
        <p className={classes['empty']}>{t('nobodySignedIn')}</p>
      ) : (
        <div
          className={classes['people']}
          data-named={tile.agents !== null}
          data-names={tile.width}
          ref={(element) => {
            element?.style.setProperty('--lines', String(Math.max(2, lines)))
            element?.style.setProperty('--names', String(tile.width))
          }}
        >
          <ul className={classes['states']}>
            {states.map(({ state, agents }) => (
              <li key={state}>
                <span>{t(state)}</span> <b>{formats.number(agents)}</b>
              </li>
            ))}
          </ul>
          {tile.agents !== null && <Names agents={tile.agents} most={MOST_NAMES * tile.width} asOf={asOf} />}
        </div>
      )}
    </>
  )
}

interface NamesProps {
  readonly agents: NonNullable<Agents['agents']>
  readonly most: number
  readonly asOf: string
}

function Names({ agents, most, asOf }: NamesProps) {
  const t = useText(boardText)
  const formats = useFormats()
  const now = Date.parse(asOf)
  const more = agents.length - most
  return (
    <ul className={classes['names']}>
      {agents.slice(0, most).map(({ name, state, reason, since }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- two agents may have one name, and a board tells no ids
        <li key={place} data-state={state}>
          <span>{name}</span>
          <small>
            {reason ?? t(state)} {formats.duration((now - Date.parse(since)) / 1000)}
          </small>
        </li>
      ))}
      {more > 0 && <li>{t('moreAgents', { count: more })}</li>}
    </ul>
  )
}
