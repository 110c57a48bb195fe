import { Table, Text } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'

import type { Post } from '@pult/contract/market-posts'

import { useFormats, useText } from '../ui/language.tsx'
import { Section } from '../ui/Page.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { postText } from './post-text.ts'

const SKILL_WIDTH = 220
const POST_WIDTH = 120

/** The skills that the market names most, and which of them the people of each post have. */
export function PostMatrix({ posts }: { readonly posts: readonly Post[] }) {
  const t = useText(postText)
  const formats = useFormats()
  const skills = posts[0]?.matrix ?? []
  if (skills.length === 0) return null
  return (
    <Section title={t('matrix')}>
      <Text size="sm" c="dimmed" mb="sm" maw={880}>
        {t('matrixHint', { count: skills.length })}
      </Text>
      <ScrollTable minWidth={SKILL_WIDTH + POST_WIDTH * (posts.length + 1)}>
        <Table aria-label={t('matrix')} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('skill')}</Table.Th>
              <Table.Th ta="right">{t('asked')}</Table.Th>
              {posts.map(({ postId, title }) => (
                <Table.Th key={postId} ta="center">
                  {title}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {skills.map(({ name, share }, place) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td ta="right">{formats.percent(share, 1)}</Table.Td>
                {posts.map(({ postId, matrix }) => (
                  <Table.Td key={postId} ta="center">
                    <Has has={matrix[place]?.has === true} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollTable>
    </Section>
  )
}

function Has({ has }: { readonly has: boolean }) {
  const t = useText(postText)
  return has ? (
    <IconCheck size={16} aria-label={t('has')} color="var(--mantine-color-pine-text)" />
  ) : (
    <Text span size="sm" c="dimmed">
      {t('hasNot')}
    </Text>
  )
}
