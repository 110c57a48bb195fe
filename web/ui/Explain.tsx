import { Popover } from '@mantine/core'
import { useId, useRef, useState, type ReactNode } from 'react'

import classes from './Explain.module.css'
import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

/** What a number is: everything is words and formatted figures, made by whoever knows the measure. */
export interface Explanation {
  readonly name: string
  readonly formula?: string
  /** Of the definition. */
  readonly version?: string | number
  /** `12 480 · answered within 20 s` */
  readonly numerator?: string
  readonly denominator?: string
  /** `n = 15 604 contacts` */
  readonly standsOn?: string
  /** `79.1–80.2 %, 95 %` — where the number is small. */
  readonly uncertainty?: string
  readonly source?: string
  /** Anything else: the rule, caveats, a link to the contacts. */
  readonly more?: ReactNode
}

interface ExplainProps {
  readonly about: Explanation
  /** The number or label that is explained. */
  readonly children: ReactNode
  /** Underlines it with dots, unless something else shows that there is more. */
  readonly underline?: boolean
}

const LEAVE_MS = 150

/** Answers "what is this?" on hover, on focus and on tap; stays while the pointer is on it, and Escape closes it. */
export function Explain({ about, children, underline = true }: ExplainProps) {
  const t = useText(uiText)
  const [opened, setOpened] = useState(false)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const id = useId()
  const enter = (): void => {
    clearTimeout(leaving.current)
    setOpened(true)
  }
  const leave = (): void => {
    clearTimeout(leaving.current)
    leaving.current = setTimeout(() => setOpened(false), LEAVE_MS)
  }
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      withArrow
      trapFocus={false}
      returnFocus={false}
      width={340}
      middlewares={{ flip: true, shift: true }}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes['trigger']}
          data-underline={underline}
          aria-describedby={opened ? id : undefined}
          aria-expanded={opened}
          onMouseEnter={enter}
          onMouseLeave={leave}
          onFocus={enter}
          onBlur={leave}
          onClick={enter}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpened(false)
          }}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown onMouseEnter={enter} onMouseLeave={leave} id={id} role="tooltip">
        <ExplanationBody about={about} t={t} />
      </Popover.Dropdown>
    </Popover>
  )
}

function ExplanationBody({ about, t }: { about: Explanation; t: ReturnType<typeof useText<keyof typeof uiText.en>> }) {
  const lines: readonly (readonly [string, string | undefined])[] = [
    [t('formula'), about.formula],
    [t('numerator'), about.numerator],
    [t('denominator'), about.denominator],
    [t('standsOn'), about.standsOn],
    [t('uncertainty'), about.uncertainty],
    [t('source'), about.source],
  ]
  return (
    <div className={classes['body']}>
      <div className={classes['name']}>
        <strong>{about.name}</strong>
        {about.version !== undefined && <span>{t('version', { version: about.version })}</span>}
      </div>
      <dl className={classes['lines']}>
        {lines.map(([label, value]) =>
          value === undefined ? null : (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
      {about.more}
    </div>
  )
}
