import { FileButton, Button, Text } from '@mantine/core'
import { IconFileUpload } from '@tabler/icons-react'
import { useRef, useState, type DragEvent, type ReactNode } from 'react'

import classes from './FileDrop.module.css'
import { useFormats, useText } from './language.tsx'
import { ProgressPanel } from './ProgressPanel.tsx'
import { uiText } from './ui-text.ts'

interface FileDropProps {
  /** Sends one file; progress is a fraction. Rejecting shows `words(error)` and keeps the place open for another try. */
  readonly send: (file: File, onProgress: (fraction: number) => void, signal: AbortSignal) => Promise<unknown>
  /** The sentence for a failure. */
  readonly words: (error: unknown) => string
  /** File types as the browser's chooser takes them: ".csv,.xlsx,.gz". */
  readonly accept?: string
  readonly limitBytes?: number
  /** What is good to drop here. */
  readonly children?: ReactNode
}

type Sending = {
  readonly name: string
  readonly fraction: number
  readonly sentBytes: number
  readonly sizeBytes: number
}

/** A place to drop a file, or choose one; shows how far it has been sent and lets one stop. */
export function FileDrop({ send, words, accept, limitBytes, children }: FileDropProps) {
  const t = useText(uiText)
  const formats = useFormats()
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [isOver, setIsOver] = useState(false)
  const stop = useRef<AbortController>(undefined)

  const take = (file: File | null | undefined): void => {
    if (file === null || file === undefined) return
    if (limitBytes !== undefined && file.size > limitBytes) {
      setProblem(t('fileTooLarge', { name: file.name, limit: formats.bytes(limitBytes) }))
      return
    }
    setProblem(null)
    stop.current = new AbortController()
    const tellProgress = (fraction: number): void =>
      setSending({ name: file.name, fraction, sentBytes: fraction * file.size, sizeBytes: file.size })
    tellProgress(0)
    send(file, tellProgress, stop.current.signal)
      .catch((error: unknown) => setProblem(words(error)))
      .finally(() => setSending(null))
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    take(event.dataTransfer.files[0])
  }

  if (sending !== null) {
    return (
      <ProgressPanel
        title={t('sending', { name: sending.name })}
        fraction={sending.fraction}
        detail={t('progressOf', { done: formats.bytes(sending.sentBytes), all: formats.bytes(sending.sizeBytes) })}
        onCancel={() => stop.current?.abort()}
      />
    )
  }
  return (
    <div
      className={classes['drop']}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <IconFileUpload size={32} stroke={1.4} aria-hidden />
      <Text fw={550}>{t('dropFile')}</Text>
      {children !== undefined && (
        <Text size="sm" c="dimmed" component="div" maw={560}>
          {children}
        </Text>
      )}
      <FileButton onChange={take} {...(accept === undefined ? {} : { accept })}>
        {(props) => <Button {...props}>{t('chooseFile')}</Button>}
      </FileButton>
      {problem !== null && (
        <Text role="alert" c="var(--mantine-color-error)">
          {problem}
        </Text>
      )}
    </div>
  )
}
