import { Table, Text } from '@mantine/core'
import { Fragment } from 'react'

import { permissionRooms, permissionsOf, permissionWords, reachWords, roomWords } from '@pult/contract/permission-words'
import { rightsByRole, roleMay, roles, type Permission } from '@pult/contract/permissions'

import { roleKeys, shellText } from '../platform/shell-text.ts'
import { useSaid, useText } from '../ui/language.tsx'
import { Page, Section } from '../ui/Page.tsx'
import { ScrollTable } from '../ui/ScrollTable.tsx'
import { accessText } from './access-text.ts'

/** Who may what: the one table by which the server decides, as people read it. */
export function RightsPage() {
  const t = useText(accessText)
  const said = useSaid()
  const names = useText(shellText)
  return (
    <Page title={t('rights')} subtitle={t('rightsHint')}>
      <Section bare>
        <ScrollTable minWidth={900}>
          <Table aria-label={t('rights')} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('act')}</Table.Th>
                {roles.map((role) => (
                  <Table.Th key={role} ta="center">
                    {names(roleKeys[role])}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              <Table.Tr>
                <Table.Th scope="row">{t('reach')}</Table.Th>
                {roles.map((role) => (
                  <Table.Td key={role} ta="center">
                    {said(reachWords[rightsByRole[role].reach])}
                  </Table.Td>
                ))}
              </Table.Tr>
              {permissionRooms.map((room) => (
                <Fragment key={room}>
                  <Table.Tr>
                    <Table.Th colSpan={roles.length + 1} scope="rowgroup">
                      {said(roomWords[room])}
                    </Table.Th>
                  </Table.Tr>
                  {permissionsOf(room).map((permission) => (
                    <PermissionRow key={permission} permission={permission} />
                  ))}
                </Fragment>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollTable>
      </Section>
    </Page>
  )
}

function PermissionRow({ permission }: { readonly permission: Permission }) {
  const t = useText(accessText)
  const said = useSaid()
  return (
    <Table.Tr>
      <Table.Td pl="lg">
        {said(permissionWords[permission])}{' '}
        <Text span size="xs" c="dimmed">
          {permission}
        </Text>
      </Table.Td>
      {roles.map((role) => (
        <Table.Td key={role} ta="center">
          {roleMay(role, permission) ? (
            <span role="img" aria-label={t('yes')}>
              ✓
            </span>
          ) : (
            <Text span c="dimmed" aria-label={t('no')} role="img">
              –
            </Text>
          )}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}
