import type { Command } from 'commander'

import { access } from '@pult/contract/access'
import { security, type AuditCheck } from '@pult/contract/access-security'

import { clientOf, printJson, wantsJson, withServerFlags, type ServerFlags } from './client-options.ts'

const problemWords: Readonly<Record<NonNullable<AuditCheck['broken']>['problem'], string>> = {
  linkGone: 'a link of the chain is gone',
  lineGone: 'a line is gone',
  changed: 'a line was changed or put in later',
  mark: 'a mark does not fit: the chain was made anew',
  tailGone: 'the newest lines are gone',
  notChained: 'a line stands outside the chain',
}

/** `pult audit verify`. */
export function registerAudit(program: Command): void {
  const command = program.command('audit').description('the audit log')
  const verify = withServerFlags(
    command
      .command('verify')
      .description('counts the chain of every centre’s audit log again; ends with 1 where one was tampered with'),
  )
  verify.action(async (flags: ServerFlags) => {
    const client = await clientOf(flags)
    const { memberships } = await client.call(access.readSession, {})
    const checks = []
    for (const { centerId, centerName } of memberships)
      checks.push({ centerId, centerName, ...(await client.call(security.checkAudit, { params: { centerId } })) })
    if (checks.some(({ broken }) => broken !== null)) process.exitCode = 1
    if (wantsJson(verify)) printJson({ centers: checks })
    else for (const check of checks) console.log(`${check.centerName} (${check.centerId}): ${wordsOf(check)}`)
  })
}

function wordsOf({ lines, marks, head, broken }: AuditCheck): string {
  if (broken === null) return `${lines} lines, ${marks} marks, whole; head ${head ?? 'none'}`
  const where = broken.auditId === null ? `after link ${broken.position - 1}` : `line ${broken.auditId}`
  return `TAMPERED WITH: ${problemWords[broken.problem]}, ${where}`
}
