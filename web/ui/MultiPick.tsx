import { Checkbox, Combobox, Group, InputBase, ScrollArea, Text, useCombobox } from '@mantine/core'
import { useState } from 'react'

import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

export interface PickOption<Value extends string | number> {
  readonly value: Value
  readonly label: string
  /** Quiet words on the right: a count, a team. */
  readonly hint?: string
  readonly group?: string
}

interface MultiPickProps<Value extends string | number> {
  /** "Queues": shown when nothing is chosen, said by screen readers always. */
  readonly label: string
  readonly options: readonly PickOption<Value>[]
  /** Empty means all. */
  readonly value: readonly Value[]
  readonly onChange: (value: readonly Value[]) => void
  readonly width?: number
}

const MOST_SHOWN = 200

/** Picks several of a list that may be long, with search. Nothing chosen means all, and says so. */
export function MultiPick<Value extends string | number>({
  label,
  options,
  value,
  onChange,
  width = 200,
}: MultiPickProps<Value>) {
  const t = useText(uiText)
  const [search, setSearch] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const found = options.filter((option) => option.label.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase()))
  const toggle = (text: string): void => {
    const option = options.find((candidate) => String(candidate.value) === text)
    if (option === undefined) return
    onChange(value.includes(option.value) ? value.filter((item) => item !== option.value) : [...value, option.value])
  }
  return (
    <Combobox store={combobox} onOptionSubmit={toggle} withinPortal>
      <Combobox.Target withAriaAttributes={false}>
        <InputBase
          component="button"
          type="button"
          pointer
          w={width}
          maw="100%"
          aria-label={`${label}: ${summary(value, options, t('all'), t('chosen', { count: value.length }))}`}
          aria-expanded={combobox.dropdownOpened}
          aria-haspopup="listbox"
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.toggleDropdown()}
        >
          <Text span size="sm" truncate display="block">
            <Text span size="sm" c="dimmed">
              {label}:{' '}
            </Text>
            {summary(value, options, t('all'), t('chosen', { count: value.length }))}
          </Text>
        </InputBase>
      </Combobox.Target>
      <Combobox.Dropdown miw={260}>
        <Combobox.Search
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          placeholder={t('search')}
          aria-label={`${label}: ${t('search')}`}
        />
        {value.length > 0 && (
          <Combobox.Header>
            <Text
              component="button"
              type="button"
              size="sm"
              c="var(--mantine-color-anchor)"
              bd={0}
              bg="transparent"
              style={{ cursor: 'pointer' }}
              onClick={() => onChange([])}
            >
              {t('clear')}
            </Text>
          </Combobox.Header>
        )}
        <Combobox.Options aria-multiselectable="true" aria-label={label}>
          <ScrollArea.Autosize mah={320} type="auto">
            {found.length === 0 && <Combobox.Empty>{t('nothingFound')}</Combobox.Empty>}
            {found.slice(0, MOST_SHOWN).map((option) => {
              const isChosen = value.includes(option.value)
              return (
                <Combobox.Option
                  key={option.value}
                  value={String(option.value)}
                  active={isChosen}
                  aria-selected={isChosen}
                >
                  <Group gap="sm" wrap="nowrap">
                    <Checkbox
                      checked={isChosen}
                      readOnly
                      tabIndex={-1}
                      aria-hidden
                      size="xs"
                      style={{ pointerEvents: 'none' }}
                    />
                    <span style={{ flex: 1 }}>{option.label}</span>
                    {option.hint !== undefined && (
                      <Text span size="xs" c="dimmed">
                        {option.hint}
                      </Text>
                    )}
                  </Group>
                </Combobox.Option>
              )
            })}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

function summary<Value extends string | number>(
  value: readonly Value[],
  options: readonly PickOption<Value>[],
  all: string,
  chosen: string,
): string {
  if (value.length === 0) return all
  if (value.length > 1) return chosen
  return options.find((option) => option.value === value[0])?.label ?? chosen
}
