import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'

import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

interface FormDialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly onSave: () => void
  readonly isSaving?: boolean
  /** What went wrong, as a sentence. */
  readonly problem?: string | null
  /** In place of the problem: somebody else saved first. */
  readonly stale?: ReactNode
  /** The verb on the button; "Save" unless said. */
  readonly act?: string
  /** Buttons on the left of the foot. */
  readonly more?: ReactNode
  readonly size?: string | number
  readonly children: ReactNode
}

/** A form in a dialog. Render it only while it is open, so that it begins with what is there then. */
export function FormDialog(props: FormDialogProps) {
  const t = useText(uiText)
  const { title, onClose, onSave, isSaving = false, problem, stale, act, more, size = 'md', children } = props
  const save = (event: FormEvent): void => {
    event.preventDefault()
    // Dialogs stand in a portal, yet React's events climb to the form around the dialog's opener.
    event.stopPropagation()
    onSave()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('close') }}
      styles={{ title: { lineHeight: 1.3 } }}
    >
      <form onSubmit={save}>
        <Stack gap="sm">
          {children}
          {stale}
          {stale === undefined && problem !== undefined && problem !== null && (
            <Text role="alert" size="sm" c="var(--mantine-color-error)">
              {problem}
            </Text>
          )}
          <Group justify="space-between" mt="xs">
            <Group gap="xs">{more}</Group>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button type="submit" loading={isSaving} disabled={stale !== undefined}>
                {act ?? t('save')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
