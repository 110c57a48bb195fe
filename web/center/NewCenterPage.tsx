import { Anchor, Button, Center, Paper, Stack, Text, Title } from '@mantine/core'
import { useEffect, useState, type FormEvent } from 'react'

import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useSession } from '../platform/session.ts'
import { Brand } from '../platform/Shell.tsx'
import { useText } from '../ui/language.tsx'
import { centerText } from './center-text.ts'
import { CenterFields } from './CenterFields.tsx'
import { newCenterDraft, useCreateCenter } from './create-center.ts'

/** A centre of one's own, also for a person who has none at all. */
export function NewCenterPage() {
  const t = useText(centerText)
  const words = useWordsOf()
  const { administersInstallation, memberships } = useSession()
  const [draft, setDraft] = useState(newCenterDraft)
  const create = useCreateCenter()
  useEffect(() => {
    document.title = t('newCenter')
  }, [t])
  const save = (event: FormEvent): void => {
    event.preventDefault()
    create.mutate({ body: draft })
  }
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper p="xl" w={480} maw="100%">
        <Stack>
          <Brand />
          <Title order={1}>{t('newCenter')}</Title>
          {administersInstallation ? (
            <form onSubmit={save}>
              <Stack>
                <Text c="dimmed">{t('newCenterHint')}</Text>
                <CenterFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
                {create.error !== null && (
                  <Text role="alert" c="var(--mantine-color-error)">
                    {words(create.error)}
                  </Text>
                )}
                <Button type="submit" loading={create.isPending}>
                  {t('create')}
                </Button>
              </Stack>
            </form>
          ) : (
            <Text>{t('notYours')}</Text>
          )}
          {memberships.length > 0 && (
            <Anchor component={Link} to={paths.home()} size="sm">
              {t('back')}
            </Anchor>
          )}
        </Stack>
      </Paper>
    </Center>
  )
}
