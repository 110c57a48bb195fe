import { List, Text } from '@mantine/core'

import { market, paySplits, type PayReply } from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { Cards } from '../ui/Cards.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { NumberCard } from '../ui/NumberCard.tsx'
import { Section } from '../ui/Page.tsx'
import { LIVE } from './live-market.ts'
import { marketText } from './market-text.ts'
import type { TabProps } from './tab-props.ts'
import { useRoubles } from './roubles.ts'
import { SURE_BELOW } from './TrendWords.tsx'
import { useValueWords } from './value-words.ts'

/** What the vacancies pay, and what of them stands in no figure. */
export function PayTab({ chosen: { specialisationId } }: TabProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const reply = useReply(market.readPay, { params: { centerId, specialisationId } }, { live: LIVE })
  return (
    <Reply reply={reply}>
      {(pay) =>
        pay.all.n === 0 ? (
          <>
            <EmptyState title={t('noPay')} />
            <LeftOut pay={pay} />
          </>
        ) : (
          <>
            <Overview pay={pay} />
            {paySplits.map((split) => (
              <Split key={split} pay={pay} split={split} />
            ))}
            <SkillPay pay={pay} />
            <LeftOut pay={pay} />
          </>
        )
      }
    </Reply>
  )
}

function Overview({ pay }: { readonly pay: PayReply }) {
  const t = useText(marketText)
  const formats = useFormats()
  const roubles = useRoubles()
  const parts = pay.taxParts
    .map(({ above, rate }) => t('taxPart', { rate: formats.percent(rate, 0), above: roubles(above) }))
    .join(', ')
  return (
    <>
      <Cards>
        {(['all', 'from', 'to'] as const).map((which) => (
          <NumberCard
            key={which}
            label={t(which === 'all' ? 'payAll' : which === 'from' ? 'payFrom' : 'payTo')}
            value={roubles(pay[which].median)}
            footer={
              <Text size="xs" c="dimmed">
                {t('ofVacancies', { count: pay[which].n })} ·{' '}
                {t('quarters', { low: roubles(pay[which].p25), high: roubles(pay[which].p75) })}
              </Text>
            }
          />
        ))}
      </Cards>
      <Text size="sm" c="dimmed" my="sm" maw={880}>
        {t('payTitle')}.{' '}
        {t('payRule', {
          from: formats.date(pay.taxFrom),
          parts,
          unsaid: formats.number(pay.unsaid, 0),
          onlyFrom: formats.number(pay.onlyFrom, 0),
          onlyTo: formats.number(pay.onlyTo, 0),
        })}
      </Text>
    </>
  )
}

type Group = PayReply['groups'][number]

function Split({ pay, split }: { readonly pay: PayReply; readonly split: Group['split'] }) {
  const t = useText(marketText)
  const formats = useFormats()
  const roubles = useRoubles()
  const words = useValueWords()
  const rows = pay.groups.filter((group) => group.split === split)
  if (rows.length === 0) return null
  const figure = (key: 'p10' | 'p25' | 'median' | 'p75' | 'p90', title: string): ListColumn<Group> => ({
    key,
    title,
    isNumber: true,
    cell: ({ figures }) => roubles(figures[key]),
  })
  const columns: ListColumn<Group>[] = [
    { key: 'value', title: t('group'), cell: ({ value }) => words(value) },
    { key: 'n', title: t('naming'), isNumber: true, cell: ({ figures }) => formats.number(figures.n, 0) },
    figure('p10', 'P10'),
    figure('p25', 'P25'),
    figure('median', t('median')),
    figure('p75', 'P75'),
    figure('p90', 'P90'),
  ]
  return (
    <Section title={t(`split_${split}`)}>
      <ListTable label={t(`split_${split}`)} columns={columns} rows={rows} rowKey={({ value }) => value} empty={null} />
    </Section>
  )
}

function SkillPay({ pay }: { readonly pay: PayReply }) {
  const t = useText(marketText)
  const formats = useFormats()
  if (pay.skills.length === 0) return null
  const signed = (value: number): string => `${formats.signed(value * 100, 1)} %`
  const columns: ListColumn<PayReply['skills'][number]>[] = [
    { key: 'name', title: t('skill'), cell: ({ name }) => name },
    {
      key: 'difference',
      title: t('difference'),
      isNumber: true,
      cell: ({ difference, pValue }) => (
        <Text size="sm" {...(pValue < SURE_BELOW ? { fw: 600 } : { c: 'dimmed' })}>
          {signed(difference)} · {t(pValue < SURE_BELOW ? 'sure' : 'notSure')}
        </Text>
      ),
    },
    {
      key: 'interval',
      title: t('interval'),
      isNumber: true,
      cell: ({ low, high }) => `${signed(low)} … ${signed(high)}`,
    },
    { key: 'naming', title: t('naming'), isNumber: true, cell: ({ naming }) => formats.number(naming, 0) },
  ]
  return (
    <Section title={t('skillPay')}>
      <Text size="sm" c="dimmed" mb="sm" maw={880}>
        {t('skillPayHint')}
      </Text>
      <ListTable
        label={t('skillPay')}
        columns={columns}
        rows={pay.skills}
        rowKey={({ name }) => name}
        words={({ name }) => name}
        empty={null}
      />
    </Section>
  )
}

function LeftOut({ pay: { kinds, currencies } }: { readonly pay: PayReply }) {
  const t = useText(marketText)
  const formats = useFormats()
  const told = kinds.filter(({ count }) => count > 0)
  if (told.length === 0) return null
  return (
    <Section title={t('payKinds')}>
      <List size="sm" spacing={4}>
        {told.map(({ kind, count }) => (
          <List.Item key={kind}>
            {t(`kind_${kind}`)}: {formats.number(count, 0)}
            {kind === 'foreign' &&
              ` (${currencies
                .filter(({ currency }) => currency !== 'RUB')
                .map((one) => `${one.currency} ${formats.number(one.count, 0)}`)
                .join(', ')})`}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
