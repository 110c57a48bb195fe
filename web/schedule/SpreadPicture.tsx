import { Text } from '@mantine/core'

import type { BurdenSpread } from '@pult/contract/schedule-reports'

import { useFormats } from '../ui/language.tsx'
import classes from './SpreadPicture.module.css'

interface SpreadPictureProps {
  readonly spread: BurdenSpread
  /** Where one person stands. */
  readonly own?: number
}

/** From the least to the most as a line, the middle as a tick, one person as a dot; the figures below say the same. */
export function SpreadPicture({ spread: { least, median, most }, own }: SpreadPictureProps) {
  const formats = useFormats()
  const end = Math.max(most, own ?? 0, 1)
  const place = (value: number): string => `${(value / end) * 100}%`
  return (
    <div>
      <div className={classes['line']} aria-hidden>
        <span className={classes['range']} style={{ left: place(least), width: place(most - least) }} />
        <span className={classes['middle']} style={{ left: place(median) }} />
        {own !== undefined && <span className={classes['own']} style={{ left: place(own) }} />}
      </div>
      <Text size="xs" c="dimmed">
        {formats.number(least)} – {formats.number(median)} – {formats.number(most)}
      </Text>
    </div>
  )
}
