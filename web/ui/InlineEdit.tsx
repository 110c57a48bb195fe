import { ActionIcon, Group, TextInput } from '@mantine/core'
import { IconCheck, IconPencil, IconX } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'

import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

interface InlineEditProps {
  /** What is edited, for screen readers: "Name of the queue". */
  readonly label: string
  readonly value: string
  /** Resolves when saved; on a rejection the field stays open with `words(error)` under it. */
  readonly onSave: (value: string) => Promise<unknown>
  readonly words: (error: unknown) => string
  readonly mayEdit?: boolean
}

/** A text that becomes a field on its pencil, saved by Enter, left by Escape. */
export function InlineEdit({ label, value, onSave, words, mayEdit = true }: InlineEditProps) {
  const t = useText(uiText)
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const leave = (): void => {
    setDraft(null)
    setProblem(null)
  }
  const save = (event: FormEvent): void => {
    event.preventDefault()
    const next = (draft ?? '').trim()
    if (next === value) return leave()
    setSaving(true)
    onSave(next)
      .then(leave)
      .catch((error: unknown) => setProblem(words(error)))
      .finally(() => setSaving(false))
  }
  if (draft === null) {
    return (
      <Group gap={4} wrap="nowrap" display="inline-flex">
        <span>{value}</span>
        {mayEdit && (
          <ActionIcon size="sm" aria-label={`${t('edit')}: ${label}`} onClick={() => setDraft(value)}>
            <IconPencil size={14} />
          </ActionIcon>
        )}
      </Group>
    )
  }
  return (
    <form onSubmit={save} style={{ display: 'inline-block' }}>
      <Group gap={4} wrap="nowrap" align="flex-start">
        <TextInput
          size="xs"
          aria-label={label}
          value={draft}
          error={problem}
          data-autofocus
          ref={(input) => input?.focus()}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') leave()
          }}
        />
        <ActionIcon type="submit" color="pine" loading={saving} aria-label={t('save')}>
          <IconCheck size={16} />
        </ActionIcon>
        <ActionIcon aria-label={t('cancel')} onClick={leave}>
          <IconX size={16} />
        </ActionIcon>
      </Group>
    </form>
  )
}
