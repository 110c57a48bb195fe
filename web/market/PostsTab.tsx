import { Badge, Button, NumberInput, Switch, TagsInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'

import { market, type Post, type PostDraft } from '@pult/contract/market'

import { useCenter } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Section } from '../ui/Page.tsx'
import { LIVE } from './live-market.ts'
import { marketText } from './market-text.ts'
import type { TabProps } from './tab-props.ts'
import { useRoubles } from './roubles.ts'

/** Posts of the centre beside the market: pay, risk, skills. */
export function PostsTab({ chosen: { specialisationId } }: TabProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const [isMaking, setMaking] = useState(false)
  const reply = useReply(market.listPosts, { params: { centerId } }, { live: LIVE })
  const make = <Button onClick={() => setMaking(true)}>{t('postMake')}</Button>
  return (
    <Section title={t('tab_posts')} actions={make}>
      <Reply reply={reply}>
        {({ posts }) => <Posts posts={posts.filter((post) => post.specialisationId === specialisationId)} />}
      </Reply>
      {isMaking && <PostDialog specialisationId={specialisationId} onClose={() => setMaking(false)} />}
    </Section>
  )
}

const riskColors = { high: 'brick', medium: 'brass', low: 'pine', unknown: 'gray' } as const

function Posts({ posts }: { readonly posts: readonly Post[] }) {
  const t = useText(marketText)
  const formats = useFormats()
  const roubles = useRoubles()
  const { centerId } = useCenter()
  const remove = useAct(market.deletePost, { touches: [market.listPosts] })
  const columns: ListColumn<Post>[] = [
    { key: 'title', title: t('postTitle'), cell: ({ title }) => title },
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
    {
      key: 'risk',
      title: t('risk'),
      cell: ({ risk }) => (
        <>
          <Badge variant="light" tt="none" fw={550} color={riskColors[risk]}>
            {t(`risk_${risk}`)}
          </Badge>
          <Text size="xs" c="dimmed">
            {t(`risk_${risk}_why`)}
          </Text>
        </>
      ),
    },
    { key: 'missing', title: t('missingSkills'), cell: (post) => <Missing post={post} /> },
    {
      key: 'acts',
      title: t('remove'),
      acts: 'words',
      cell: ({ postId }) => (
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          onClick={() => remove.mutate({ params: { centerId, postId } })}
        >
          {t('remove')}
        </Button>
      ),
    },
  ]
  return (
    <ListTable
      label={t('tab_posts')}
      columns={columns}
      rows={posts}
      rowKey={({ postId }) => postId}
      empty={<EmptyState title={t('postNone')}>{t('postNoneHint')}</EmptyState>}
    />
  )
}

const SHOWN = 6

function Missing({ post: { matrix } }: { readonly post: Post }) {
  const t = useText(marketText)
  const formats = useFormats()
  const missing = matrix.filter(({ has }) => !has)
  if (missing.length === 0) return <Text size="sm">{t('hasAll')}</Text>
  return (
    <Text size="sm">
      {missing
        .slice(0, SHOWN)
        .map(({ name, share }) => `${name} (${formats.percent(share, 0)})`)
        .join(', ')}
    </Text>
  )
}

interface PostDialogProps {
  readonly specialisationId: number
  readonly onClose: () => void
}

function PostDialog({ specialisationId, onClose }: PostDialogProps) {
  const t = useText(marketText)
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<PostDraft>({
    specialisationId,
    title: '',
    people: 1,
    monthlyPay: 60_000,
    isGross: true,
    skills: [],
  })
  const change = (part: Partial<PostDraft>): void => setDraft({ ...draft, ...part })
  const create = useAct(market.createPost, { problem: 'self', touches: [market.listPosts], onDone: onClose })
  return (
    <SaveDialog
      title={t('postMake')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ params: { centerId }, body: draft })}
    >
      <TextInput
        label={t('postTitle')}
        required
        maxLength={150}
        value={draft.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <NumberInput
        label={t('people')}
        min={1}
        value={draft.people}
        onChange={(value) => change({ people: Number(value) })}
      />
      <NumberInput
        label={t('monthlyPay')}
        min={1}
        thousandSeparator=" "
        value={draft.monthlyPay}
        onChange={(value) => change({ monthlyPay: Number(value) })}
      />
      <Switch
        label={t('isGross')}
        checked={draft.isGross}
        onChange={(event) => change({ isGross: event.currentTarget.checked })}
      />
      <TagsInput
        label={t('postSkills')}
        acceptValueOnBlur
        value={draft.skills}
        onChange={(skills) => change({ skills })}
      />
    </SaveDialog>
  )
}
