import { readFile } from 'node:fs/promises'

import type { Command } from 'commander'

import { career } from '@pult/contract/career'
import { documentFormats } from '@pult/contract/career-documents'
import { ResumeShape } from '@pult/contract/career-words'
import { fitsSearch, industries, pickKinds, pickLists, type Resume } from '@pult/engine/career'

import {
  clientOf,
  oneOf,
  printJson,
  wantsJson,
  wholeNumber,
  withServerFlags,
  type ServerFlags,
} from './client-options.ts'
import { BadInput } from './failure.ts'
import { writeOut } from './write-out.ts'

/** `pult career lists|export`. One's own résumé is read on its page only: a token is not a person. */
export function registerCareer(program: Command): void {
  const command = program.command('career').description('wordings of résumés, and a résumé as a file')
  registerLists(command)
  registerExport(command)
}

interface ListFlags {
  readonly kind: string
  readonly language: 'ru' | 'en'
  readonly search: string
  readonly industry?: string
}

function registerLists(command: Command): void {
  command
    .command('lists')
    .description('wordings to pick from; needs no server')
    .requiredOption('--kind <kind>', pickKinds.join(', '))
    .option('--language <ru|en>', 'language of the wordings', 'ru')
    .option('--search <words>', 'only those that have these words', '')
    .option('--industry <industry>', industries.join(', '))
    .action((flags: ListFlags, own: Command) => {
      const kind = oneOf(pickKinds, flags.kind, '--kind')
      const language = oneOf(['ru', 'en'] as const, flags.language, '--language')
      const industry = flags.industry === undefined ? null : oneOf(industries, flags.industry, '--industry')
      const found = pickLists[kind].filter(
        (entry) => fitsSearch(entry, flags.search) && (industry === null || entry.industries.includes(industry)),
      )
      if (wantsJson(own)) printJson(found)
      else for (const entry of found) console.log(entry[language])
    })
}

interface ExportFlags extends ServerFlags {
  readonly center: string
  readonly format: string
  readonly out: string
}

function registerExport(command: Command): void {
  withServerFlags(
    command
      .command('export <resume>')
      .description('a résumé given as JSON, as DOCX, PDF or Markdown')
      .requiredOption('--center <number>', 'number of the centre, as in its address /c/1')
      .option('--format <format>', documentFormats.join(', '), 'docx')
      .requiredOption('--out <file>', 'where to write it'),
  ).action(async (path: string, flags: ExportFlags, own: Command) => {
    const format = oneOf(documentFormats, flags.format, '--format')
    const params = { centerId: wholeNumber(flags.center, '--center') }
    const body = await readResume(path)
    const client = await clientOf(flags)
    const bytes = await client.download(career.renderResume, { params, query: { format }, body })
    await writeOut(flags.out, bytes)
    if (wantsJson(own)) printJson({ out: flags.out, bytes: bytes.length })
    else console.log(`${flags.out}: ${bytes.length} bytes`)
  })
}

/** The résumé itself, or the first one of "take everything along". */
async function readResume(path: string): Promise<Resume> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BadInput(`${path} cannot be read.`)
  })
  const parsed = ResumeShape.safeParse(resumeIn(path, text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new BadInput(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is no résumé'}`)
}

function resumeIn(path: string, text: string): unknown {
  try {
    const value = JSON.parse(text) as { readonly resumes?: readonly { readonly draft: { readonly resume: unknown } }[] }
    return value.resumes?.[0]?.draft.resume ?? value
  } catch {
    throw new BadInput(`${path} is not JSON.`)
  }
}
