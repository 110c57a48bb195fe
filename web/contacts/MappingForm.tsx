import { Checkbox, MultiSelect, Select, TagsInput } from '@mantine/core'
import { Fragment } from 'react'

import { unitOfColumn, wordFields, type WordField } from '@pult/contract/import-words'
import { Mapping, timeFormats, type Finding } from '@pult/contract/imports'

import { useCenter } from '../platform/center.tsx'
import { useText } from '../ui/language.tsx'
import { importsText } from './imports-text.ts'
import { momentOf, withDate, withElse } from './moment-columns.ts'
import { RowFilters } from './RowFilters.tsx'
import { WordValues } from './WordValues.tsx'
import classes from './contacts.module.css'

interface MappingFormProps {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Of a workbook. */
  readonly sheets: readonly string[]
  readonly findings: readonly Finding[]
  readonly mapping: Mapping | null
  readonly onChange: (mapping: Mapping) => void
  /** Another sheet has other columns: its mapping is guessed anew. */
  readonly onSheet: (sheet: string) => void
}

const durations = ['wait', 'talk', 'hold', 'acw'] as const
const moments = ['answeredAt', 'endedAt'] as const
const texts = ['queue', 'agent', 'customer', 'topic'] as const

/** Which column means what; every change is tried on the first rows at once. */
export function MappingForm({ columns, rows, sheets, findings, mapping, onChange, onSheet }: MappingFormProps) {
  const t = useText(importsText)
  const data = columns.map((column, index) => ({ value: column, label: sample(column, index, rows) }))
  const now = mapping ?? Mapping.parse({ key: [], offeredAt: { anyOf: [[columns[0] ?? '1']] } })
  const set = (change: Partial<Mapping>): void => onChange({ ...now, ...change })
  const began = now.offeredAt.anyOf[0] ?? []
  const valuesOf = (column: string | undefined): string[] =>
    column === undefined ? [] : rows.map((row) => (row[columns.indexOf(column)] ?? '').trim())
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
      {sheets.length > 1 && (
        <Select
          label={t('sheet')}
          allowDeselect={false}
          data={[...sheets]}
          value={now.sheet ?? sheets[0] ?? null}
          onChange={(sheet) => sheet !== null && onSheet(sheet)}
        />
      )}
      {pick(t('offeredAt'), began[0], (column) => onChange(withDate(now, column)))}
      {pick(t('offeredAt2'), began[1], (column) => set({ offeredAt: momentOf(now.offeredAt, [began[0], column]) }))}
      {pick(t('offeredElse'), now.offeredAt.anyOf[1]?.at(-1), (column) =>
        set({ offeredAt: withElse(now.offeredAt, column) }),
      )}
      <Select
        label={t('withoutTime')}
        allowDeselect={false}
        value={now.withoutTime ?? 'reject'}
        data={[
          { value: 'reject', label: t('withoutTime_reject') },
          { value: 'leaveOut', label: t('withoutTime_leaveOut') },
        ]}
        onChange={(how) => set({ withoutTime: how === 'leaveOut' ? 'leaveOut' : 'reject' })}
      />
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
      <ZoneSelect mapping={now} onChange={onChange} />
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
      {durations.map((field) => (
        <Fragment key={field}>
          {pick(t(field), now[field]?.column, (column) =>
            onChange(withField(now, field, column === null ? undefined : { column, unit: unitOfColumn(column) })),
          )}
          {now[field] !== undefined && (
            <Select
              label={t('unit', { field: t(field) })}
              allowDeselect={false}
              data={[
                { value: 'seconds', label: t('unit_seconds') },
                { value: 'milliseconds', label: t('unit_milliseconds') },
              ]}
              value={now[field].unit === 'milliseconds' ? 'milliseconds' : 'seconds'}
              onChange={(unit) =>
                now[field] !== undefined &&
                set({ [field]: { ...now[field], unit: unit === 'milliseconds' ? 'milliseconds' : 'seconds' } })
              }
            />
          )}
        </Fragment>
      ))}
      {texts.map((field) =>
        pick(t(field), now[field]?.column, (column) =>
          onChange(withField(now, field, column === null ? undefined : { ...now[field], column })),
        ),
      )}
      {wordFields.map((field) => (
        <Fragment key={field}>
          {pick(t(field), now[field]?.column, (column) => onChange(withWords(now, field, column)))}
          <WordValues
            field={field}
            values={valuesOf(now[field]?.column)}
            unknown={findings.flatMap(({ code, field: of, details }) =>
              code === 'unknownValue' && of === field ? [String(details['value'])] : [],
            )}
            given={now[field]}
            onChange={(given) => set({ [field]: given })}
          />
        </Fragment>
      ))}
      <MultiSelect
        label={t('key')}
        description={t('keyHint')}
        data={[...columns]}
        value={now.key}
        onChange={(key) => set({ key })}
        clearable
      />
      <MultiSelect
        label={t('contactRef')}
        description={t('contactRefHint')}
        data={[...columns]}
        value={now.contactRef ?? []}
        onChange={(contactRef) =>
          onChange(withField(now, 'contactRef', contactRef.length === 0 ? undefined : contactRef))
        }
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
      <RowFilters columns={columns} filters={now.filters} onChange={(filters) => set({ filters })} />
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

/** The mapping with a field set, or without it. */
function withField<Name extends keyof Mapping>(
  mapping: Mapping,
  name: Name,
  value: Mapping[Name] | undefined,
): Mapping {
  const { [name]: _former, ...rest } = mapping
  return (value === undefined ? rest : { ...rest, [name]: value }) as Mapping
}

/** Without a column every row is a call that came in; an outcome follows from the rest. */
function withWords(mapping: Mapping, field: WordField, column: string | null): Mapping {
  if (column !== null) return { ...mapping, [field]: { column, values: {} } }
  const constants = { channel: { constant: 'voice' }, direction: { constant: 'inbound' }, outcome: undefined }
  return withField(mapping, field, constants[field])
}

type PartProps = Pick<MappingFormProps, 'onChange'> & { readonly mapping: Mapping }

const timeZones = [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])]

function ZoneSelect({ mapping, onChange }: PartProps) {
  const t = useText(importsText)
  const { timeZone } = useCenter()
  return (
    <Select
      label={t('zone')}
      placeholder={t('zoneOfCenter', { zone: timeZone })}
      data={timeZones}
      limit={60}
      searchable
      clearable
      value={mapping.timeZone ?? null}
      onChange={(zone) => onChange(withField(mapping, 'timeZone', zone ?? undefined))}
    />
  )
}
