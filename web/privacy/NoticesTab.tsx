import { Button, Stack, Text } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { privacyNotices, type Notice } from '@pult/contract/privacy-notices'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { ConsentsSection } from './ConsentsSection.tsx'
import { NoticeDialog } from './NoticeDialog.tsx'
import { privacyText } from './privacy-text.ts'
import { ToldDialog } from './ToldDialog.tsx'

/** What people were told, and what customers agreed to. */
export function NoticesTab() {
  const t = useText(privacyText)
  const { centerId } = useCenter()
  const [isNew, setNew] = useState(false)
  const [open, setOpen] = useState<Notice | null>(null)
  const reply = useReply(privacyNotices.listNotices, { params: { centerId } })
  return (
    <>
      <Section
        title={t('notices')}
        actions={
          <Button leftSection={<IconPlus size={16} />} onClick={() => setNew(true)}>
            {t('newNotice')}
          </Button>
        }
      >
        <Reply reply={reply}>{({ notices }) => <NoticeList notices={notices} onOpen={setOpen} />}</Reply>
      </Section>
      <ConsentsSection />
      {isNew && <NoticeDialog onClose={() => setNew(false)} />}
      {open !== null && <ToldDialog notice={open} onClose={() => setOpen(null)} />}
    </>
  )
}

interface NoticeListProps {
  readonly notices: readonly Notice[]
  readonly onOpen: (notice: Notice) => void
}

function NoticeList({ notices, onOpen }: NoticeListProps) {
  const t = useText(privacyText)
  const formats = useFormats()
  const columns: ListColumn<Notice>[] = [
    {
      key: 'name',
      title: t('noticeName'),
      cell: ({ name, version, wording }) => (
        <Stack gap={0} maw={520}>
          {`${name}, ${version}`}
          <Text span size="xs" c="dimmed" lineClamp={2}>
            {wording}
          </Text>
        </Stack>
      ),
    },
    {
      key: 'audience',
      title: t('audience'),
      cell: ({ audience, channel }) =>
        audience === 'agents'
          ? t('audience_agents')
          : `${t('audience_customers')}: ${channel === null ? t('allChannels') : t(channel)}`,
    },
    { key: 'from', title: t('validFrom'), cell: ({ validFrom }) => formats.date(validFrom) },
    {
      key: 'told',
      title: t('told'),
      cell: ({ audience, told, agents }) => (audience === 'agents' ? t('toldOf', { told, agents }) : '–'),
    },
    {
      key: 'acts',
      title: t('whoWasTold'),
      acts: 'words',
      cell: (notice) =>
        notice.audience === 'agents' && (
          <Button size="compact-sm" variant="subtle" onClick={() => onOpen(notice)}>
            {t('whoWasTold')}
          </Button>
        ),
    },
  ]
  return (
    <ListTable
      label={t('notices')}
      columns={columns}
      rows={notices}
      rowKey={({ noticeId }) => noticeId}
      empty={<EmptyState title={t('noNotices')}>{t('noticesHint')}</EmptyState>}
    />
  )
}
