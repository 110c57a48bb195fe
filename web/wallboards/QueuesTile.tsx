import type { QueueLine, ShownTile } from '@pult/contract/wallboards'

import { useFormats, useText } from '../ui/language.tsx'
import { levelKey, shareValue } from './figure-value.ts'
import { LevelSign } from './LevelSign.tsx'
import { boardText } from './wallboards-text.ts'
import classes from './board.module.css'

/** Queues one below the other, each with its service level, who waits and how long. */
export function QueuesTile({ queues }: Pick<Extract<ShownTile, { kind: 'queues' }>, 'queues'>) {
  const t = useText(boardText)
  if (queues.length === 0) return <p className={classes['empty']}>{t('noQueues')}</p>
  return (
    <table
      className={classes['table']}
      aria-label={t('queues')}
      ref={(element) => element?.style.setProperty('--lines', String(queues.length + 1))}
    >
      <thead>
        <tr>
          <th>{t('queue')}</th>
          <th className={classes['number']}>{t('serviceLevel')}</th>
          <th className={classes['number']}>{t('wait')}</th>
          <th className={classes['number']}>{t('longest')}</th>
          <th className={`${classes['number']} ${classes['spare']}`}>{t('abandons')}</th>
        </tr>
      </thead>
      <tbody>
        {queues.map((queue, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- two queues may have one name, and a board tells no ids
          <Line key={place} queue={queue} />
        ))}
      </tbody>
    </table>
  )
}

function Line({ queue }: { readonly queue: QueueLine }) {
  const t = useText(boardText)
  const formats = useFormats()
  const { name, level, serviceLevel, waiting, longestWaitSeconds, abandonRate, target } = queue
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={classes['number']}>
        <span className={classes['mark']} data-level={level}>
          {level !== 'none' && level !== 'good' && (
            <LevelSign level={level} words={t(levelKey('serviceLevel', level))} />
          )}
          {shareValue('serviceLevel', serviceLevel, formats)}
          {target !== null && (
            <small>{formats.serviceTarget({ fraction: target.value, withinSeconds: target.withinSeconds ?? 0 })}</small>
          )}
        </span>
      </td>
      <td className={classes['number']}>{formats.number(waiting)}</td>
      <td className={classes['number']}>{formats.duration(longestWaitSeconds)}</td>
      <td className={`${classes['number']} ${classes['spare']}`}>{shareValue('abandonRate', abandonRate, formats)}</td>
    </tr>
  )
}
