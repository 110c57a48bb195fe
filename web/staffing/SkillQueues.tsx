import { Table } from '@mantine/core'

import type { SkillNeedResult } from '@pult/contract/staffing-skills'

import { useFormats, useText } from '../ui/language.tsx'
import { levelRuleText } from '../ui/level-rule-text.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { cellsOf, levelWords, worstOf } from './skill-levels.ts'
import { skillsText } from './skills-text.ts'
import { staffingText } from './staffing-text.ts'
import { wantedParts } from './target-words.ts'

interface SkillQueuesProps {
  readonly result: SkillNeedResult
  readonly nameOf: (queueIds: readonly number[]) => string
}

/** Each queue's target part by part, in how many half-hours it is kept, and where it is nearest to missing. */
export function SkillQueues({ result, nameOf }: SkillQueuesProps) {
  const t = useText(skillsText)
  const words = useText(staffingText)
  const rules = useText(levelRuleText)
  const formats = useFormats()
  const cells = cellsOf(result)
  const rows = result.queues.flatMap(({ queueId, target, parts }) =>
    parts.map(({ part }) => {
      const own = cells.filter((cell) => cell.queueId === queueId && cell.part === part)
      const asked = wantedParts([part], { ...target, deadlineMinutes: null }, words, formats)
      return { queueId, part, own, asked, rule: target.rule, worst: worstOf(own) }
    }),
  )
  return (
    <ScrollTable minWidth={640}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('queue')}</Table.Th>
            <Table.Th>{t('asked')}</Table.Th>
            <Table.Th ta="right">{t('kept')}</Table.Th>
            <Table.Th ta="right">{t('worst')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ queueId, part, own, asked, rule, worst }) => (
            <Table.Tr key={`${queueId} ${part}`}>
              <Table.Td>{nameOf([queueId])}</Table.Td>
              <Table.Td>{part === 'serviceLevel' ? `${asked} (${rules(`rule_${rule}`)})` : asked}</Table.Td>
              <Table.Td ta="right">
                {own.length === 0
                  ? t('never')
                  : t('ofCells', { met: own.filter((cell) => !cell.isMissed).length, all: own.length })}
              </Table.Td>
              <Table.Td ta="right">
                {worst !== undefined &&
                  `${levelWords(part, worst.level, worst.halfWidth, formats)}, ${formats.time(worst.at)}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
