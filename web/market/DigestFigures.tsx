import { SimpleGrid, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

import type { MarketDigest } from '@pult/contract/market-digest'

import { useFormats, useText } from '../ui/language.tsx'
import { digestText } from './digest-text.ts'
import { useRoubles } from './roubles.ts'

/** Vacancies and pay: how they stand, how they changed, and whether that is more than chance. */
export function DigestFigures({ digest: { vacancies, pay } }: { readonly digest: MarketDigest }) {
  const t = useText(digestText)
  const formats = useFormats()
  const roubles = useRoubles()
  const { now, came, gone, change, low, high, isSure } = vacancies
  const count = (value: number): string => formats.number(value, 0)
  const signed = (value: number | null): string => formats.signed(value === null ? null : Math.round(value), 0)
  const percent = (value: number): string => `${formats.signed(value * 100, 1)} %`
  const moved = pay.change
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }} spacing="lg">
      <Figure title={t('vacancies')} value={count(now)}>
        {t('cameGone', { came: count(came), gone: count(gone) })}
        <br />
        {t('change', { change: signed(change), low: signed(low), high: signed(high) })}
        <br />
        <Sureness isSure={isSure} />
      </Figure>
      <Figure title={t('pay')} value={roubles(pay.median)}>
        {pay.low === null
          ? t('fewVacancies', { n: count(pay.n) })
          : t('ofVacancies', { n: count(pay.n), low: roubles(pay.low), high: roubles(pay.high) })}
      </Figure>
      <Figure title={t('payNew')} value={moved === null ? formats.number(null) : percent(moved.change)}>
        {moved === null ? (
          t('tooFew')
        ) : (
          <>
            {t('interval', { low: percent(moved.low), high: percent(moved.high) })}
            <br />
            {t('newAgainst', { after: count(moved.after), before: count(moved.before) })}
            <br />
            <Sureness isSure={moved.isSure} />
          </>
        )}
      </Figure>
    </SimpleGrid>
  )
}

function Sureness({ isSure }: { readonly isSure: boolean }) {
  const t = useText(digestText)
  return (
    <Text span size="sm" {...(isSure ? { fw: 600, c: 'var(--mantine-color-text)' } : {})}>
      {t(isSure ? 'beyond' : 'within')}
    </Text>
  )
}

interface FigureProps {
  readonly title: string
  readonly value: string
  readonly children: ReactNode
}

function Figure({ title, value, children }: FigureProps) {
  return (
    <Stack gap={2}>
      <Text size="sm" c="dimmed">
        {title}
      </Text>
      <Text fz={24} fw={650} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Text>
      <Text size="sm" c="dimmed" component="div">
        {children}
      </Text>
    </Stack>
  )
}
