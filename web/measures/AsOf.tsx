import { Alert, Button, Group, Text } from '@mantine/core'

import type { MeasureReply } from '@pult/contract/measures'

import { useFormats, useText } from '../ui/language.tsx'
import { measuresText } from './measures-text.ts'
import type { MeasuresState } from './measures-view.ts'

interface AsOfProps {
  readonly data: MeasureReply
  readonly state: MeasuresState
  readonly set: (change: Partial<MeasuresState>) => void
}

/** By which definitions the page is told, where that is not simply today's; and the way to those of a saved view's day. */
export function AsOf({ data, state, set }: AsOfProps) {
  const t = useText(measuresText)
  const formats = useFormats()
  const changedSince = data.measures.some(({ versions }) =>
    versions.some(({ createdAt }) => createdAt !== null && state.saved !== '' && createdAt > state.saved),
  )
  return (
    <>
      {state.definitions !== '' && (
        <Alert color="brass">
          <Group justify="space-between">
            <Text size="sm">{t('definitionsOf', { when: formats.dateTime(state.definitions) })}</Text>
            <Button size="compact-sm" variant="default" className="no-print" onClick={() => set({ definitions: '' })}>
              {t('definitionsNow')}
            </Button>
          </Group>
        </Alert>
      )}
      {state.definitions === '' && changedSince && (
        <Alert color="brass" className="no-print">
          <Group justify="space-between">
            <Text size="sm">{t('definitionsChanged', { when: formats.dateTime(state.saved) })}</Text>
            <Button size="compact-sm" variant="default" onClick={() => set({ definitions: state.saved })}>
              {t('definitionsThen')}
            </Button>
          </Group>
        </Alert>
      )}
      <Text size="sm" c="dimmed" className="print-only">
        {t('definitionsPrinted', {
          list: data.measures
            .flatMap(({ reference, versions }) =>
              versions.length > 1 ? versions.map((one) => one.reference) : [reference],
            )
            .join(', '),
          when: formats.dateTime(data.definitionsAsOf),
        })}
      </Text>
    </>
  )
}
