import { IconAlertTriangleFilled, IconCircleCheck, IconSquareRoundedXFilled } from '@tabler/icons-react'

import type { Level } from '@pult/contract/wallboards'

const signs = { good: IconCircleCheck, near: IconAlertTriangleFilled, bad: IconSquareRoundedXFilled } as const

/** How a figure stands to its target, as a sign of another shape for each: colours look alike to many. */
export function LevelSign({ level, words }: { readonly level: Exclude<Level, 'none'>; readonly words?: string }) {
  const Sign = signs[level]
  return (
    <Sign size="1.35em" {...(words === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': words })} />
  )
}
