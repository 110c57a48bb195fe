import { Badge, Button, Table } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'

import { imports, type Import } from '@pult/contract/imports'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
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
            <Table.ScrollContainer minWidth={720}>
              <Table verticalSpacing={6} highlightOnHover bg="var(--pult-surface)" withTableBorder>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('file')}</Table.Th>
                    <Table.Th>{t('sourceName')}</Table.Th>
                    <Table.Th>{t('when')}</Table.Th>
                    <Table.Th>{t('who')}</Table.Th>
                    <Table.Th>{t('status')}</Table.Th>
                    <Table.Th ta="end">{t('accepted')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {list.map((one) => (
                    <Line key={one.importId} one={one} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Reply>
    </Page>
  )
}

function Line({ one }: { readonly one: Import }) {
  const t = useText(importsText)
  const formats = useFormats()
  const { centerId } = useCenter()
  return (
    <Table.Tr>
      <Table.Td>
        <Link to={paths.import(centerId, one.importId)}>{one.fileName}</Link>
      </Table.Td>
      <Table.Td>{one.sourceName}</Table.Td>
      <Table.Td>{formats.dateTime(one.createdAt)}</Table.Td>
      <Table.Td>{one.createdByName}</Table.Td>
      <Table.Td>
        <Badge variant="light" color={statusColors[one.status]} tt="none" fw={550}>
          {t(`status_${one.status}`)}
          {one.dryRun ? `, ${t('dryRun')}` : ''}
        </Badge>
      </Table.Td>
      <Table.Td ta="end">{formats.number(one.report?.accepted)}</Table.Td>
    </Table.Tr>
  )
}
