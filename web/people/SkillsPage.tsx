import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { people, type Skill } from '@pult/contract/people'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { useFormats, useText } from '../ui/language.tsx'
import { ListTable, type ListColumn } from '../ui/ListTable.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { peopleText } from './people-text.ts'

/** Skills, and how many have each. */
export function SkillsPage() {
  const t = useText(peopleText)
  const formats = useFormats()
  const { centerId } = useCenter()
  const mayEdit = useMay('editPeople')
  const [opened, setOpened] = useState<Skill | 'new' | null>(null)
  const reply = useReply(people.listSkills, { params: { centerId } })
  const agents = useReply(people.listAgents, { params: { centerId } }).data?.agents ?? []
  const columns: ListColumn<Skill>[] = [
    { key: 'name', title: t('name'), cell: (skill) => skill.name },
    {
      key: 'agents',
      title: t('skilled'),
      isNumber: true,
      cell: (skill) => formats.number(agents.filter((agent) => agent.skillIds.includes(skill.skillId)).length),
    },
    ...(mayEdit
      ? [
          {
            key: 'acts',
            title: t('actions'),
            acts: 'icons' as const,
            cell: (skill: Skill) => (
              <ActionIcon aria-label={t('change', { name: skill.name })} onClick={() => setOpened(skill)}>
                <IconPencil size={16} />
              </ActionIcon>
            ),
          },
        ]
      : []),
  ]
  return (
    <Page
      title={t('skills')}
      subtitle={t('skillsHint')}
      width="text"
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
            {t('newSkill')}
          </Button>
        )
      }
    >
      <Section>
        <Reply reply={reply}>
          {({ skills }) => (
            <ListTable
              label={t('skills')}
              columns={columns}
              rows={skills}
              rowKey={(skill) => skill.skillId}
              words={(skill) => skill.name}
              empty={<EmptyState title={t('noSkills')}>{t('noSkillsHint')}</EmptyState>}
            />
          )}
        </Reply>
      </Section>
      {opened !== null && <SkillDialog skill={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </Page>
  )
}

function SkillDialog({ skill, onClose }: { readonly skill: Skill | null; readonly onClose: () => void }) {
  const t = useText(peopleText)
  const { centerId } = useCenter()
  const [name, setName] = useState(skill?.name ?? '')
  const create = useAct(people.createSkill, { problem: 'self', onDone: onClose })
  const change = useAct(people.changeSkill, { problem: 'self', onDone: onClose })
  const remove = useAct(people.deleteSkill, { onDone: onClose })
  const save = (): void => {
    if (skill === null) return create.mutate({ params: { centerId }, body: { name } })
    change.mutate({ params: { centerId, skillId: skill.skillId }, body: { name } })
  }
  return (
    <SaveDialog
      title={skill?.name ?? t('newSkill')}
      saving={skill === null ? create : change}
      onClose={onClose}
      onSave={save}
      more={
        skill !== null && (
          <ConfirmAct
            title={t('deleteSkillTitle', { name: skill.name })}
            act={t('delete')}
            onAct={() => remove.mutateAsync({ params: { centerId, skillId: skill.skillId } })}
            trigger={(open) => (
              <Button variant="subtle" color="brick" onClick={open}>
                {t('delete')}
              </Button>
            )}
          >
            {t('deleteSkillHint')}
          </ConfirmAct>
        )
      }
    >
      <TextInput
        label={t('name')}
        required
        maxLength={200}
        data-autofocus
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </SaveDialog>
  )
}
