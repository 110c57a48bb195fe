import { Button, Group, SimpleGrid, Slider, Text } from '@mantine/core'

import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import type { Trial } from './count-again.ts'
import { staffingText } from './staffing-text.ts'
import type { View } from './trial-of.ts'

const AS_ASSUMED = {
  target: null,
  aht: 100,
  volume: 100,
  patience: null,
  shrinkage: null,
  deadline: null,
  chats: null,
  lost: null,
  wait: null,
  busy: null,
}

interface SlidersProps {
  readonly trial: Trial
  /** Over all hours. */
  readonly shrinkage: number
  readonly view: View
  readonly setView: (change: Partial<View>) => void
}

interface OneSlider {
  readonly name: keyof View
  readonly label: keyof (typeof staffingText)['en']
  readonly least: number
  readonly most: number
  readonly value: number
}

/** What can be tried of this kind of work; of the target the parts that its rule names. */
function slidersOf(rule: Trial['rule'], shrinkage: number, view: View): readonly OneSlider[] {
  const { work, targetLevel, maxAbandonment, maxAsaSeconds, maxOccupancy, patienceSeconds } = rule
  const percent = (share: number): number => Math.round(share * 100)
  const target: (OneSlider | null)[] = [
    targetLevel === null ? null : { name: 'target', label: 'target', least: 50, most: 99, value: percent(targetLevel) },
    maxAbandonment === null
      ? null
      : { name: 'lost', label: 'maxAbandonment', least: 1, most: 30, value: percent(maxAbandonment) },
    maxAsaSeconds === null
      ? null
      : { name: 'wait', label: 'maxAsa', least: 1, most: 180, value: Math.round(maxAsaSeconds) },
    maxOccupancy === null
      ? null
      : { name: 'busy', label: 'maxOccupancy', least: 40, most: 100, value: percent(maxOccupancy) },
  ]
  const patience = Math.round(patienceSeconds ?? 600)
  const deadline = Math.round((rule.deadlineMinutes ?? 480) / 60)
  return [
    ...(work === 'deferred'
      ? [{ name: 'deadline', label: 'deadline', least: 1, most: 40, value: deadline } as const]
      : [
          ...target.filter((one) => one !== null),
          { name: 'patience', label: 'patience', least: 10, most: 600, value: patience } as const,
        ]),
    ...(work === 'chats'
      ? [{ name: 'chats', label: 'contactsAtOnceNow', least: 1, most: 8, value: rule.contactsAtOnce } as const]
      : []),
    { name: 'aht', label: 'aht', least: 50, most: 150, value: view.aht },
    { name: 'volume', label: 'volume', least: 50, most: 150, value: view.volume },
    { name: 'shrinkage', label: 'shrinkage', least: 0, most: 60, value: percent(shrinkage) },
  ]
}

/** Moved, and the requirement is counted anew in the browser. */
export function Sliders({ trial: { rule }, shrinkage, view, setView }: SlidersProps) {
  const t = useText(staffingText)
  return (
    <Section title={t('sliders')}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 5 }} spacing="lg">
        {slidersOf(rule, shrinkage, view).map(({ name, label, least, most, value }) => (
          <div key={name}>
            <Group justify="space-between" wrap="nowrap">
              <Text size="sm">{t(label)}</Text>
              <Text size="sm" fw={600}>
                {value}
              </Text>
            </Group>
            <Slider
              thumbLabel={t(label)}
              label={null}
              min={least}
              max={most}
              value={value}
              onChange={(next) => setView({ [name]: next })}
            />
          </div>
        ))}
      </SimpleGrid>
      <Group mt="sm">
        <Button variant="subtle" size="xs" onClick={() => setView(AS_ASSUMED)}>
          {t('asAssumed')}
        </Button>
      </Group>
    </Section>
  )
}
