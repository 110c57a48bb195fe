import type { Readable } from 'node:stream'

import { BROKEN_UNDO, imports, type Preview } from '@pult/contract/imports'

import { readCenter } from '../../center/index.ts'
import { conflict, unprocessable, type Platform, type Scope, type Tx } from '../../platform/index.ts'
import { tellsOutcome } from '../importers/table-mapping.ts'
import {
  changeImport,
  createImport,
  listFindings,
  listImports,
  listUnfinished,
  readImport,
  readWork,
} from './import-store.ts'
import { lookForGapsAfterUndo } from './look-for-gaps.ts'
import { deleteTemplate, listTemplates, saveTemplate } from './mapping-template.ts'
import { presentFinding } from './present-finding.ts'
import { preview, type PreviewInput } from './preview.ts'
import { giveUpImport, runImport, takeBack, type ImportPorts } from './run-import.ts'
import { createUploadStore } from './upload-store.ts'

const done = { done: true } as const

interface JobData {
  readonly centerId: number
  readonly importId: number
}

/** A file that a channel has found somewhere. */
export interface BroughtFile {
  readonly name: string
  /** All of it. If it fails, nothing is imported. */
  readonly bytes: Readable
  readonly source: string
  /** The channel that found it. */
  readonly by: { readonly connectorId: number; readonly name: string }
}

export interface ImportJobs {
  /** Begins to import it, as a person would who takes what is guessed of it. */
  bringIn(scope: Scope, file: BroughtFile): Promise<number>
  /** Gives back to the queue what was begun and is known to no job: a server died between two steps. */
  resume(): Promise<void>
}

/** What a centre knows before it has seen a file: its zone and the mappings it has kept. */
async function knownOf(tx: Tx, centerId: number): Promise<Pick<PreviewInput, 'timeZone' | 'templates'>> {
  const { timeZone } = await readCenter(tx, centerId)
  return { timeZone, templates: await listTemplates(tx, centerId) }
}

/** Serves uploads and imports, and does the work as jobs that survive a crash. */
export function openImports(platform: Platform, given: Omit<ImportPorts, 'uploads'>): ImportJobs {
  const { database, http, jobs, live, settings } = platform
  const uploads = createUploadStore(settings.dataFolder, settings.maxUploadBytes)
  const ports: ImportPorts = { ...given, uploads }
  const patient = { concurrency: 1, retries: 5, expireSeconds: 6 * 3600 }
  jobs.define<JobData>(
    'import',
    patient,
    ({ centerId, importId }, signal) => runImport(platform, ports, { centerId }, importId, signal),
    { givenUp: ({ centerId, importId }) => giveUpImport(platform, ports, { centerId }, importId) },
  )
  jobs.define<JobData>('undo-import', patient, (data) => runUndo(platform, ports, data), {
    givenUp: (data) => giveUpUndo(platform, data),
  })

  http.serve(imports.upload, ({ caller, request }) => uploads.keep(caller.centerId, request.body as Readable))
  http.serve(imports.preview, async ({ caller, body, readCenter: read }) => {
    const { path } = await uploads.find(caller.centerId, body.uploadId)
    const known = await read((tx) => knownOf(tx, caller.centerId))
    return preview({ ...body, path, ...known, now: ports.clock() })
  })
  http.serve(imports.startImport, async ({ caller, body, inCenter, audit }) => {
    const { bytes } = await uploads.find(caller.centerId, body.uploadId)
    if (body.mapping !== undefined && !tellsOutcome(body.mapping)) {
      throw unprocessable(
        'noOutcome',
        'Nothing in the mapping tells answered from abandoned. Name the column of the outcome, the talk time, the time of answer or the agent.',
      )
    }
    const importId = await inCenter(async (tx) => {
      const made = await createImport(tx, caller, body, bytes)
      await audit(tx, {
        act: 'contacts.import.start',
        subject: `import ${made}`,
        detail: { file: body.fileName, dryRun: body.dryRun },
      })
      return made
    })
    await jobs.send('import', { centerId: caller.centerId, importId })
    return { importId }
  })
  http.serve(imports.listImports, async ({ caller, readCenter: read }) => ({
    imports: await read((tx) => listImports(tx, caller.centerId)),
  }))
  http.serve(imports.readImport, ({ caller, params, readCenter: read }) =>
    read((tx) => readImport(tx, caller.centerId, params.importId)),
  )
  http.serve(imports.listFindings, ({ caller, params, query, readCenter: read }) =>
    read(async (tx) => {
      await readImport(tx, caller.centerId, params.importId)
      const { findings, next } = await listFindings(tx, caller.centerId, params.importId, query.after)
      return { findings: findings.map((finding) => presentFinding(caller, finding)), next }
    }),
  )
  http.serve(imports.cancelImport, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { status } = await readImport(tx, caller.centerId, params.importId)
      if (status !== 'waiting' && status !== 'reading') {
        throw conflict(
          'notRunning',
          'Only an import that is being read can be cancelled. A finished one can be undone.',
        )
      }
      await changeImport(tx, caller.centerId, params.importId, { status: 'cancelling' })
      await audit(tx, { act: 'contacts.import.cancel', subject: `import ${params.importId}` })
      await live.announce(tx, { centerId: caller.centerId, topic: 'import', id: params.importId })
      return done
    }),
  )
  http.serve(imports.undoImport, async ({ caller, params, inCenter, audit }) => {
    await inCenter(async (tx) => {
      const { status, dryRun } = await readImport(tx, caller.centerId, params.importId)
      if (status !== 'done' || dryRun)
        throw conflict('notDone', 'Only a finished import that was not a dry run can be undone.')
      await changeImport(tx, caller.centerId, params.importId, {
        status: 'undoing',
        problem: null,
        progress: { fraction: 0, rows: 0 },
      })
      await audit(tx, { act: 'contacts.import.undo', subject: `import ${params.importId}` })
    })
    await jobs.send('undo-import', { centerId: caller.centerId, importId: params.importId })
    return done
  })
  http.serve(imports.listTemplates, async ({ caller, readCenter: read }) => ({
    templates: await read((tx) => listTemplates(tx, caller.centerId)),
  }))
  http.serve(imports.saveTemplate, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const templateId = await saveTemplate(tx, caller, body.name, body.mapping)
      await audit(tx, { act: 'contacts.template.save', subject: `template ${templateId}`, detail: { name: body.name } })
      return { templateId }
    }),
  )
  http.serve(imports.deleteTemplate, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteTemplate(tx, caller.centerId, params.templateId)
      await audit(tx, { act: 'contacts.template.delete', subject: `template ${params.templateId}` })
      return done
    }),
  )

  /** What a file is, and which of its columns mean what. */
  async function guess(centerId: number, uploadId: string): Promise<Pick<Preview, 'kind' | 'mapping'>> {
    const { path } = await uploads.find(centerId, uploadId)
    const known = await database.inCenter({ centerId }, (tx) => knownOf(tx, centerId))
    const { kind, mapping } = await preview({ path, ...known, now: ports.clock() })
    if (kind !== 'queueLog' && (mapping === null || !tellsOutcome(mapping)))
      throw unprocessable(
        'noMapping',
        'It cannot be told which columns mean what. Import one such file by hand and keep its mapping as a template: it is taken from then on.',
      )
    return { kind, mapping }
  }

  return {
    async bringIn({ centerId }, { bytes: stream, name, source, by }) {
      const { uploadId, bytes } = await uploads.keep(centerId, stream)
      const { kind, mapping } = await guess(centerId, uploadId).catch(async (error: unknown) => {
        await uploads.remove(centerId, uploadId)
        throw error
      })
      const given = {
        uploadId,
        fileName: name,
        kind,
        sourceName: source,
        dryRun: false,
        onConflict: 'replace' as const,
        ...(mapping === null ? {} : { mapping }),
      }
      const sender = { centerId, userId: `connector ${by.connectorId}`, name: by.name }
      const importId = await database.inCenter({ centerId }, (tx) => createImport(tx, sender, given, bytes))
      await jobs.send('import', { centerId, importId })
      return importId
    },
    async resume() {
      for (const { job, ...data } of await database.asOwner(listUnfinished))
        if (!(await jobs.isKnown(job, data))) await jobs.send(job, data)
    },
  }
}

/** Half of it may be gone: said on its page, where it can be undone again. */
async function giveUpUndo({ database, live }: Platform, { centerId, importId }: JobData): Promise<void> {
  await database.inCenter({ centerId }, async (tx) => {
    if ((await readWork(tx, centerId, importId))?.status !== 'undoing') return
    await changeImport(tx, centerId, importId, { status: 'done', problem: BROKEN_UNDO })
    await live.announce(tx, { centerId, topic: 'import', id: importId })
  })
}

async function runUndo(platform: Platform, ports: ImportPorts, { centerId, importId }: JobData): Promise<void> {
  const { database, live } = platform
  const scope = { centerId }
  const work = await database.inCenter(scope, (tx) => readWork(tx, centerId, importId))
  if (work?.status !== 'undoing') return
  await takeBack(platform, ports, scope, work)
  await database.inCenter(scope, async (tx) => {
    await lookForGapsAfterUndo(tx, centerId, work)
    await changeImport(tx, centerId, importId, { status: 'undone', progress: { fraction: 1, rows: 0 } })
    await live.announce(tx, { centerId, topic: 'import', id: importId })
  })
}
