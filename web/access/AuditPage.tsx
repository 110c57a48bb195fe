import { Button, SegmentedControl, Text } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'

import { access, type AuditLine } from '@pult/contract/access'

import { useCenter } from '../platform/center.tsx'
import { call } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { keyOf } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useWho } from '../ui/who.ts'
import { accessText } from './access-text.ts'
import { AuditCheckLine } from './AuditCheckLine.tsx'
import { actWords, detailWords } from './audit-words.ts'

const PAGE = 100

/** What the address of the audit log holds. */
const auditView = defineView({ only: inAddress.oneOf(['all', 'looks'] as const, 'all') })

/** Who did what, newest first, a hundred at a time. */
export function AuditPage() {
  const t = useText(accessText)
  const words = useWordsOf()
  const { centerId } = useCenter()
  const [{ only }, setView] = useView(auditView)
  const asked = only === 'looks' ? { only } : {}
  const log = useInfiniteQuery({
    queryKey: [...keyOf(access.listAudit, { params: { centerId } }), 'pages', only],
    initialPageParam: undefined as number | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(access.listAudit, { params: { centerId }, query: { before: pageParam, ...asked } }, { signal }),
    getNextPageParam: ({ lines }) => (lines.length < PAGE ? undefined : lines.at(-1)?.auditId),
    staleTime: 0,
  })
  const lines = log.data?.pages.flatMap((page) => page.lines)
  return (
    <Page title={t('audit')} subtitle={t('auditHint')}>
      <Section>
        <AuditCheckLine />
        <SegmentedControl
          mb="sm"
          aria-label={t('auditOnly')}
          value={only}
          onChange={(value) => setView({ only: value === 'looks' ? 'looks' : 'all' })}
          data={[
            { value: 'all', label: t('auditAll') },
            { value: 'looks', label: t('auditLooks') },
          ]}
        />
        {lines !== undefined && <AuditList lines={lines} />}
        {lines === undefined && log.error === null && <LoadingState />}
        {log.error !== null && <ErrorState words={words(log.error)} onRetry={() => void log.refetch()} />}
        {log.hasNextPage && (
          <Button
            mt="sm"
            size="xs"
            variant="default"
            loading={log.isFetchingNextPage}
            onClick={() => void log.fetchNextPage()}
          >
            {t('older')}
          </Button>
        )}
      </Section>
    </Page>
  )
}

function AuditList({ lines }: { readonly lines: readonly AuditLine[] }) {
  const t = useText(accessText)
  const formats = useFormats()
  const language = useLanguage()
  const who = useWho()
  const columns: ListColumn<AuditLine>[] = [
    { key: 'act', title: t('what'), cell: (line) => actWords(line.act, language) },
    {
      key: 'who',
      title: t('who'),
      // A name is broken between its words, as long as it has any.
      cell: (line) => <span style={{ overflowWrap: 'break-word' }}>{who(line.userName)}</span>,
    },
    {
      key: 'when',
      title: t('when'),
      cell: (line) => (
        <span style={{ whiteSpace: 'nowrap' }}>
          {formats.date(line.at)} {formats.timeToSeconds(line.at)}
        </span>
      ),
    },
    {
      key: 'detail',
      title: t('details'),
      cell: (line) => (
        <Text span size="xs" c="dimmed">
          {detailWords(line, language)}
        </Text>
      ),
    },
  ]
  return (
    <ListTable
      label={t('audit')}
      columns={columns}
      rows={lines}
      rowKey={(line) => line.auditId}
      words={(line) => `${actWords(line.act, language)} ${who(line.userName)} ${detailWords(line, language)}`}
      empty={<EmptyState title={t('nothing')} />}
    />
  )
}
