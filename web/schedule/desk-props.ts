import type { Roster } from '@pult/contract/schedule-roster'

import type { SetView, StateOf } from '../platform/view.ts'
import type { EditHistory } from './edit-history.ts'
import type { scheduleView } from './schedule-view.ts'

/** What every tab of a roster is given. */
export interface DeskProps {
  readonly roster: Roster
  /** All there are, to compare with. */
  readonly rosters: readonly Roster[]
  readonly history: EditHistory
  readonly view: StateOf<typeof scheduleView>
  readonly setView: SetView<StateOf<typeof scheduleView>>
}
