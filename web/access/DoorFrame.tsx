import { Button, Center, Group, Paper, Stack, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'

import { chooseLanguage } from '../platform/preferences.ts'
import { Brand } from '../platform/Shell.tsx'
import { useLanguage } from '../ui/language.tsx'

interface DoorFrameProps {
  readonly title: string
  readonly children: ReactNode
}

/** What stands around the pages before one is in. */
export function DoorFrame({ title, children }: DoorFrameProps) {
  const language = useLanguage()
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <Center component="main" mih="100vh" p="md">
      <Paper p="xl" w={440} maw="100%">
        <Stack>
          <Group justify="space-between">
            <Brand />
            <Button size="compact-xs" variant="subtle" onClick={() => chooseLanguage(language === 'ru' ? 'en' : 'ru')}>
              {language === 'ru' ? 'English' : 'Русский'}
            </Button>
          </Group>
          <Title order={1}>{title}</Title>
          {children}
        </Stack>
      </Paper>
    </Center>
  )
}
