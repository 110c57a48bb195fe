import type { Roster } from '@pult/contract/schedule-roster'

import type { SetView, StateOf } from '../platform/view.ts'
import { ChangesTab } from './ChangesTab.tsx'
import { CompareTab } from './CompareTab.tsx'
import { CoverageTab } from './CoverageTab.tsx'
import { DayTab } from './DayTab.tsx'
import type { EditHistory } from './edit-history.ts'
import { GridTab } from './GridTab.tsx'
import { LawTab } from './LawTab.tsx'
import { ReportTab } from './ReportTab.tsx'
import type { scheduleView } from './schedule-view.ts'

export interface DeskProps {
  readonly roster: Roster
  /** All there are, to compare with. */
  readonly rosters: readonly Roster[]
  readonly history: EditHistory
  readonly view: StateOf<typeof scheduleView>
  readonly setView: SetView<StateOf<typeof scheduleView>>
}

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
  }
}
