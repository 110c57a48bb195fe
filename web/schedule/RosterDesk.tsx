import { ChangesTab } from './ChangesTab.tsx'
import { CompareTab } from './CompareTab.tsx'
import { CoverageTab } from './CoverageTab.tsx'
import { DayTab } from './DayTab.tsx'
import type { DeskProps } from './desk-props.ts'
import { GridTab } from './GridTab.tsx'
import { LawTab } from './LawTab.tsx'
import { ReadersTab } from './ReadersTab.tsx'
import { ReportTab } from './ReportTab.tsx'

/** The tabs of one roster. */
export function RosterDesk(props: DeskProps) {
  switch (props.view.tab) {
    case 'grid':
      return <GridTab {...props} />
    case 'report':
      return <ReportTab {...props} />
    case 'day':
      return <DayTab {...props} />
    case 'coverage':
      return <CoverageTab {...props} />
    case 'law':
      return <LawTab {...props} />
    case 'compare':
      return <CompareTab {...props} />
    case 'changes':
      return <ChangesTab {...props} />
    case 'readers':
      return <ReadersTab {...props} />
  }
}
