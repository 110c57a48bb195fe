import { Anchor, Group, useComputedColorScheme } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { SwaggerPlugin } from 'swagger-ui-dist/swagger-ui-es-bundle.js'
import styles from 'swagger-ui-dist/swagger-ui.css?url'

import { useCenter } from '../platform/center.tsx'
import { Link } from '../platform/Link.tsx'
import { paths } from '../platform/paths.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { useText } from '../ui/language.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { apiText } from './api-text.ts'
import classes from './ApiPage.module.css'

const DOCUMENT = '/api/v1/openapi.json'

/** The API's document, to look through: every operation, what it takes and what it answers. */
export function ApiPage() {
  const t = useText(apiText)
  const { centerId } = useCenter()
  const [attempt, setAttempt] = useState(0)
  return (
    <Page
      title={t('api')}
      subtitle={t('apiHint')}
      actions={
        <Group gap="md">
          <Anchor component={Link} to={paths.settingsOf(centerId, 'tokens')}>
            {t('tokens')}
          </Anchor>
          <Anchor href={DOCUMENT} download="pult-openapi.json">
            <Group gap={4}>
              <IconDownload size={16} />
              {t('download')}
            </Group>
          </Anchor>
        </Group>
      }
    >
      <Section>
        <ApiDocument key={attempt} onRetry={() => setAttempt(attempt + 1)} />
      </Section>
    </Page>
  )
}

type Showing = 'loading' | 'shown' | 'failed'

function ApiDocument({ onRetry }: { readonly onRetry: () => void }) {
  const t = useText(apiText)
  const place = useRef<HTMLDivElement>(null)
  const [showing, setShowing] = useState<Showing>('loading')
  useDarkMode()
  useEffect(() => {
    let gone = false
    show(place.current)
      .then(() => !gone && setShowing('shown'))
      .catch(() => !gone && setShowing('failed'))
    return () => {
      gone = true
    }
  }, [])
  return (
    <>
      {showing === 'loading' && <LoadingState />}
      {showing === 'failed' && <ErrorState words={t('failed')} onRetry={onRetry} />}
      <div ref={place} className={classes['document']} hidden={showing !== 'shown'} lang="en" />
    </>
  )
}

/** Draws the document into a place. The library and its styles are loaded here and nowhere else. */
async function show(domNode: HTMLElement | null): Promise<void> {
  const [{ default: draw }, spec] = await Promise.all([
    import('swagger-ui-dist/swagger-ui-es-bundle.js'),
    fetch(DOCUMENT).then((reply) => {
      if (!reply.ok) throw new Error(`the document is not there: ${reply.status}`)
      return reply.json() as Promise<object>
    }),
    loadStyles(),
  ])
  if (domNode === null) return
  await new Promise<void>((resolve) => {
    draw({
      domNode,
      spec,
      docExpansion: 'none',
      defaultModelsExpandDepth: -1,
      deepLinking: false,
      filter: true,
      validatorUrl: null,
      plugins: [withoutTitle],
      // Looking must not change anything: only questions can be asked from here, with the rights of whoever is signed in.
      supportedSubmitMethods: ['get'],
      onComplete: resolve,
    })
  })
}

/** The page has its title already: of what the document says of itself, its words are enough. */
const withoutTitle: SwaggerPlugin = () => ({
  wrapComponents: {
    InfoContainer:
      (_original, { React, getComponent, specSelectors }) =>
      () =>
        React.createElement(getComponent('Markdown', true), { source: specSelectors.info().get('description') }),
  },
})

function loadStyles(): Promise<void> {
  if (document.querySelector(`link[href="${styles}"]`) !== null) return Promise.resolve()
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = styles
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve())
    link.addEventListener('error', () => {
      // Else the next attempt would find it and show the document bare.
      link.remove()
      reject(new Error('the styles are not there'))
    })
    document.head.append(link)
  })
}

/** The library looks for a class of the whole page; it is there only while the document is. */
function useDarkMode(): void {
  const scheme = useComputedColorScheme('light')
  useEffect(() => {
    document.documentElement.classList.toggle('dark-mode', scheme === 'dark')
    return () => document.documentElement.classList.remove('dark-mode')
  }, [scheme])
}
