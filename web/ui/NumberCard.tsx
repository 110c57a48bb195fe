import {
  IconAlertTriangle,
  IconArrowDownRight,
  IconArrowRight,
  IconArrowUpRight,
  IconCircleCheck,
  IconCircleX,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { Explain, type Explanation } from './Explain.tsx'
import { useText } from './language.tsx'
import classes from './NumberCard.module.css'
import { Sparkline } from './Sparkline.tsx'
import { uiText } from './ui-text.ts'

/** How a number stands to its target. The colour never says it alone: an icon and words do. */
export type TargetState = 'met' | 'near' | 'missed'

export interface Comparison {
  /** The difference, formatted with its sign: "+2.1 pp". */
  readonly difference: string
  readonly direction: 'up' | 'down' | 'same'
  /** Whether that is good news; null where it is neither. */
  readonly isBetter: boolean | null
  /** With what: "last week". */
  readonly against: string
}

interface NumberCardProps {
  readonly label: string
  /** Formatted; "–" where there is nothing. A link makes the whole card lead where it leads. */
  readonly value: ReactNode
  /** Small words beside the value: "of 1 240". */
  readonly beside?: string
  readonly target?: { readonly text: string; readonly state: TargetState | null }
  readonly comparison?: Comparison | null
  readonly explain?: Explanation
  /** The last values, oldest first; gaps are null. */
  readonly trend?: readonly (number | null)[]
  /** A link to what stands behind the number. */
  readonly footer?: ReactNode
}

/** One number that matters: value, target, comparison, trend, and what it is. */
export function NumberCard({ label, value, beside, target, comparison, explain, trend, footer }: NumberCardProps) {
  return (
    <article className={classes['card']} aria-label={label} data-state={target?.state ?? 'none'}>
      <h3 className={classes['label']}>{explain === undefined ? label : <Explain about={explain}>{label}</Explain>}</h3>
      <div className={classes['row']}>
        <div className={classes['value']}>
          {value}
          {beside !== undefined && <span className={classes['beside']}>{beside}</span>}
        </div>
        {trend !== undefined && <Sparkline values={trend} />}
      </div>
      {target !== undefined && <TargetLine text={target.text} state={target.state} />}
      {comparison !== undefined && <ComparisonLine comparison={comparison} />}
      {footer !== undefined && <div className={classes['footer']}>{footer}</div>}
    </article>
  )
}

const stateIcons = { met: IconCircleCheck, near: IconAlertTriangle, missed: IconCircleX } as const
const stateWords = { met: 'targetMet', near: 'targetNear', missed: 'targetMissed' } as const

function TargetLine({ text, state }: { text: string; state: TargetState | null }) {
  const t = useText(uiText)
  if (state === null) return <div className={classes['line']}>{t('target', { target: text })}</div>
  return (
    <div className={classes['line']}>
      <TargetMark state={state} />
      <span>{t('target', { target: text })}</span>
    </div>
  )
}

/** The state of a target as a small mark: icon, words and colour. */
export function TargetMark({ state, withWords = true }: { state: TargetState; withWords?: boolean }) {
  const t = useText(uiText)
  const Icon = stateIcons[state]
  return (
    <span className={classes['mark']} data-state={state}>
      <Icon
        size={14}
        aria-hidden={withWords}
        {...(withWords ? {} : { role: 'img', 'aria-label': t(stateWords[state]) })}
      />
      {withWords && t(stateWords[state])}
    </span>
  )
}

const arrows = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconArrowRight } as const

function ComparisonLine({ comparison }: { comparison: Comparison | null }) {
  const t = useText(uiText)
  if (comparison === null) return <div className={classes['line']}>{t('noComparison')}</div>
  const Arrow = arrows[comparison.direction]
  const tone = comparison.isBetter === null ? 'none' : comparison.isBetter ? 'met' : 'missed'
  return (
    <div className={classes['line']}>
      <span className={classes['difference']} data-state={tone}>
        <Arrow size={14} aria-hidden />
        {comparison.difference}
      </span>
      <span>{t('against', { what: comparison.against })}</span>
    </div>
  )
}
