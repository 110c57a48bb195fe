import { NumberInput, Switch, TagsInput, TextInput } from '@mantine/core'
import { useState } from 'react'

import { market } from '@pult/contract/market'
import type { Post, PostDraft } from '@pult/contract/market-posts'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { useText } from '../ui/language.tsx'
import { postText } from './post-text.ts'

interface PostDialogProps {
  readonly specialisationId: number
  /** The one that is changed; null makes a new one. */
  readonly post: Post | null
  readonly onClose: () => void
}

const SUGGESTED = 300

/** A post of the centre: how many people, what they are paid, which skills they have. */
export function PostDialog({ specialisationId, post, onClose }: PostDialogProps) {
  const t = useText(postText)
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<PostDraft>({
    specialisationId,
    title: post?.title ?? '',
    people: post?.people ?? 1,
    monthlyPay: post?.monthlyPay ?? 60_000,
    isGross: post?.isGross ?? true,
    skills: post?.skills ?? [],
  })
  const change = (part: Partial<PostDraft>): void => setDraft({ ...draft, ...part })
  const options = { problem: 'self' as const, touches: [market.listPosts], onDone: onClose }
  const create = useAct(market.createPost, options)
  const save = useAct(market.changePost, options)
  const onSave = (): void =>
    post === null
      ? create.mutate({ params: { centerId }, body: draft })
      : save.mutate({ params: { centerId, postId: post.postId }, body: draft })
  return (
    <SaveDialog
      title={post === null ? t('make') : post.title}
      saving={post === null ? create : save}
      onClose={onClose}
      onSave={onSave}
    >
      <Fields draft={draft} onChange={change} />
    </SaveDialog>
  )
}

interface FieldsProps {
  readonly draft: PostDraft
  readonly onChange: (part: Partial<PostDraft>) => void
}

function Fields({ draft, onChange }: FieldsProps) {
  const t = useText(postText)
  const { centerId } = useCenter()
  const { specialisationId } = draft
  const query = { scope: 'active', search: '', sort: 'share', limit: SUGGESTED } as const
  const asked = useReply(market.readSkills, { params: { centerId, specialisationId }, query }).data?.skills ?? []
  return (
    <>
      <TextInput
        label={t('title')}
        required
        maxLength={150}
        value={draft.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <NumberInput
        label={t('people')}
        min={1}
        value={draft.people}
        onChange={(value) => onChange({ people: Number(value) })}
      />
      <NumberInput
        label={t('monthlyPay')}
        min={1}
        thousandSeparator=" "
        value={draft.monthlyPay}
        onChange={(value) => onChange({ monthlyPay: Number(value) })}
      />
      <Switch
        label={t('isGross')}
        checked={draft.isGross}
        onChange={(event) => onChange({ isGross: event.currentTarget.checked })}
      />
      <TagsInput
        label={t('skills')}
        description={t('skillsHint')}
        acceptValueOnBlur
        data={asked.map(({ name }) => name)}
        maxDropdownHeight={220}
        // Above the field: the button that saves stays in sight.
        comboboxProps={{ position: 'top' }}
        value={draft.skills}
        onChange={(skills) => onChange({ skills })}
      />
    </>
  )
}
