import { Alert, Button, Menu, Select, Stack } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'

import { staffingSkills, type SkillNeed } from '@pult/contract/staffing-skills'

import { useCenter, useMay } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { Reply, useWordsOf } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailedWork } from '../ui/FailedWork.tsx'
import { useFormats, useLanguage, useText } from '../ui/language.tsx'
import { Page } from '../ui/Page.tsx'
import { ProgressPanel } from '../ui/ProgressPanel.tsx'
import { tell } from '../ui/tell.ts'
import { useWho } from '../ui/who.ts'
import { FoundSkills } from './FoundSkills.tsx'
import { NewSkillNeedDialog } from './NewSkillNeedDialog.tsx'
import { skillsText } from './skills-text.ts'
import { skillsView } from './staffing-view.ts'

const LIVE = ['skillNeed']

/** How many agents of each skill group are needed: searched, verified, handed on. */
export function SkillsPage() {
  const t = useText(skillsText)
  const who = useWho()
  const formats = useFormats()
  const { centerId, centerName } = useCenter()
  const [view, setView] = useView(skillsView)
  const [isMaking, setMaking] = useState(false)
  const list = useReply(staffingSkills.listSkillNeeds, { params: { centerId } }, { live: LIVE })
  const needs = list.data?.skillNeeds ?? []
  const chosen = needs.find(({ skillNeedId }) => skillNeedId === view.search) ?? needs[0]
  const mayEdit = useMay('editStaffing')
  const make = mayEdit && <Button onClick={() => setMaking(true)}>{t('count')}</Button>
  return (
    <Page
      title={t('skills')}
      subtitle={
        chosen === undefined
          ? t('hint')
          : t('by', { name: who(chosen.madeByName), when: formats.dateTime(chosen.madeAt) })
      }
      printHeader={centerName}
      actions={
        <>
          <Button variant="default" component={Link} to={paths.staffing(centerId)}>
            {t('toQueues')}
          </Button>
          {make}
        </>
      }
      toolbar={
        chosen !== undefined && (
          <>
            <Select
              aria-label={t('chosen')}
              w={280}
              allowDeselect={false}
              value={String(chosen.skillNeedId)}
              onChange={(value) => setView({ search: Number(value) })}
              data={needs.map(({ skillNeedId, draft }) => ({ value: String(skillNeedId), label: draft.name }))}
            />
            {chosen.result !== null && <Export skillNeedId={chosen.skillNeedId} />}
            {mayEdit && <Remove skillNeedId={chosen.skillNeedId} />}
          </>
        )
      }
    >
      <Reply reply={list}>
        {() =>
          chosen === undefined ? (
            <EmptyState title={t('none')} actions={make}>
              {t('noneHint')}
            </EmptyState>
          ) : (
            <Found need={chosen} />
          )
        }
      </Reply>
      {isMaking && <NewSkillNeedDialog onClose={() => setMaking(false)} onMade={(search) => setView({ search })} />}
    </Page>
  )
}

/** Why it could not be found; the same is searched again in its place. */
function Failed({ need: { skillNeedId, draft, problem } }: { readonly need: SkillNeed }) {
  const t = useText(skillsText)
  const { centerId } = useCenter()
  const [, setView] = useView(skillsView)
  const mayEdit = useMay('editStaffing')
  const remove = useAct(staffingSkills.deleteSkillNeed, { touches: [staffingSkills.listSkillNeeds] })
  const again = useAct(staffingSkills.createSkillNeed, {
    touches: [staffingSkills.listSkillNeeds],
    onDone: (made) => {
      remove.mutate({ params: { centerId, skillNeedId } })
      setView({ search: made.skillNeedId })
    },
  })
  const isOfTheDay = problem === 'noLoad' || problem === 'noAgents'
  return (
    <FailedWork
      title={t('failed')}
      problem={problem}
      onAgain={mayEdit && !isOfTheDay ? () => again.mutate({ params: { centerId }, body: draft }) : undefined}
      isBusy={again.isPending}
    >
      {t(isOfTheDay ? `failed_${problem}` : 'failed_broken')}
    </FailedWork>
  )
}

function Found({ need }: { readonly need: SkillNeed }) {
  const t = useText(skillsText)
  const { centerId } = useCenter()
  const mayEdit = useMay('editStaffing')
  const remove = useAct(staffingSkills.deleteSkillNeed, { touches: [staffingSkills.listSkillNeeds] })
  const { status, progress, draft, result, skillNeedId } = need
  if (status === 'failed') return <Failed need={need} />
  if (result !== null)
    return (
      <Stack gap="md">
        {need.isStale && <Stale need={need} />}
        <FoundSkills need={need} result={result} />
      </Stack>
    )
  return (
    <ProgressPanel
      title={t('searching', { name: draft.name })}
      fraction={progress}
      detail={t('searchingHint')}
      {...(mayEdit ? { onCancel: () => remove.mutate({ params: { centerId, skillNeedId } }) } : {})}
    />
  )
}

/** Rules ask for something else by now: the same is searched anew by the rules of now, beside what was found. */
function Stale({ need: { draft } }: { readonly need: SkillNeed }) {
  const t = useText(skillsText)
  const { centerId } = useCenter()
  const [, setView] = useView(skillsView)
  const mayEdit = useMay('editStaffing')
  const again = useAct(staffingSkills.createSkillNeed, {
    touches: [staffingSkills.listSkillNeeds],
    onDone: ({ skillNeedId }) => setView({ search: skillNeedId }),
  })
  return (
    <Alert color="brass">
      {t('stale')}
      {mayEdit && (
        <Button
          display="block"
          mt="sm"
          size="xs"
          variant="default"
          loading={again.isPending}
          onClick={() => again.mutate({ params: { centerId }, body: draft })}
        >
          {t('again')}
        </Button>
      )}
    </Alert>
  )
}

function Remove({ skillNeedId }: { readonly skillNeedId: number }) {
  const t = useText(skillsText)
  const { centerId } = useCenter()
  const remove = useAct(staffingSkills.deleteSkillNeed, { touches: [staffingSkills.listSkillNeeds] })
  return (
    <ConfirmAct
      title={t('removeTitle')}
      act={t('remove')}
      onAct={() => remove.mutateAsync({ params: { centerId, skillNeedId } })}
    >
      {t('removeHint')}
    </ConfirmAct>
  )
}

function Export({ skillNeedId }: { readonly skillNeedId: number }) {
  const language = useLanguage()
  const words = useWordsOf()
  const { centerId } = useCenter()
  const keep = (format: 'xlsx' | 'csv'): void => {
    download(staffingSkills.exportSkillNeed, {
      params: { centerId, skillNeedId },
      query: { format, language },
    }).catch((error: unknown) => tell({ kind: 'bad', words: words(error) }))
  }
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={16} />}>
          XLSX / CSV
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => keep('xlsx')}>XLSX</Menu.Item>
        <Menu.Item onClick={() => keep('csv')}>CSV</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
