import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'

import { market } from '@pult/contract/market'
import type { Post } from '@pult/contract/market-posts'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { LIVE } from './live-market.ts'
import { PostDialog } from './PostDialog.tsx'
import { PostMatrix } from './PostMatrix.tsx'
import { postText } from './post-text.ts'
import { useRoubles } from './roubles.ts'
import type { TabProps } from './tab-props.ts'

/** Posts of the centre beside the market: pay, risk, skills. */
export function PostsTab({ chosen: { specialisationId } }: TabProps) {
  const t = useText(postText)
  const { centerId } = useCenter()
  const [opened, setOpened] = useState<Post | 'new' | null>(null)
  const reply = useReply(market.listPosts, { params: { centerId } }, { live: LIVE })
  return (
    <>
      <Reply reply={reply}>
        {({ posts }) => {
          const own = posts.filter((post) => post.specialisationId === specialisationId)
          return (
            <Stack gap="md">
              <Section title={t('posts')} actions={<Button onClick={() => setOpened('new')}>{t('make')}</Button>}>
                <Posts posts={own} onChange={setOpened} />
              </Section>
              <PostMatrix posts={own} />
            </Stack>
          )
        }}
      </Reply>
      {opened !== null && (
        <PostDialog
          specialisationId={specialisationId}
          post={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}

const riskColors = { high: 'brick', medium: 'brass', low: 'pine', unknown: 'gray' } as const

interface PostsProps {
  readonly posts: readonly Post[]
  readonly onChange: (post: Post) => void
}

function Posts({ posts, onChange }: PostsProps) {
  const t = useText(postText)
  const formats = useFormats()
  const roubles = useRoubles()
  const columns: ListColumn<Post>[] = [
    { key: 'title', title: t('title'), cell: ({ title }) => title },
    { key: 'people', title: t('people'), isNumber: true, cell: ({ people }) => formats.number(people, 0) },
    { key: 'netPay', title: t('netPay'), isNumber: true, cell: ({ netPay }) => roubles(netPay) },
    { key: 'median', title: t('marketMedian'), isNumber: true, cell: ({ market: { median } }) => roubles(median) },
    {
      key: 'gap',
      title: t('gap'),
      isNumber: true,
      cell: ({ gap }) => (gap === null ? formats.percent(null) : `${formats.signed(gap * 100, 1)} %`),
    },
    { key: 'standing', title: t('standing'), isNumber: true, cell: ({ standing }) => formats.percent(standing, 0) },
    { key: 'risk', title: t('risk'), cell: (post) => <Risk post={post} /> },
    { key: 'acts', title: t('change'), acts: 'words', cell: (post) => <Acts post={post} onChange={onChange} /> },
  ]
  return (
    <ListTable
      label={t('posts')}
      columns={columns}
      rows={posts}
      rowKey={({ postId }) => postId}
      empty={<EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
    />
  )
}

function Risk({ post: { risk, market: n } }: { readonly post: Post }) {
  const t = useText(postText)
  return (
    <>
      <Badge variant="light" tt="none" fw={550} color={riskColors[risk]}>
        {t(`risk_${risk}`)}
      </Badge>
      <Text size="xs" c="dimmed">
        {t(`risk_${risk}_why`)}, {t('ofVacancies', { count: n.n })}
      </Text>
    </>
  )
}

interface ActsProps {
  readonly post: Post
  readonly onChange: (post: Post) => void
}

function Acts({ post, onChange }: ActsProps) {
  const t = useText(postText)
  const { centerId } = useCenter()
  const remove = useAct(market.deletePost, { touches: [market.listPosts] })
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      <Button variant="subtle" size="compact-sm" onClick={() => onChange(post)}>
        {t('change')}
      </Button>
      <ConfirmAct
        title={t('removeTitle', { title: post.title })}
        act={t('remove')}
        onAct={() => remove.mutateAsync({ params: { centerId, postId: post.postId } })}
        size="compact-sm"
      >
        {t('removeHint')}
      </ConfirmAct>
    </Group>
  )
}
