import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'

import { people, type Skill } from '@pult/contract/people'

import { useCenter, useMay } from '../platform/center.tsx'
import { Reply } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { SaveDialog } from '../platform/SaveDialog.tsx'
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
  const [isOpen, setOpen] = useState(false)
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
  ]
  return (
    <Page
      title={t('skills')}
      subtitle={t('skillsHint')}
      width="text"
      actions={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen(true)}>
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
      {isOpen && <NewSkillDialog onClose={() => setOpen(false)} />}
    </Page>
  )
}

function NewSkillDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText(peopleText)
  const { centerId } = useCenter()
  const [name, setName] = useState('')
  const create = useAct(people.createSkill, { problem: 'self', onDone: onClose })
  return (
    <SaveDialog
      title={t('newSkill')}
      saving={create}
      onClose={onClose}
      onSave={() => create.mutate({ params: { centerId }, body: { name } })}
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
