import { Text } from '@mantine/core'

import type { DigestSkill, MarketDigest } from '@pult/contract/market-digest'

import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { digestText } from './digest-text.ts'
import { marketText } from './market-text.ts'
import { postText } from './post-text.ts'
import { useRoubles } from './roubles.ts'

interface SkillsProps {
  readonly skills: MarketDigest['skills']
}

/** Skills that rose and fell by more than chance, and those that came into the twenty or went from it. */
export function DigestMoves({ skills }: SkillsProps) {
  const t = useText(digestText)
  const said = useText(marketText)
  const formats = useFormats()
  const { risen, fallen, entered, left, byChance, tested, afterNamed, beforeNamed } = skills
  const count = (value: number): string => formats.number(value, 0)
  const columns: ListColumn<DigestSkill>[] = [
    { key: 'name', title: said('skill'), cell: ({ name }) => name },
    { key: 'before', title: t('before'), isNumber: true, cell: ({ before }) => formats.percent(before, 1) },
    { key: 'after', title: t('after'), isNumber: true, cell: ({ after }) => formats.percent(after, 1) },
    {
      key: 'difference',
      title: t('difference'),
      isNumber: true,
      cell: ({ difference, low, high }) =>
        `${formats.points(difference, 1)} (${formats.points(low, 1)} … ${formats.points(high, 1)})`,
    },
    { key: 'naming', title: t('naming'), isNumber: true, cell: ({ naming }) => count(naming) },
  ]
  const sentences = [
    ...(entered.length > 0 ? [t('entered', { names: entered.join(', ') })] : []),
    ...(left.length > 0 ? [t('left', { names: left.join(', ') })] : []),
    ...(byChance > 0 ? [t('byChance', { count: count(byChance) })] : []),
  ]
  const hint = { after: count(afterNamed), before: count(beforeNamed), tested: count(tested) }
  return (
    <Section title={t('moved')}>
      <Text size="sm" c="dimmed" mb="sm" maw={880}>
        {t('movedHint', hint)}
      </Text>
      <ListTable
        label={t('moved')}
        columns={columns}
        rows={[...risen, ...fallen]}
        rowKey={({ name }) => name}
        empty={<Text>{t('none')}</Text>}
      />
      {sentences.map((sentence) => (
        <Text key={sentence} size="sm" mt="sm">
          {sentence}
        </Text>
      ))}
    </Section>
  )
}

/** The ten most named skills now. */
export function DigestTop({ skills: { top } }: SkillsProps) {
  const t = useText(digestText)
  const said = useText(marketText)
  const formats = useFormats()
  const columns: ListColumn<(typeof top)[number]>[] = [
    { key: 'name', title: said('skill'), cell: ({ name }) => name },
    { key: 'share', title: said('share'), isNumber: true, cell: ({ share }) => formats.percent(share, 1) },
    {
      key: 'interval',
      title: said('interval'),
      isNumber: true,
      cell: ({ low, high }) => `${formats.percent(low, 1)} – ${formats.percent(high, 1)}`,
    },
    { key: 'naming', title: said('naming'), isNumber: true, cell: ({ naming }) => formats.number(naming, 0) },
  ]
  return (
    <Section title={t('top')}>
      <ListTable label={t('top')} columns={columns} rows={top} rowKey={({ name }) => name} empty={null} />
    </Section>
  )
}

type OwnPost = NonNullable<MarketDigest['posts']>[number]

/** Own posts of the specialisation: the gap in pay, and skills that the market asks for. */
export function DigestGaps({ posts }: { readonly posts: readonly OwnPost[] }) {
  const t = useText(digestText)
  const said = useText(postText)
  const formats = useFormats()
  const roubles = useRoubles()
  const columns: ListColumn<OwnPost>[] = [
    { key: 'title', title: said('title'), cell: ({ title }) => title },
    { key: 'people', title: said('people'), isNumber: true, cell: ({ people }) => formats.number(people, 0) },
    { key: 'netPay', title: said('netPay'), isNumber: true, cell: ({ netPay }) => roubles(netPay) },
    {
      key: 'gap',
      title: said('gap'),
      isNumber: true,
      cell: ({ gap, n }) =>
        gap === null ? formats.percent(null) : `${formats.signed(gap * 100, 1)} % (n = ${formats.number(n, 0)})`,
    },
    { key: 'missing', title: t('lacks'), cell: ({ missing }) => missing.slice(0, 6).join(', ') },
  ]
  return (
    <Section title={t('gaps')}>
      <ListTable
        label={t('gaps')}
        columns={columns}
        rows={posts}
        rowKey={({ title, netPay }) => `${title} ${netPay}`}
        empty={null}
      />
    </Section>
  )
}
