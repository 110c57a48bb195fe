import { Select, Switch, TagsInput } from '@mantine/core'
import { useState } from 'react'

import {
  digestLanguages,
  digestRhythms,
  marketDigest,
  type DigestPlan,
  type DigestPlanDraft,
  type DigestPlans,
} from '@pult/contract/market-digest'
import { ChatId } from '@pult/contract/message-words'

import { useCenter } from '../platform/center.tsx'
import { useAct } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { AddresseeFields, isMail, wrongOne } from '../ui/AddresseeFields.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { RhythmFields } from '../ui/RhythmFields.tsx'
import { digestText } from './digest-text.ts'

interface PlanDialogProps {
  readonly specialisationId: number
  readonly plan: DigestPlan | null
  /** Members of the centre who can be written to. */
  readonly people: DigestPlans['people']
  readonly onClose: () => void
}

const isChat = (text: string): boolean => ChatId.safeParse(text).success
const NINE = 540

/** To whom a digest goes, and when. */
export function DigestPlanDialog({ specialisationId, plan, people, onClose }: PlanDialogProps) {
  const t = useText(digestText)
  const language = useLanguage()
  const { centerId } = useCenter()
  const [draft, setDraft] = useState<DigestPlanDraft>({
    specialisationId,
    rhythm: plan?.rhythm ?? 'weekly',
    day: plan?.day ?? 1,
    minute: plan?.minute ?? NINE,
    language: plan?.language ?? language,
    members: plan?.members ?? [],
    mails: plan?.mails ?? [],
    chats: plan?.chats ?? [],
    withPosts: plan?.withPosts ?? false,
    isOn: plan?.isOn ?? true,
  })
  const change = (part: Partial<DigestPlanDraft>): void => setDraft({ ...draft, ...part })
  const options = { problem: 'self' as const, touches: [marketDigest.listDigests], onDone: onClose }
  const create = useAct(marketDigest.createDigest, options)
  const save = useAct(marketDigest.changeDigest, options)
  const [isTried, setTried] = useState(false)
  const isToNobody = draft.members.length + draft.mails.length + draft.chats.length === 0
  const onSave = (): void => {
    setTried(true)
    if (isToNobody || !draft.mails.every(isMail) || !draft.chats.every(isChat)) return
    if (plan === null) create.mutate({ params: { centerId }, body: draft })
    else save.mutate({ params: { centerId, digestId: plan.digestId }, body: draft })
  }
  return (
    <SaveDialog
      title={t(plan === null ? 'planMake' : 'planChange')}
      saving={plan === null ? create : save}
      onClose={onClose}
      onSave={onSave}
      problem={isTried && isToNobody ? t('toNobody') : null}
      size="lg"
    >
      <RhythmFields
        rhythms={digestRhythms.map((value) => ({ value, label: t(value) }))}
        value={draft}
        onChange={change}
      />
      <AddresseeFields people={people} value={draft} onChange={change} />
      <TagsInput
        label={t('chats')}
        description={t('chatsHint')}
        acceptValueOnBlur
        error={wrongOne(draft.chats, isChat, t('noChat'))}
        value={draft.chats}
        onChange={(chats) => change({ chats })}
      />
      <Select
        label={t('language')}
        allowDeselect={false}
        data={digestLanguages.map((value) => ({ value, label: t(value) }))}
        value={draft.language}
        onChange={(value) => change({ language: digestLanguages.find((one) => one === value) ?? 'ru' })}
      />
      <Switch
        label={t('withPosts')}
        description={t('withPostsHint')}
        checked={draft.withPosts}
        onChange={(event) => change({ withPosts: event.currentTarget.checked })}
      />
      <Switch
        label={t('isOn')}
        checked={draft.isOn}
        onChange={(event) => change({ isOn: event.currentTarget.checked })}
      />
    </SaveDialog>
  )
}
