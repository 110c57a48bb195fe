import { Button, Group, Table, Text } from '@mantine/core'

import { market, type CompareReply } from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { MultiPick } from '../ui/MultiPick.tsx'
import { Section } from '../ui/Page.tsx'
import { saveTable } from '../ui/save-table.ts'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { LIVE } from './live-market.ts'
import { marketText } from './market-text.ts'
import { marketView } from './market-view.ts'
import { useRoubles } from './roubles.ts'
import type { TabProps } from './tab-props.ts'

/** As many as the server sets side by side. */
const MOST = 6

/** Specialisations side by side: pay and skills. */
export function CompareTab({ market: { specialisations } }: TabProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const [{ compared: chosen }, setView] = useView(marketView)
  const query = { ids: chosen.join(',') }
  const reply = useReply(market.compareProfessions, { params: { centerId }, query }, { live: LIVE, keepFormer: true })
  return (
    <Section title={t('tab_compare')} actions={reply.data !== undefined && <Save compared={reply.data} />}>
      <Text size="sm" c="dimmed" mb="sm">
        {t('compareHint')}
      </Text>
      {specialisations.length > 2 && (
        <Group mb="sm" gap="sm" className="no-print">
          <MultiPick
            label={t('compared')}
            width={320}
            options={specialisations.map(({ specialisationId, name }) => ({ value: specialisationId, label: name }))}
            value={chosen}
            onChange={(compared) => setView({ compared })}
          />
          {(chosen.length > MOST || (chosen.length === 0 && specialisations.length > MOST)) && (
            <Text size="sm" c="dimmed">
              {t('comparedMost')}
            </Text>
          )}
        </Group>
      )}
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

/** What stands side by side, as a file. */
function Save({ compared: { professions, skills } }: { readonly compared: CompareReply }) {
  const t = useText(marketText)
  const pay = (key: 'p25' | 'median' | 'p75') =>
    professions.map((profession) => (profession.pay[key] === null ? null : Math.round(profession.pay[key])))
  const rows = [
    [t('profession'), ...professions.map(({ name }) => name)],
    [t('naming'), ...professions.map(({ vacancies }) => vacancies)],
    ['P25', ...pay('p25')],
    [t('payTitle'), ...pay('median')],
    ['P75', ...pay('p75')],
    ...skills.map(({ name, shares }) => [name, ...shares]),
  ]
  return (
    <Button variant="default" size="xs" onClick={() => saveTable(t('tab_compare'), rows)}>
      CSV
    </Button>
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
    <ScrollTable minWidth={160 + professions.length * 120}>
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
