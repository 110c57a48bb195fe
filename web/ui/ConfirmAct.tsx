import { Button, Group, Modal, Text } from '@mantine/core'
import { useState, type ReactElement, type ReactNode } from 'react'

import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

interface ConfirmActProps {
  /** "Undo the import?" */
  readonly title: string
  /** What will happen, and whether it can be taken back. */
  readonly children: ReactNode
  /** The verb on the button: "Undo". */
  readonly act: string
  /** The dialog closes when it resolves; when it rejects, it stays. */
  readonly onAct: () => Promise<unknown>
  /** What opens the dialog; when left out, a quiet button with the same verb. */
  readonly trigger?: (open: () => void) => ReactElement
  /** Of the quiet button. */
  readonly size?: 'sm' | 'compact-sm'
  readonly isDangerous?: boolean
}

/** Asks once before an act that cannot be undone by a click. */
export function ConfirmAct({ title, children, act, onAct, trigger, size = 'sm', isDangerous = true }: ConfirmActProps) {
  const t = useText(uiText)
  const [opened, setOpened] = useState(false)
  const [acting, setActing] = useState(false)
  const open = (): void => setOpened(true)
  const run = (): void => {
    setActing(true)
    onAct()
      .then(() => setOpened(false))
      // Whoever acts says why it failed; the dialog only stays open.
      .catch(() => undefined)
      .finally(() => setActing(false))
  }
  return (
    <>
      {trigger === undefined ? (
        <Button variant="subtle" color="gray" size={size} onClick={open}>
          {act}
        </Button>
      ) : (
        trigger(open)
      )}
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={title}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Text component="div">{children}</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setOpened(false)} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color={isDangerous ? 'brick' : 'pine'} loading={acting} onClick={run}>
            {act}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
