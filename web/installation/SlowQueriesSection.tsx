import { Code, Text } from '@mantine/core'

import { installation, type SlowQueries, type SlowQuery } from '@pult/contract/installation'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { installationText } from './installation-text.ts'

const EVERY_MS = 30_000
const SHOWN = 20

/** Which questions the database is slow to answer. */
export function SlowQueriesSection() {
  const t = useText(installationText)
  const { centerId } = useCenter()
  const reply = useReply(installation.readSlowQueries, { params: { centerId } }, { everyMs: EVERY_MS })
  return (
    <Section title={t('slow')}>
      <Reply reply={reply}>{(slow) => <SlowTable slow={slow} />}</Reply>
    </Section>
  )
}

function SlowTable({ slow: { since, limitMs, queries } }: { readonly slow: SlowQueries }) {
  const t = useText(installationText)
  const formats = useFormats()
  const seconds = (ms: number): string => formats.number(ms / 1000, 1)
  const told = { limit: seconds(limitMs), since: formats.dateTime(since) }
  const columns: ListColumn<SlowQuery>[] = [
    {
      key: 'form',
      title: t('form'),
      cell: ({ form }) => (
        <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} fz="xs">
          {form}
        </Code>
      ),
    },
    { key: 'count', title: t('count'), isNumber: true, cell: ({ count }) => formats.number(count) },
    { key: 'total', title: t('total'), isNumber: true, cell: ({ totalMs }) => seconds(totalMs) },
    { key: 'worst', title: t('worst'), isNumber: true, cell: ({ worstMs }) => seconds(worstMs) },
    { key: 'last', title: t('last'), isNumber: true, cell: ({ lastAt }) => formats.dateTime(lastAt) },
  ]
  if (queries.length === 0) return <Text>{t('noSlow', told)}</Text>
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" maw={880}>
        {t('slowHint', told)}
      </Text>
      <ListTable
        label={t('slow')}
        columns={columns}
        rows={queries}
        rowKey={({ form }) => form}
        words={({ form }) => form}
        atOnce={SHOWN}
        empty={null}
      />
    </>
  )
}
