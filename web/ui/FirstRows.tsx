import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'

import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

interface FirstRowsProps<Row> {
  readonly rows: readonly Row[]
  readonly children: (first: readonly Row[]) => ReactNode
}

const FIRST = 50
const MORE = 250

/** The first rows of a long list, and a button that shows more of them: a page of hundreds of rows is neither read nor scrolled. */
export function FirstRows<Row>({ rows, children }: FirstRowsProps<Row>) {
  const t = useText(uiText)
  const [shown, setShown] = useState(FIRST)
  const left = rows.length - shown
  return (
    <>
      {children(rows.slice(0, shown))}
      {left > 0 && (
        <Button mt="sm" variant="default" size="xs" className="no-print" onClick={() => setShown(shown + MORE)}>
          {t('showMore', { count: left })}
        </Button>
      )}
    </>
  )
}
