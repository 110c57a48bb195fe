import { Checkbox, MultiSelect, Select, TagsInput } from '@mantine/core'

import { Mapping, timeFormats, type MomentField } from '@pult/contract/imports'
import { outcomes } from '@pult/engine/contacts'

import { useText } from '../ui/language.tsx'
import { contactsText } from './contacts-text.ts'
import { importsText } from './imports-text.ts'
import classes from './contacts.module.css'

interface MappingFormProps {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly mapping: Mapping | null
  readonly onChange: (mapping: Mapping) => void
}

const durations = ['wait', 'talk', 'hold', 'acw'] as const
const moments = ['answeredAt', 'endedAt'] as const
const texts = ['queue', 'agent', 'customer', 'topic'] as const

/** Which column means what; every change is tried on the first rows at once. */
export function MappingForm({ columns, rows, mapping, onChange }: MappingFormProps) {
  const t = useText(importsText)
  const data = columns.map((column, index) => ({ value: column, label: sample(column, index, rows) }))
  const now = mapping ?? Mapping.parse({ key: [], offeredAt: { anyOf: [[columns[0] ?? '1']] } })
  const set = (change: Partial<Mapping>): void => onChange({ ...now, ...change })
  const began = now.offeredAt.anyOf[0] ?? []
  const pick = (label: string, value: string | undefined, change: (column: string | null) => void) => (
    <Select
      key={label}
      label={label}
      placeholder={t('notGiven')}
      data={data}
      value={value ?? null}
      clearable
      searchable
      onChange={change}
    />
  )
  return (
    <div className={classes['mapping']}>
      {pick(t('offeredAt'), began[0], (column) => set({ offeredAt: momentOf(now.offeredAt, [column, began[1]]) }))}
      {pick(t('offeredAt2'), began[1], (column) => set({ offeredAt: momentOf(now.offeredAt, [began[0], column]) }))}
      <Select
        label={t('format')}
        allowDeselect={false}
        value={now.offeredAt.format}
        data={timeFormats.map((format) => ({ value: format, label: t(`format_${format}`) }))}
        onChange={(format) => {
          const known = timeFormats.find((one) => one === format) ?? 'auto'
          set({ offeredAt: { ...now.offeredAt, format: known } })
        }}
      />
      {moments.map((field) =>
        pick(t(field), now[field]?.anyOf[0]?.at(-1), (column) =>
          onChange(
            withField(
              now,
              field,
              column === null
                ? undefined
                : {
                    anyOf: [began.length === 2 && began[0] !== undefined ? [began[0], column] : [column]],
                    format: now.offeredAt.format,
                  },
            ),
          ),
        ),
      )}
      {durations.map((field) =>
        pick(t(field), now[field]?.column, (column) =>
          onChange(withField(now, field, column === null ? undefined : { column, unit: 'seconds' })),
        ),
      )}
      {texts.map((field) =>
        pick(t(field), now[field]?.column, (column) =>
          onChange(withField(now, field, column === null ? undefined : { ...now[field], column })),
        ),
      )}
      {pick(t('outcome'), now.outcome?.column, (column) =>
        onChange(withField(now, 'outcome', column === null ? undefined : { column, values: {} })),
      )}
      {now.outcome?.column !== undefined && (
        <OutcomeValues columns={columns} rows={rows} mapping={now} onChange={onChange} />
      )}
      <MultiSelect
        label={t('key')}
        description={t('keyHint')}
        data={[...columns]}
        value={now.key}
        onChange={(key) => set({ key })}
        clearable
      />
      <MultiSelect
        label={t('joinBy')}
        description={t('joinHint')}
        data={[...columns]}
        value={now.joinBy ?? []}
        onChange={(joinBy) => onChange(withField(now, 'joinBy', joinBy.length === 0 ? undefined : joinBy))}
        clearable
      />
      <TagsInput
        label={t('emptyValues')}
        description={t('emptyHint')}
        value={now.emptyValues}
        onChange={(emptyValues) => set({ emptyValues })}
      />
      <RowFilter columns={columns} mapping={now} onChange={onChange} />
      <Checkbox
        label={t('header')}
        mt="xl"
        checked={now.header}
        onChange={(event) => set({ header: event.currentTarget.checked })}
      />
    </div>
  )
}

function sample(column: string, index: number, rows: readonly (readonly string[])[]): string {
  const value = rows.map((row) => row[index] ?? '').find((cell) => cell !== '')
  return value === undefined ? column : `${column}: ${value.slice(0, 24)}`
}

function momentOf(field: MomentField, columns: readonly (string | null | undefined)[]): MomentField {
  const given = columns.filter((column): column is string => typeof column === 'string')
  return { ...field, anyOf: given.length === 0 ? field.anyOf : [given, ...field.anyOf.slice(1)] }
}

/** The mapping with a field set, or without it. */
function withField<Name extends keyof Mapping>(
  mapping: Mapping,
  name: Name,
  value: Mapping[Name] | undefined,
): Mapping {
  const { [name]: _former, ...rest } = mapping
  return (value === undefined ? rest : { ...rest, [name]: value }) as Mapping
}

type PartProps = Omit<MappingFormProps, 'mapping' | 'rows'> & { readonly mapping: Mapping }

function OutcomeValues({ columns, rows, mapping, onChange }: PartProps & Pick<MappingFormProps, 'rows'>) {
  const t = useText(contactsText)
  const ti = useText(importsText)
  const index = columns.indexOf(mapping.outcome?.column ?? '')
  const seen = [
    ...new Set([...Object.keys(mapping.outcome?.values ?? {}), ...rows.map((row) => (row[index] ?? '').trim())]),
  ].filter((value) => value !== '')
  return (
    <>
      {seen.slice(0, 12).map((value) => (
        <Select
          key={value}
          label={`${ti('outcome')}: ${value}`}
          data={outcomes.map((outcome) => ({ value: outcome, label: t(outcome) }))}
          value={mapping.outcome?.values?.[value] ?? null}
          onChange={(outcome) =>
            onChange({
              ...mapping,
              outcome: { ...mapping.outcome, values: { ...mapping.outcome?.values, [value]: outcome ?? 'abandoned' } },
            })
          }
        />
      ))}
    </>
  )
}

function RowFilter({ columns, mapping, onChange }: PartProps) {
  const t = useText(importsText)
  const filter = mapping.filters[0]
  return (
    <>
      <Select
        label={`${t('filters')}: ${t('filterColumn')}`}
        placeholder={t('notGiven')}
        data={[...columns]}
        value={filter?.column ?? null}
        clearable
        onChange={(column) =>
          onChange({ ...mapping, filters: column === null ? [] : [{ column, not: filter?.not ?? [] }] })
        }
      />
      {filter !== undefined && (
        <TagsInput
          label={`${filter.column} ${t('filterIs')}`}
          value={filter.not ?? []}
          onChange={(not) => onChange({ ...mapping, filters: [{ column: filter.column, not }] })}
        />
      )}
    </>
  )
}
