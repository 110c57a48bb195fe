import { Button, List, Stack, Text } from '@mantine/core'

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
import { saveTable } from '../ui/save-table.ts'
import { LIVE } from './live-market.ts'
import { marketText } from './market-text.ts'
import type { TabProps } from './tab-props.ts'
import { useRoubles } from './roubles.ts'
import { SURE_BELOW } from './TrendWords.tsx'
import { useValueWords } from './value-words.ts'

/** Quarters of fewer say nothing; groups of fewer are not shown either. */
const LEAST_FOR_QUARTERS = 5

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
          <Stack gap="md">
            <Overview pay={pay} />
            {paySplits.map((split) => (
              <Split key={split} pay={pay} split={split} />
            ))}
            <SkillPay pay={pay} />
            <LeftOut pay={pay} />
          </Stack>
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
            explain={{
              name: t(which === 'all' ? 'payAll' : which === 'from' ? 'payFrom' : 'payTo'),
              formula: t('payFormula'),
              standsOn: t('standsOnPay', { count: formats.number(pay[which].n, 0) }),
              ...(which === 'all' ? { more: t('payAllHow') } : {}),
            }}
            footer={
              <Text size="xs" c="dimmed">
                {t('ofVacancies', { count: pay[which].n })}
                {pay[which].n >= LEAST_FOR_QUARTERS &&
                  ` · ${t('quarters', { low: roubles(pay[which].p25), high: roubles(pay[which].p75) })} · ${t(
                    'tenths',
                    {
                      low: roubles(pay[which].p10),
                      high: roubles(pay[which].p90),
                    },
                  )}`}
              </Text>
            }
          />
        ))}
      </Cards>
      <Text size="sm" c="dimmed" maw={880}>
        {t('payTitle')}.{' '}
        {t('payRule', {
          from: formats.date(pay.taxFrom),
          parts,
          gross: formats.number(pay.gross, 0),
          net: formats.number(pay.net, 0),
          unsaid: formats.number(pay.unsaid, 0),
          onlyFrom: formats.number(pay.onlyFrom, 0),
          onlyTo: formats.number(pay.onlyTo, 0),
        })}
      </Text>
    </>
  )
}

type Group = PayReply['groups'][number]

const experiences = ['noExperience', 'between1And3', 'between3And6', 'moreThan6']
/** From none to much; what is no known code comes last. */
const experienceRank = ({ value }: Group): number => experiences.indexOf(value) + 1 || experiences.length + 1

function Split({ pay, split }: { readonly pay: PayReply; readonly split: Group['split'] }) {
  const t = useText(marketText)
  const formats = useFormats()
  const roubles = useRoubles()
  const words = useValueWords()
  const rows = pay.groups.filter((group) => group.split === split)
  if (split === 'experience') rows.sort((a, b) => experienceRank(a) - experienceRank(b))
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
    <Section title={t(`split_${split}`)} actions={<Save name={t(`split_${split}`)} rows={rows} />}>
      <ListTable label={t(`split_${split}`)} columns={columns} rows={rows} rowKey={({ value }) => value} empty={null} />
    </Section>
  )
}

/** The groups as they are shown, as a file. */
function Save({ name, rows }: { readonly name: string; readonly rows: readonly Group[] }) {
  const t = useText(marketText)
  const words = useValueWords()
  const heads = [t('group'), t('naming'), 'P10', 'P25', t('median'), 'P75', 'P90']
  const told = rows.map(({ value, figures: { n, p10, p25, median, p75, p90 } }) => [
    words(value),
    n,
    ...[p10, p25, median, p75, p90].map((pay) => (pay === null ? null : Math.round(pay))),
  ])
  return (
    <Button variant="default" size="xs" onClick={() => saveTable(name, [heads, ...told])}>
      CSV
    </Button>
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
  const number = (value: number): string => formats.number(value, 0)
  const all = kinds.reduce((sum, { count }) => sum + count, 0)
  const left = kinds.filter(({ kind, count }) => kind !== 'monthly' && count > 0)
  const foreign = currencies.filter(({ currency }) => currency !== 'RUB')
  if (all === 0) return null
  const inFigures = all - left.reduce((sum, { count }) => sum + count, 0)
  return (
    <Section title={t('payKinds')}>
      <Text size="sm" c="dimmed" mb="xs">
        {left.length === 0 ? t('payKindsNone') : t('payKindsHint', { count: number(inFigures), all: number(all) })}
      </Text>
      <List size="sm" spacing={4}>
        {left.map(({ kind, count }) => (
          <List.Item key={kind}>
            {kind !== 'monthly' && t(`kind_${kind}`)}: {number(count)}
            {kind === 'foreign' && ` (${foreign.map((one) => `${one.currency} ${number(one.count)}`).join(', ')})`}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}
