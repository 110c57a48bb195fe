import { Alert, List } from '@mantine/core'

import type { Roster } from '@pult/contract/schedule-roster'

import { useText } from '../ui/language.tsx'
import { reasonText } from './reason-text.ts'
import { warningWords } from './reason-words.ts'

/** What was wrong in what the roster was made from: who was left out, what could not be planned. */
export function RosterWarnings({ warnings }: Pick<Roster, 'warnings'>) {
  const t = useText(reasonText)
  if (warnings.length === 0) return null
  const sentences = warningWords(warnings, t)
  return (
    <Alert color="brass" title={t('warnings', { count: sentences.length })} className="no-print">
      <List size="sm">
        {sentences.map((words) => (
          <List.Item key={words}>{words}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
