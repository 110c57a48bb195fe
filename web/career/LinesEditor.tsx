import { ActionIcon, Badge, Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconRosetteDiscountCheck, IconX } from '@tabler/icons-react'
import { filledLine, fillPiece, hasBlank, isTemplate, linePieces, type ResumeLine } from '@pult/engine/career'

import { useText } from '../ui/language.tsx'
import { careerText } from './career-text.ts'
import classes from './career.module.css'
import { moved, replaced, without } from './lines.ts'

interface LinesEditorProps {
  readonly label: string
  readonly lines: readonly ResumeLine[]
  readonly onChange: (lines: ResumeLine[]) => void
  readonly longest?: number
}

/** Lines that were picked or written: to reword, to fill, to put in another order, to take away. */
export function LinesEditor({ label, lines, onChange, longest = 1000 }: LinesEditorProps) {
  const t = useText(careerText)
  if (lines.length === 0) return null
  return (
    <Stack gap={6} role="list" aria-label={label}>
      {lines.map((line, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line is its place: its words change under the person's hands
        <Group key={place} gap={4} wrap="nowrap" align="flex-start" role="listitem">
          <div className={classes['line']}>
            <LineField
              line={line}
              label={`${label} ${place + 1}`}
              longest={longest}
              onChange={(text) => onChange(replaced(lines, place, { ...line, text }))}
            />
          </div>
          <ActionIcon aria-label={t('up')} disabled={place === 0} onClick={() => onChange(moved(lines, place, -1))}>
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            aria-label={t('down')}
            disabled={place === lines.length - 1}
            onClick={() => onChange(moved(lines, place, 1))}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon aria-label={t('takeAway')} onClick={() => onChange(without(lines, place))}>
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  )
}

interface LineFieldProps {
  readonly line: ResumeLine
  readonly label: string
  readonly longest: number
  readonly onChange: (text: string) => void
}

function LineField({ line, label, longest, onChange }: LineFieldProps) {
  const t = useText(careerText)
  if (line.verifiedResultId !== null)
    return (
      <Text size="sm" py={4}>
        {line.text}{' '}
        <Badge
          size="sm"
          variant="light"
          color="pine"
          tt="none"
          leftSection={<IconRosetteDiscountCheck size={13} aria-hidden />}
        >
          {t('verified')}
        </Badge>
      </Text>
    )
  if (isTemplate(line.text)) return <BlanksField text={line.text} onChange={onChange} />
  return (
    <Textarea
      aria-label={label}
      autosize
      minRows={1}
      maxLength={longest}
      value={line.text}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

/** A template: its words stand, its blanks are fields, and what is given so far is kept with the line. */
function BlanksField({ text, onChange }: { readonly text: string; readonly onChange: (text: string) => void }) {
  const t = useText(careerText)
  return (
    <div className={classes['blanks']} role="group" aria-label={t('fillIn')}>
      {linePieces(text).map(({ kind, text: words, value }, place) =>
        kind === 'words' ? (
          // oxlint-disable-next-line react/no-array-index-key -- a piece is its place in the line
          <span key={place}>{words}</span>
        ) : (
          <TextInput
            // oxlint-disable-next-line react/no-array-index-key -- a piece is its place in the line
            key={place}
            size="xs"
            w={92}
            aria-label={words}
            placeholder={words}
            maxLength={40}
            value={value}
            onChange={(event) => onChange(fillPiece(text, place, event.currentTarget.value))}
          />
        ),
      )}
      {hasBlank(text) ? (
        <Badge size="sm" variant="light" color="brass" tt="none">
          {t('unfilled')}
        </Badge>
      ) : (
        <Button variant="subtle" size="compact-xs" onClick={() => onChange(filledLine(text))}>
          {t('reword')}
        </Button>
      )}
    </div>
  )
}
