import { Button, Group, Menu, Modal, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'

import { imports, type Mapping } from '@pult/contract/imports'

import { useCenter } from '../platform/center.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useText } from '../ui/language.tsx'
import { importsText } from './imports-text.ts'

interface TemplateBarProps {
  readonly mapping: Mapping | null
  readonly onUse: (mapping: Mapping) => void
}

/** Kept mappings: use one, keep this one. */
export function TemplateBar({ mapping, onUse }: TemplateBarProps) {
  const t = useText(importsText)
  const { centerId } = useCenter()
  const [keeping, setKeeping] = useState(false)
  const [name, setName] = useState('')
  const reply = useReply(imports.listTemplates, { params: { centerId } })
  const templates = reply.data?.templates ?? []
  const save = useAct(imports.saveTemplate, {
    touches: [imports.listTemplates],
    done: t('templateSaved'),
    onDone: () => setKeeping(false),
  })
  const forget = useAct(imports.deleteTemplate, { touches: [imports.listTemplates] })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (mapping !== null) save.mutate({ params: { centerId }, body: { name, mapping } })
  }
  return (
    <Group gap="xs">
      {templates.length > 0 && (
        <Menu>
          <Menu.Target>
            <Button size="xs" variant="default">
              {t('useTemplate')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {templates.map((template) => (
              <Group key={template.templateId} gap={4} wrap="nowrap">
                <Menu.Item onClick={() => onUse(template.mapping)}>{template.name}</Menu.Item>
                <Menu.Item
                  w="auto"
                  aria-label={t('deleteTemplate', { name: template.name })}
                  closeMenuOnClick={false}
                  onClick={() => forget.mutate({ params: { centerId, templateId: template.templateId } })}
                >
                  <IconTrash size={14} />
                </Menu.Item>
              </Group>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <Button size="xs" variant="default" disabled={mapping === null} onClick={() => setKeeping(true)}>
        {t('saveTemplate')}
      </Button>
      <Modal opened={keeping} onClose={() => setKeeping(false)} title={t('saveTemplate')}>
        <form onSubmit={submit}>
          <TextInput
            label={t('templateName')}
            required
            maxLength={200}
            value={name}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group justify="flex-end" mt="md">
            <Button type="submit" loading={save.isPending}>
              {t('saveTemplate')}
            </Button>
          </Group>
        </form>
      </Modal>
    </Group>
  )
}
