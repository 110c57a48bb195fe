import { Box, List, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'

import { alertRules, type AlertPreview, type AlertRuleDraft } from '@pult/contract/alert-rules'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { rulesText } from './rules-text.ts'

const TYPING_MS = 500
const HOUR_MINUTES = 60

/** How often the rule would have been raised in the last days, while it is being written. */
export function RulePreview({ draft }: { readonly draft: AlertRuleDraft }) {
  const t = useText(rulesText)
  const { centerId } = useCenter()
  const [asked] = useDebouncedValue(draft, TYPING_MS)
  const isKept = asked.watch.kind === 'measure'
  // Whom it tells and what it is called changes nothing of when it would have been raised.
  const body = { ...asked, name: '–', told: { ...asked.told, mails: [], chats: [] } }
  const reply = useReply(
    alertRules.previewAlertRule,
    { params: { centerId }, body },
    { keepFormer: true, when: isKept },
  )
  if (draft.watch.kind === 'condition') return null
  return (
    <Box role="status">
      {isKept ? (
        <Reply
          reply={reply}
          loading={
            <Text size="sm" c="dimmed">
              …
            </Text>
          }
        >
          {(preview) => <Told preview={preview} />}
        </Reply>
      ) : (
        <Text size="sm" c="dimmed">
          {t('previewNone')}
        </Text>
      )}
    </Box>
  )
}

function Told({ preview: { days, raised, openMinutes, latest } }: { readonly preview: AlertPreview }) {
  const t = useText(rulesText)
  const language = useLanguage()
  const formats = useFormats()
  const time =
    openMinutes < HOUR_MINUTES
      ? t('previewMinutes', { minutes: openMinutes })
      : t('previewHours', { hours: formats.number(openMinutes / HOUR_MINUTES, 1) })
  return (
    <>
      <Text size="sm" fw={600}>
        {t('preview', { days })}
      </Text>
      <Text size="sm">{raised === null || raised === 0 ? t('wouldNot') : t('would', { count: raised, time })}</Text>
      <List size="xs" c="dimmed">
        {latest.map(({ words, raisedAt, clearedAt }) => (
          <List.Item key={`${raisedAt} ${words.en}`}>
            {`${clearedAt === null ? formats.dateTime(raisedAt) : formats.stretch(raisedAt, clearedAt)} · ${words[language]}`}
          </List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed">
        {t('previewHow')}
      </Text>
    </>
  )
}
