import { useEffect, useState } from 'react'

import { useFormats } from '../ui/language.tsx'
import { FitText } from './FitText.tsx'
import classes from './board.module.css'

const SECOND_MS = 1000

/** The time of the centre, wherever the screen hangs. */
export function ClockTile() {
  const formats = useFormats()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  return (
    <>
      <h2 className={classes['label']}>{formats.longDate(now)}</h2>
      <div className={classes['value']}>
        <FitText letters={5}>{formats.time(now)}</FitText>
      </div>
      <div className={classes['foot']} />
    </>
  )
}
