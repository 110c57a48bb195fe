import { Alert, Anchor, Button, Group, List, Stack, Text } from '@mantine/core'

import { career } from '@pult/contract/career'
import { resumeProgress } from '@pult/engine/career'

import { useCenter } from '../platform/center.tsx'
import { download } from '../platform/client.ts'
import { useWordsOf } from '../platform/Reply.tsx'
import { useAct, useReply } from '../platform/replies.ts'
import { useView } from '../platform/view.ts'
import { ConfirmAct } from '../ui/ConfirmAct.tsx'
import { useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { tell } from '../ui/tell.ts'
import { careerText } from './career-text.ts'
import { careerView } from './career-view.ts'
import { DocumentButtons } from './DocumentButtons.tsx'
import type { Drafting } from './use-draft.ts'
import { useMonth } from './use-month.ts'

const MOST_PAGES = 2

interface FilesStepProps {
  readonly drafting: Drafting
  readonly onDeleted: () => void
}

/** What is still missing, the files, and the way out. */
export function FilesStep({ drafting, onDeleted }: FilesStepProps) {
  const t = useText(careerText)
  const month = useMonth()
  const { resumeId, draft, flush, state } = drafting
  const [, setView] = useView(careerView)
  const lacking = resumeProgress(draft.resume, month).filter(({ missing }) => missing.length > 0)
  return (
    <>
      <Section title={t('step_files')}>
        <Stack gap="md">
          {lacking.length > 0 && (
            <Alert color="brass" title={t('stillMissing')}>
              <List size="sm">
                {lacking.map(({ part, missing }) => (
                  <List.Item key={part}>
                    <Anchor component="button" type="button" size="sm" onClick={() => setView({ step: part })}>
                      {t(`step_${part}`)}
                    </Anchor>
                    : {missing.map((thing) => t(`missing_${thing}`)).join(', ')}
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Pages resumeId={resumeId} isSaved={state === 'saved'} />
          <DocumentButtons of={{ resumeId }} flush={flush} />
          <Text size="sm" c="dimmed">
            {t('filesHint')}
          </Text>
        </Stack>
      </Section>
      <YourData resumeId={resumeId} onDeleted={onDeleted} />
    </>
  )
}

/** How long it has become, for more than two pages nobody reads; and what no font can print. */
function Pages({ resumeId, isSaved }: { readonly resumeId: number; readonly isSaved: boolean }) {
  const t = useText(careerText)
  const { centerId } = useCenter()
  // Asked again whenever something new is saved.
  const reply = useReply(career.resumePages, { params: { centerId, resumeId } }, { when: isSaved, freshMs: 0 })
  if (reply.data === undefined) return reply.isError ? null : <Text size="sm">{t('countingPages')}</Text>
  const { pages, missingLetters } = reply.data
  return (
    <>
      {pages > MOST_PAGES ? (
        <Alert color="brass">{t('tooLong', { count: pages })}</Alert>
      ) : (
        <Text size="sm">{t('pages', { count: pages })}</Text>
      )}
      {missingLetters.length > 0 && (
        <Alert color="brass">{t('missingLetters', { letters: missingLetters.join(' ') })}</Alert>
      )}
    </>
  )
}

function YourData({ resumeId, onDeleted }: { readonly resumeId: number; readonly onDeleted: () => void }) {
  const t = useText(careerText)
  const words = useWordsOf()
  const { centerId } = useCenter()
  const remove = useAct(career.deleteResume, { touches: [career.listResumes], onDone: onDeleted })
  const removeAll = useAct(career.deleteAll, { touches: [career.listResumes, career.listResults], onDone: onDeleted })
  const takeAlong = (): void => {
    download(career.exportAll, { params: { centerId } }).catch((error: unknown) =>
      tell({ kind: 'bad', words: words(error) }),
    )
  }
  return (
    <Section title={t('yourData')}>
      <Stack gap="md">
        <Text size="sm">{t('yourDataHint')}</Text>
        <Group gap="xs">
          <Button variant="default" onClick={takeAlong}>
            {t('takeAlong')}
          </Button>
          <ConfirmAct
            title={t('removeResumeTitle')}
            act={t('remove')}
            onAct={() => remove.mutateAsync({ params: { centerId, resumeId } })}
            trigger={(ask) => (
              <Button variant="subtle" color="gray" onClick={ask}>
                {t('removeResume')}
              </Button>
            )}
          >
            {t('removeResumeHint')}
          </ConfirmAct>
          <ConfirmAct
            title={t('removeAllTitle')}
            act={t('remove')}
            onAct={() => removeAll.mutateAsync({ params: { centerId } })}
            trigger={(ask) => (
              <Button variant="subtle" color="gray" onClick={ask}>
                {t('removeAll')}
              </Button>
            )}
          >
            {t('removeAllHint')}
          </ConfirmAct>
        </Group>
      </Stack>
    </Section>
  )
}
