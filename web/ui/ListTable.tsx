import { Button, Group, Table, Text, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useState, type ReactNode } from 'react'

import { useText } from './language.tsx'
import classes from './ListTable.module.css'
import { uiText } from './ui-text.ts'

export interface ListColumn<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Figures stand on the right. */
  readonly isNumber?: boolean
  /** The acts of a row: without a heading that is seen. On a phone icons stand in the card's corner, words below its values. */
  readonly acts?: 'icons' | 'words'
}

interface ListTableProps<Row> {
  /** What the table lists, for screen readers. */
  readonly label: string
  readonly columns: readonly ListColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string | number
  /** The words a row is found by; without it there is no search field. */
  readonly words?: (row: Row) => string
  /** Beside the search field. */
  readonly filters?: ReactNode
  /** How many rows come first; a button brings five times as many more. */
  readonly atOnce?: number
  /** Shown when there are no rows at all. */
  readonly empty: ReactNode
}

const SHOWN_AT_ONCE = 100
const SEARCH_FROM = 8

/** A list as a table; on a phone every row is a card with its headings beside the values. Long lists come in parts, searched whole. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { label, columns, rows, rowKey, words, filters, atOnce = SHOWN_AT_ONCE, empty } = props
  const t = useText(uiText)
  const [search, setSearch] = useState('')
  const [shown, setShown] = useState(atOnce)
  const sought = useDeferredValue(search.trim().toLocaleLowerCase())
  const found =
    words === undefined || sought === '' ? rows : rows.filter((row) => words(row).toLocaleLowerCase().includes(sought))
  const hasSearch = words !== undefined && rows.length >= SEARCH_FROM
  if (rows.length === 0 && filters === undefined) return <>{empty}</>
  return (
    <>
      {(hasSearch || filters !== undefined) && (
        <Group mb="sm" gap="sm" className="no-print">
          {hasSearch && (
            <TextInput
              aria-label={`${label}: ${t('search')}`}
              placeholder={t('search')}
              leftSection={<IconSearch size={15} />}
              value={search}
              w={260}
              maw="100%"
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          )}
          {filters}
          <Text size="sm" c="dimmed">
            {t('rows', { count: found.length })}
          </Text>
        </Group>
      )}
      {rows.length === 0 ? (
        empty
      ) : (
        <ListRows label={label} columns={columns} rows={found.slice(0, shown)} rowKey={rowKey} />
      )}
      {rows.length > 0 && found.length === 0 && <Text c="dimmed">{t('noRows')}</Text>}
      {found.length > shown && (
        <Button mt="sm" variant="default" size="xs" onClick={() => setShown(shown + atOnce * 5)}>
          {t('showMore', { count: found.length - shown })}
        </Button>
      )}
    </>
  )
}

interface ListRowsProps<Row> extends Pick<ListTableProps<Row>, 'label' | 'columns' | 'rows' | 'rowKey'> {
  /** In a frame of its own: for a list that stands in no section. */
  readonly framed?: boolean
}

/** The rows alone: for lists that are searched and continued by the server. */
export function ListRows<Row>({ label, columns, rows, rowKey, framed = false }: ListRowsProps<Row>) {
  return (
    <div className={classes['box']} data-framed={framed}>
      <Table aria-label={label} className={classes['table'] ?? ''} verticalSpacing={framed ? 5 : 7} highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.key} ta={column.isNumber === true ? 'right' : 'left'}>
                {column.acts === undefined ? column.title : <span className={classes['hidden']}>{column.title}</span>}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map((column) => (
                <Table.Td
                  key={column.key}
                  data-title={column.acts === undefined ? column.title : undefined}
                  data-acts={column.acts}
                  data-number={column.isNumber}
                  ta={column.isNumber === true || column.acts !== undefined ? 'right' : 'left'}
                >
                  {/* One box, so that a phone can set it beside its heading. */}
                  <div>{column.cell(row)}</div>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
