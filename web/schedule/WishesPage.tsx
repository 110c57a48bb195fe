import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { people } from '@pult/contract/people'
import { peopleTime, type Wish } from '@pult/contract/people-time'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useReply } from '../platform/replies.ts'
import { defineView, inAddress, useView } from '../platform/view.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { useWho } from '../ui/who.ts'
import { wishText } from './wish-text.ts'
import { importanceName, useWishDays, useWishWords } from './wish-words.ts'
import { WishDialog } from './WishDialog.tsx'

const wishesView = defineView({ show: inAddress.oneOf(['ahead', 'all'], 'ahead') })

/** Wishes of everybody whom the reader sees. */
export function WishesPage() {
  const t = useText(wishText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayEdit = useMay('editWishes')
  const [view, setView] = useView(wishesView)
  const [opened, setOpened] = useState<Wish | 'new' | null>(null)
  const params = { centerId }
  const agents = useReply(people.listAgents, { params })
  const query = view.show === 'ahead' ? { firstDay: formats.today(Date.now()) } : {}
  const reply = useReply(peopleTime.listWishes, { params, query }, { keepFormer: true })
  const confirmed = (agents.data?.agents ?? []).filter(({ status }) => status === 'confirmed')
  return (
    <Page
      title={t('wishes')}
      subtitle={t('wishesHint')}
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
            {t('newWish')}
          </Button>
        )
      }
      toolbar={
        <SegmentedControl
          size="xs"
          aria-label={t('show')}
          value={view.show}
          onChange={(show) => setView({ show })}
          data={(['ahead', 'all'] as const).map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      <Section>
        <Reply reply={agents}>
          {() => (
            <Reply reply={reply}>
              {({ wishes }) => <WishList wishes={wishes} agents={confirmed} onOpen={mayEdit ? setOpened : null} />}
            </Reply>
          )}
        </Reply>
      </Section>
      {opened !== null && (
        <WishDialog agents={confirmed} wish={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />
      )}
    </Page>
  )
}

interface WishListProps {
  readonly wishes: readonly Wish[]
  readonly agents: readonly { readonly agentId: number; readonly name: string }[]
  readonly onOpen: ((wish: Wish) => void) | null
}

function WishList({ wishes, agents, onOpen }: WishListProps) {
  const t = useText(wishText)
  const formats = useFormats()
  const words = useWishWords()
  const days = useWishDays()
  const who = useWho()
  const names = new Map(agents.map(({ agentId, name }) => [agentId, name]))
  const nameOf = ({ agentId }: Wish): string => names.get(agentId) ?? '–'
  const columns: ListColumn<Wish>[] = [
    { key: 'agent', title: t('agent'), cell: nameOf },
    { key: 'what', title: t('what'), cell: words },
    { key: 'days', title: t('days'), cell: days },
    { key: 'importance', title: t('importance'), cell: ({ importance }) => t(importanceName(importance)) },
    { key: 'note', title: t('note'), cell: ({ note }) => note || '–' },
    { key: 'by', title: t('madeBy'), cell: ({ madeByName, madeAt }) => `${who(madeByName)}, ${formats.date(madeAt)}` },
  ]
  if (onOpen !== null) {
    columns.push({
      key: 'acts',
      title: t('actions'),
      acts: 'icons',
      cell: (wish) => (
        <ActionIcon aria-label={t('change', { name: nameOf(wish) })} onClick={() => onOpen(wish)}>
          <IconPencil size={16} />
        </ActionIcon>
      ),
    })
  }
  return (
    <ListTable
      label={t('wishes')}
      columns={columns}
      rows={wishes}
      rowKey={({ wishId }) => wishId}
      words={(wish) => `${nameOf(wish)} ${words(wish)} ${wish.note}`}
      empty={<EmptyState title={t('noWishes')}>{t('noWishesHint')}</EmptyState>}
    />
  )
}
