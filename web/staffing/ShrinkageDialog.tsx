import { ActionIcon, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'

import { staffing, type Shrinkage } from '@pult/contract/staffing'
import { shrinkageAt } from '@pult/engine/staffing'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { habitsText } from './habits-text.ts'
import { ObservedShrinkageAct, withObserved } from './ObservedShrinkageAct.tsx'
import { ShrinkageHours } from './ShrinkageHours.tsx'
import { staffingText } from './staffing-text.ts'

/** Why people on shift are not at their posts, kind by kind. */
export function ShrinkageDialog({ onClose }: { readonly onClose: () => void }) {
  const { centerId } = useCenter()
  const reply = useReply(staffing.listShrinkage, { params: { centerId } })
  // As in RuleDialog: from what is true now.
  if (reply.isFetching) return null
  return <Reply reply={reply}>{({ kinds }) => <ShrinkageForm kinds={kinds} onClose={onClose} />}</Reply>
}

/** Of no day of the week: hours with a share of their own are told apart, here the usual shares are added up. */
const USUAL_HOUR = { weekday: 0, hour: 0 }

function ShrinkageForm({
  kinds: given,
  onClose,
}: {
  readonly kinds: readonly Shrinkage[]
  readonly onClose: () => void
}) {
  const t = useText(staffingText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const h = useText(habitsText)
  const [open, setOpen] = useState<number | null>(null)
  const [kinds, setKinds] = useState<readonly Shrinkage[]>(given)
  const save = useAct(staffing.setShrinkage, {
    problem: 'self',
    touches: [staffing.listShrinkage, staffing.listRequirements],
    onDone: onClose,
  })
  const set = (place: number, change: Partial<Shrinkage>): void =>
    setKinds(kinds.map((kind, index) => (index === place ? { ...kind, ...change } : kind)))
  const { shrinkage: together } = shrinkageAt(kinds, USUAL_HOUR)
  return (
    <SaveDialog
      title={t('shrinkageTitle')}
      act={t('save')}
      size="xl"
      saving={save}
      onClose={onClose}
      onSave={() =>
        save.mutate({
          params: { centerId },
          body: { kinds: kinds.map((kind) => ({ ...kind, hours: [...kind.hours] })) },
        })
      }
    >
      <Text size="sm" c="dimmed">
        {t('shrinkageHint')}
      </Text>
      <Stack gap="sm">
        {kinds.map((kind, place) => (
          <Stack key={place} gap="xs">
            <Group align="flex-end" gap="xs">
              <TextInput
                label={t('shrinkageKind')}
                required
                maxLength={100}
                style={{ flex: '1 1 140px' }}
                value={kind.kind}
                onChange={(event) => set(place, { kind: event.currentTarget.value })}
              />
              <NumberField
                label="%"
                w={86}
                min={0}
                max={99}
                decimalScale={1}
                value={Math.round(kind.share * 1000) / 10}
                onChange={(value) => set(place, { share: Math.min(0.99, Number(value) / 100) })}
              />
              <Checkbox
                mb={8}
                label={t('shrinkagePlanned')}
                checked={kind.planned}
                onChange={(event) => set(place, { planned: event.currentTarget.checked })}
              />
              <Checkbox
                mb={8}
                label={t('shrinkagePaid')}
                checked={kind.paid}
                onChange={(event) => set(place, { paid: event.currentTarget.checked })}
              />
              <ActionIcon
                mb={4}
                variant="subtle"
                color="gray"
                aria-label={t('remove')}
                onClick={() => setKinds(kinds.filter((_, index) => index !== place))}
              >
                <IconTrash size={16} />
              </ActionIcon>
              <Button variant="subtle" size="xs" onClick={() => setOpen(open === place ? null : place)}>
                {h('byHour')}
                {kind.hours.length > 0 ? ` (${kind.hours.length})` : ''}
              </Button>
            </Group>
            {open === place && <ShrinkageHours kind={kind} onChange={(hours) => set(place, { hours })} />}
          </Stack>
        ))}
        <Group justify="space-between">
          <Button
            variant="light"
            onClick={() => setKinds([...kinds, { kind: '', planned: true, paid: true, share: 0.05, hours: [] }])}
          >
            {t('shrinkageAdd')}
          </Button>
          <ObservedShrinkageAct onTake={(seen) => setKinds(withObserved(kinds, seen))} />
          <Text size="sm">{t('shrinkageLeft', { share: formats.percent(Math.min(1, Math.max(0, together)), 1) })}</Text>
        </Group>
      </Stack>
    </SaveDialog>
  )
}
