import { Button, Checkbox, Group, Text } from '@mantine/core'
import { useState } from 'react'

import { useText } from './language.tsx'
import { StatusBadge, type Status } from './StatusBadge.tsx'
import { uiText } from './ui-text.ts'

/** Which of the names that wait to be confirmed are picked. */
export interface PickedNames {
  /** Picked and still waiting. */
  readonly ids: readonly number[]
  readonly waiting: readonly number[]
  readonly pick: (ids: readonly number[]) => void
}

/** Keeps what is picked among the names that wait; a name confirmed elsewhere is dropped by itself. */
export function usePickedNames(waiting: readonly number[]): PickedNames {
  const [picked, pick] = useState<readonly number[]>([])
  return { ids: waiting.filter((id) => picked.includes(id)), waiting, pick }
}

interface ConfirmNamesProps {
  readonly picked: PickedNames
  readonly onConfirm: (ids: readonly number[]) => void
  readonly isPending: boolean
}

/** How many names wait, and one act for all of them or for those picked; nothing when none waits. */
export function ConfirmNames({ picked: { ids, waiting, pick }, onConfirm, isPending }: ConfirmNamesProps) {
  const t = useText(uiText)
  if (waiting.length === 0) return null
  const isAll = ids.length === 0 || ids.length === waiting.length
  return (
    <Group gap="sm" mb="sm" px="sm" py={6} bg="var(--pult-selected)" style={{ borderRadius: 6 }} className="no-print">
      <Checkbox
        size="xs"
        label={t('pickAll')}
        checked={ids.length === waiting.length}
        indeterminate={ids.length > 0 && ids.length < waiting.length}
        onChange={(event) => pick(event.currentTarget.checked ? waiting : [])}
      />
      <Text size="sm">{t('waitToConfirm', { count: waiting.length })}</Text>
      <Button size="compact-sm" loading={isPending} onClick={() => onConfirm(isAll ? waiting : ids)}>
        {isAll ? t('confirmAll', { count: waiting.length }) : t('confirmPicked', { count: ids.length })}
      </Button>
    </Group>
  )
}

interface NameToConfirmProps {
  readonly id: number
  readonly name: string
  readonly status: Status
  /** Left out for those who may not confirm. */
  readonly picked?: PickedNames | undefined
}

/** A name with its status and, while it waits to be confirmed, a box to pick it by. */
export function NameToConfirm({ id, name, status, picked }: NameToConfirmProps) {
  const t = useText(uiText)
  return (
    <Group gap={8}>
      {status === 'toConfirm' && picked !== undefined && (
        <Checkbox
          size="xs"
          aria-label={t('pick', { name })}
          checked={picked.ids.includes(id)}
          onChange={(event) =>
            picked.pick(event.currentTarget.checked ? [...picked.ids, id] : picked.ids.filter((one) => one !== id))
          }
        />
      )}
      <span>{name}</span> <StatusBadge status={status} />
    </Group>
  )
}
