import { Table, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { useText } from '../ui/language.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { fairnessText } from './fairness-text.ts'

export interface FigureColumn<Row> {
  readonly key: string
  readonly title: string
  readonly valueOf: (row: Row) => number | string | null
  readonly say: (row: Row) => ReactNode
  readonly total?: ReactNode
}

interface FigureTableProps<Row> {
  readonly label: string
  readonly columns: readonly FigureColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => number
  readonly sort: string
  readonly onSort: (sort: string) => void
}

/** People by figures, sorted by a click on a heading: `nights` rises, `-nights` falls. */
export function FigureTable<Row>({ label, columns, rows, rowKey, sort, onSort }: FigureTableProps<Row>) {
  const t = useText(fairnessText)
  const isFalling = sort.startsWith('-')
  const by = columns.find(({ key }) => key === sort.replace('-', '')) ?? columns[0]
  const sorted = by === undefined ? rows : rows.toSorted((left, right) => compare(by.valueOf(left), by.valueOf(right)))
  const shown = isFalling ? sorted.toReversed() : sorted
  return (
    <ScrollTable minWidth={Math.max(620, columns.length * 96)} isTall>
      <Table aria-label={label} verticalSpacing={5} stickyHeader highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ key, title }, place) => (
              <Table.Th
                key={key}
                ta={place === 0 ? 'left' : 'right'}
                aria-sort={by?.key !== key ? 'none' : isFalling ? 'descending' : 'ascending'}
              >
                <UnstyledButton
                  fz="xs"
                  fw={by?.key === key ? 650 : 500}
                  aria-label={t('sortBy', { name: title })}
                  // Figures fall at the first click, names rise.
                  onClick={() => onSort(sort === `-${key}` || (place === 0 && sort !== key) ? key : `-${key}`)}
                >
                  {title} {by?.key === key && (isFalling ? <IconArrowDown size={12} /> : <IconArrowUp size={12} />)}
                </UnstyledButton>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map((row) => (
            <Table.Tr key={rowKey(row)}>
              {columns.map(({ key, say }, place) => (
                <Table.Td key={key} ta={place === 0 ? 'left' : 'right'}>
                  {say(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
        {columns.some(({ total }) => total !== undefined) && (
          <Table.Tfoot>
            <Table.Tr>
              {columns.map(({ key, total }, place) => (
                <Table.Th key={key} ta={place === 0 ? 'left' : 'right'}>
                  {total}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Tfoot>
        )}
      </Table>
    </ScrollTable>
  )
}

function compare(left: number | string | null, right: number | string | null): number {
  if (left === null || right === null) return (left === null ? 0 : 1) - (right === null ? 0 : 1)
  return typeof left === 'number' && typeof right === 'number'
    ? left - right
    : String(left).localeCompare(String(right), 'ru')
}
