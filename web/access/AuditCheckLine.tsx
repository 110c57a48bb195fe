import { Alert, Button, Group, Text } from '@mantine/core'

import { security } from '@pult/contract/access-security'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { useFormats, useText } from '../ui/language.tsx'
import { accessText } from './access-text.ts'

/** Whether the log is as it was written: counted again on the server. */
export function AuditCheckLine() {
  const t = useText(accessText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const reply = useReply(security.checkAudit, { params: { centerId } })
  return (
    <Reply reply={reply} loading={<Text size="sm">{t('chainCounting')}</Text>}>
      {({ lines, broken, head }) =>
        broken === null ? (
          <Group gap="xs" mb="sm">
            <Text size="sm" c="dimmed">
              {t('chainWhole', { lines: formats.number(lines), head: (head ?? '').slice(0, 12) })}
            </Text>
            <Button size="compact-xs" variant="subtle" loading={reply.isFetching} onClick={() => void reply.refetch()}>
              {t('chainAgain')}
            </Button>
          </Group>
        ) : (
          <Alert color="brick" mb="sm" role="alert">
            {t('chainBroken', { line: broken.auditId ?? broken.position })}
          </Alert>
        )
      }
    </Reply>
  )
}
