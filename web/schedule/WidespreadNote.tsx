import { Anchor, Text } from '@mantine/core'

import { useText } from '../ui/language.tsx'
import { useGroupName } from './group-name.ts'
import type { LawGroup } from './law-groups.ts'
import { lawText } from './law-text.ts'

interface WidespreadNoteProps {
  readonly groups: readonly LawGroup[]
  readonly onLaw: () => void
}

/** What so many shifts go against that it is said once, instead of at each of them. */
export function WidespreadNote({ groups, onLaw }: WidespreadNoteProps) {
  const t = useText(lawText)
  const nameOf = useGroupName('rule')
  return groups.map((group) => (
    <Text key={group.key} size="sm" c="dimmed" mb="xs" className="no-print">
      {t('saidOnce', {
        name: nameOf(group),
        count: group.violations.length,
        people: t('atPeople', { count: group.people }),
      })}{' '}
      <Anchor component="button" type="button" size="sm" onClick={onLaw}>
        {t('toLaw')}
      </Anchor>
    </Text>
  ))
}
