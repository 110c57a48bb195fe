import { Select, TagsInput } from '@mantine/core'
import { Fragment } from 'react'

import { MOST_FILTERS, type Mapping } from '@pult/contract/imports'

import { useText } from '../ui/language.tsx'
import { importsText } from './imports-text.ts'

type RowFilter = Mapping['filters'][number]

interface RowFiltersProps {
  readonly columns: readonly string[]
  readonly filters: readonly RowFilter[]
  readonly onChange: (filters: RowFilter[]) => void
}

/** Which rows are left out: as many conditions as wanted, each by a column that holds, or does not hold, one of some values. */
export function RowFilters({ columns, filters, onChange }: RowFiltersProps) {
  const replace = (place: number, filter: RowFilter | null): void =>
    onChange(filter === null ? filters.filter((_one, at) => at !== place) : filters.with(place, filter))
  return (
    <>
      {filters.map((filter, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a condition is its place
        <Fragment key={place}>
          <Column
            columns={columns}
            value={filter.column}
            onChange={(column) => replace(place, column === null ? null : { ...filter, column })}
          />
          <Condition filter={filter} onChange={(changed) => replace(place, changed)} />
        </Fragment>
      ))}
      {filters.length < MOST_FILTERS && (
        <Column
          key={filters.length}
          columns={columns}
          value={null}
          onChange={(column) => column !== null && onChange([...filters, { column, not: [] }])}
        />
      )}
    </>
  )
}

interface ColumnProps {
  readonly columns: readonly string[]
  readonly value: string | null
  readonly onChange: (column: string | null) => void
}

function Column({ columns, value, onChange }: ColumnProps) {
  const t = useText(importsText)
  return (
    <Select
      label={`${t('filters')}: ${t('filterColumn')}`}
      placeholder={t('notGiven')}
      data={[...columns]}
      value={value}
      clearable
      searchable
      onChange={onChange}
    />
  )
}

/** A template may hold both lists; here the one that is there is changed, and another choice turns it round. */
function Condition({
  filter,
  onChange,
}: {
  readonly filter: RowFilter
  readonly onChange: (filter: RowFilter) => void
}) {
  const t = useText(importsText)
  const { column } = filter
  const keeps = filter.only !== undefined
  const values = filter.only ?? filter.not ?? []
  const withValues = (list: readonly string[], keepsThem: boolean): RowFilter =>
    keepsThem ? { column, only: [...list] } : { column, not: [...list] }
  return (
    <>
      <Select
        label={t('filterHow', { column })}
        allowDeselect={false}
        data={[
          { value: 'not', label: t('filterIs') },
          { value: 'only', label: t('filterIsNot') },
        ]}
        value={keeps ? 'only' : 'not'}
        onChange={(how) => onChange(withValues(values, how === 'only'))}
      />
      <TagsInput
        label={`${column} ${keeps ? t('filterIsNot') : t('filterIs')}`}
        value={values}
        onChange={(list) => onChange(withValues(list, keeps))}
      />
    </>
  )
}
