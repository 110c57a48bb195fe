import { SegmentedControl, Select, Stack, Switch, TextInput, Input } from '@mantine/core'

import type { Scheme } from '@pult/contract/wallboards'

import { FigureField } from '../ui/FigureField.tsx'
import { useText } from '../ui/language.tsx'
import { wallboardsText } from './wallboards-text.ts'
import classes from './board.module.css'

interface BoardFieldsProps {
  readonly scheme: Scheme
  readonly onChange: (scheme: Scheme) => void
}

const MOST_COLUMNS = 6
const MOST_MARGIN = 50

/** What is common to all tiles of a board. */
export function BoardFields({ scheme, onChange }: BoardFieldsProps) {
  const t = useText(wallboardsText)
  const set = (change: Partial<Scheme>): void => onChange({ ...scheme, ...change })
  return (
    <Stack gap="sm">
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        value={scheme.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <div className={classes['fields']}>
        <Select
          label={t('language')}
          allowDeselect={false}
          data={[
            { value: 'ru', label: t('russian') },
            { value: 'en', label: t('english') },
          ]}
          value={scheme.language}
          onChange={(value) => set({ language: value === 'en' ? 'en' : 'ru' })}
        />
        <Select
          label={t('columns')}
          allowDeselect={false}
          data={Array.from({ length: MOST_COLUMNS }, (_unused, index) => String(index + 1))}
          value={String(scheme.columns)}
          onChange={(value) => set({ columns: Number(value ?? scheme.columns) })}
        />
        <Input.Wrapper className={classes['whole']} label={t('theme')}>
          <SegmentedControl
            fullWidth
            aria-label={t('theme')}
            data={[
              { value: 'dark', label: t('dark') },
              { value: 'light', label: t('light') },
            ]}
            value={scheme.theme}
            onChange={(value) => set({ theme: value === 'light' ? 'light' : 'dark' })}
          />
        </Input.Wrapper>
      </div>
      <FigureField
        label={t('marginField')}
        description={t('marginHint')}
        min={0}
        max={MOST_MARGIN}
        digits={0}
        value={Math.round(scheme.margin * 100)}
        onChange={(value) => set({ margin: Math.min(MOST_MARGIN, Math.max(0, value ?? 0)) / 100 })}
      />
      <Switch
        label={t('showsNames')}
        description={t('showsNamesHint')}
        checked={scheme.showsNames}
        onChange={(event) => set({ showsNames: event.currentTarget.checked })}
      />
    </Stack>
  )
}
