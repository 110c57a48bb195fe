import { Table, Text } from '@mantine/core'

import { scheduleReports } from '@pult/contract/schedule-reports'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { myText } from './my-text.ts'
import { SpreadPicture } from './SpreadPicture.tsx'

interface MyFairnessProps {
  readonly agentId: number
  readonly year: number
}

/** Own nights, weekends and the rest beside the spread of the team, without names. */
export function MyFairness({ agentId, year }: MyFairnessProps) {
  const t = useText(myText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const reply = useReply(scheduleReports.readFairness, { params: { centerId }, query: { year } })
  return (
    <Section title={t('fairness', { year: String(year) })}>
      <Reply reply={reply}>
        {({ rows, spread }) => {
          const own = rows.find((row) => row.agentId === agentId)
          if (own === undefined) return <Text size="sm">{t('noFairness')}</Text>
          return (
            <>
              <Text size="sm" c="dimmed" mb="xs">
                {t('fairnessHint')}
              </Text>
              <Table verticalSpacing={4} layout="fixed">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th w="38%">{t('burden')}</Table.Th>
                    <Table.Th w="14%" ta="right">
                      {t('mine')}
                    </Table.Th>
                    <Table.Th>{t('team')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {spread.map((one) => (
                    <Table.Tr key={one.burden}>
                      <Table.Td>{t(one.burden)}</Table.Td>
                      <Table.Td ta="right" fw={650}>
                        {formats.number(own[one.burden])}
                      </Table.Td>
                      <Table.Td>
                        <SpreadPicture spread={one} own={own[one.burden]} />
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </>
          )
        }}
      </Reply>
    </Section>
  )
}
