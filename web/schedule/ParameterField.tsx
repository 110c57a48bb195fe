import { Fieldset, MultiSelect, Select, SimpleGrid, Switch, Textarea, TextInput } from '@mantine/core'

import { FigureField } from '../ui/FigureField.tsx'
import { useSaid, useText } from '../ui/language.tsx'
import { laborText } from './labor-text.ts'
import { choicesOf, parameterName, valueWord, type Json } from './parameter-words.ts'

interface ParameterFieldProps {
  readonly name: string
  /** As in the preset: says of which kind the value is. */
  readonly preset: Json
  readonly value: Json
  readonly onChange: (value: Json) => void
}

/** A field for one parameter of a rule, of the kind that its preset has. */
export function ParameterField({ name, preset, value, onChange }: ParameterFieldProps) {
  const t = useText(laborText)
  const said = useSaid()
  const label = said(parameterName(name))
  if (typeof preset === 'boolean')
    return <Switch label={label} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />
  if (typeof preset === 'number' || preset === null)
    return (
      <FigureField
        label={label}
        min={0}
        placeholder={t('notLimited')}
        value={typeof value === 'number' ? value : null}
        onChange={onChange}
      />
    )
  if (typeof preset === 'string') return <WordField name={name} value={value} label={label} onChange={onChange} />
  if (Array.isArray(preset)) return <ListField name={name} label={label} value={value} onChange={onChange} />
  return <NamedFigures label={label} value={value} onChange={onChange} />
}

interface NamedFieldProps {
  readonly name: string
  readonly label: string
  readonly value: Json
  readonly onChange: (value: Json) => void
}

function WordField({ name, label, value, onChange }: NamedFieldProps) {
  const said = useSaid()
  const choices = choicesOf[name]
  if (choices === undefined)
    return <TextInput label={label} value={String(value)} onChange={(event) => onChange(event.currentTarget.value)} />
  return (
    <Select
      label={label}
      allowDeselect={false}
      data={choices.map((one) => ({ value: one, label: said(valueWord(one)) }))}
      value={String(value)}
      onChange={(chosen) => onChange(chosen ?? value)}
    />
  )
}

function ListField({ name, label, value, onChange }: NamedFieldProps) {
  const t = useText(laborText)
  const said = useSaid()
  const items = Array.isArray(value) ? (value as readonly Json[]) : []
  const choices = choicesOf[name]
  if (choices !== undefined)
    return (
      <MultiSelect
        label={label}
        searchable
        data={choices.map((one) => ({ value: one, label: said(valueWord(one)) }))}
        value={items.map(String)}
        onChange={onChange}
      />
    )
  if (items.every((item) => typeof item === 'string'))
    return (
      <Textarea
        label={label}
        description={t('lines')}
        autosize
        maxRows={8}
        value={items.join('\n')}
        onChange={(event) => onChange(event.currentTarget.value.split('\n').filter((line) => line.trim() !== ''))}
      />
    )
  return (
    <>
      {items.map((item, place) => (
        <NamedFigures
          // oxlint-disable-next-line react/no-array-index-key -- a step is its place
          key={place}
          label={`${label} ${place + 1}`}
          value={item}
          onChange={(changed) => onChange(items.map((one, at) => (at === place ? changed : one)))}
        />
      ))}
    </>
  )
}

function NamedFigures({ label, value, onChange }: Omit<NamedFieldProps, 'name'>) {
  const said = useSaid()
  const figures: Readonly<Record<string, Json>> = isNamed(value) ? value : {}
  return (
    <Fieldset legend={label} p="xs">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
        {Object.entries(figures).map(([name, figure]) => (
          <FigureField
            key={name}
            label={said(parameterName(name))}
            min={0}
            value={typeof figure === 'number' ? figure : null}
            onChange={(changed) => onChange({ ...figures, [name]: changed ?? 0 })}
          />
        ))}
      </SimpleGrid>
    </Fieldset>
  )
}

const isNamed = (value: Json): value is Readonly<Record<string, Json>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
