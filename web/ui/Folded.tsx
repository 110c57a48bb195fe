import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'

interface FoldedProps {
  /** What is folded away: "Filters". */
  readonly label: string
  readonly icon: ReactNode
  readonly children: ReactNode
}

/** Below the breakpoint `sm`. */
const PHONE = '(max-width: 47.99em)'

/** Controls that a phone has no room for: there they are behind a button, elsewhere they stand where they are. */
export function Folded({ label, icon, children }: FoldedProps) {
  const isPhone = useMediaQuery(PHONE) ?? false
  const [isOpen, setOpen] = useState(false)
  if (!isPhone) return children
  return (
    <>
      <Button
        variant={isOpen ? 'light' : 'default'}
        leftSection={icon}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
      </Button>
      {isOpen && children}
    </>
  )
}
