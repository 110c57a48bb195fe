import { Badge, Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'

import { imports, type Import } from '@pult/contract/imports'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListRows, type ListColumn } from '../ui/ListTable.tsx'
import { Page } from '../ui/Page.tsx'
import { useWho } from '../ui/who.ts'
import { importsText } from './imports-text.ts'

export const statusColors = {
  waiting: 'gray',
  reading: 'brass',
  rollingUp: 'brass',
  done: 'pine',
  failed: 'brick',
  cancelling: 'gray',
  cancelled: 'gray',
  undoing: 'brass',
  undone: 'gray',
} as const

/** Everything that was imported. */
export function ImportsPage() {
  const t = useText(importsText)
  const { centerId } = useCenter()
  const reply = useReply(imports.listImports, { params: { centerId } }, { live: ['import'] })
  const begin = (
    <Button component={Link} to={paths.newImport(centerId)} leftSection={<IconFileImport size={16} />}>
      {t('newImport')}
    </Button>
  )
  return (
    <Page title={t('imports')} actions={begin}>
      <Reply reply={reply}>
        {({ imports: list }) =>
          list.length === 0 ? (
            <EmptyState title={t('none')} actions={begin}>
              {t('noneHint')}
            </EmptyState>
          ) : (
            <ImportList list={list} />
          )
        }
      </Reply>
    </Page>
  )
}

function ImportList({ list }: { readonly list: readonly Import[] }) {
  const t = useText(importsText)
  const who = useWho()
  const formats = useFormats()
  const { centerId } = useCenter()
  const columns: ListColumn<Import>[] = [
    {
      key: 'file',
      title: t('file'),
      cell: (one) => <Link to={paths.import(centerId, one.importId)}>{one.fileName}</Link>,
    },
    { key: 'source', title: t('sourceName'), cell: (one) => one.sourceName },
    { key: 'when', title: t('when'), cell: (one) => formats.dateTime(one.createdAt) },
    { key: 'who', title: t('who'), cell: (one) => who(one.createdByName) },
    {
      key: 'status',
      title: t('status'),
      cell: (one) => (
        <Badge variant="light" color={statusColors[one.status]} tt="none" fw={550}>
          {t(`status_${one.status}`)}
          {one.dryRun ? `, ${t('dryRun')}` : ''}
        </Badge>
      ),
    },
    { key: 'accepted', title: t('accepted'), isNumber: true, cell: (one) => formats.number(one.report?.accepted) },
  ]
  return <ListRows framed label={t('imports')} columns={columns} rows={list} rowKey={(one) => one.importId} />
}
