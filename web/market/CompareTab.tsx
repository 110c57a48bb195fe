import { Table, Text } from '@mantine/core'

import { market, type CompareReply } from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { LIVE } from './live-market.ts'
import { marketText } from './market-text.ts'
import { useRoubles } from './roubles.ts'

/** Specialisations side by side: pay and skills. */
export function CompareTab() {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const reply = useReply(market.compareProfessions, { params: { centerId }, query: { ids: '' } }, { live: LIVE })
  return (
    <Section title={t('tab_compare')}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('compareHint')}
      </Text>
      <Reply reply={reply}>
        {(compared) => (
          <>
            {compared.professions.length < 2 && <Text>{t('compareNone')}</Text>}
            <Compared compared={compared} />
          </>
        )}
      </Reply>
    </Section>
  )
}

function Compared({ compared: { professions, skills } }: { readonly compared: CompareReply }) {
  const t = useText(marketText)
  const formats = useFormats()
  const roubles = useRoubles()
  const row = (title: string, cell: (profession: CompareReply['professions'][number]) => string) => (
    <Table.Tr>
      <Table.Th scope="row">{title}</Table.Th>
      {professions.map((profession) => (
        <Table.Td key={profession.specialisationId} ta="right">
          {cell(profession)}
        </Table.Td>
      ))}
    </Table.Tr>
  )
  return (
    <ScrollTable minWidth={220 + professions.length * 150}>
      <Table aria-label={t('tab_compare')} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('profession')}</Table.Th>
            {professions.map(({ specialisationId, name }) => (
              <Table.Th key={specialisationId} ta="right">
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {row(t('naming'), ({ vacancies }) => formats.number(vacancies, 0))}
          {row(t('payTitle'), ({ pay }) => roubles(pay.median))}
          {row('P25–P75', ({ pay }) => `${roubles(pay.p25)} – ${roubles(pay.p75)}`)}
          {skills.map(({ name, shares }) => (
            <Table.Tr key={name}>
              <Table.Td>{name}</Table.Td>
              {shares.map((share, place) => (
                <Table.Td key={professions[place]?.specialisationId} ta="right">
                  {formats.percent(share, 1)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollTable>
  )
}
