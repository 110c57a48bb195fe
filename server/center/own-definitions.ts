import { sql } from 'kysely'

import type { ChangeableDefinition, DefinitionVersion, NewDefinition } from '@pult/contract/definitions'
import {
  changeable,
  changeableMeasures,
  publishedOwn,
  publishedReference,
  versionOn,
  wholeParameters,
  type ChangeableMeasure,
  type DefinitionParameters,
  type OwnVersion,
} from '@pult/engine/measures'

import { conflict, invalid, isoText, notFound, type Caller, type Tx } from '../platform/index.ts'

/** A version with who made it and why. */
export interface KnownVersion extends OwnVersion {
  readonly reason: string
  readonly createdByName: string
  readonly createdAt: string
  readonly withdrawnAt: string | null
  readonly withdrawnByName: string | null
}

async function allVersions(tx: Tx, centerId: number): Promise<KnownVersion[]> {
  const { rows } = await sql<KnownVersion>`
    select measure_id as "measureId", version, parameters, valid_from::text as "validFrom", reason, created_by_name as "createdByName",
      ${isoText('created_at')} as "createdAt", ${isoText('withdrawn_at')} as "withdrawnAt", withdrawn_by_name as "withdrawnByName"
    from own_definition where center_id = ${centerId} order by measure_id, version desc
  `.execute(tx)
  return rows
}

/** The centre's versions that were known at an instant, now unless said: those taken back since then too. */
export async function readOwnVersions(tx: Tx, centerId: number, knownAt?: number): Promise<KnownVersion[]> {
  const versions = await allVersions(tx, centerId)
  if (knownAt === undefined) return versions.filter(({ withdrawnAt }) => withdrawnAt === null)
  return versions.filter(
    ({ createdAt, withdrawnAt }) =>
      Date.parse(createdAt) <= knownAt && (withdrawnAt === null || Date.parse(withdrawnAt) > knownAt),
  )
}

export const ownReference = (measureId: string, version: number): string => `${measureId}@own${version}`

/** Every measure whose definition may be changed, with all that became of it. */
export async function listDefinitions(tx: Tx, centerId: number, today: string): Promise<ChangeableDefinition[]> {
  const versions = await allVersions(tx, centerId)
  const standing = versions.filter(({ withdrawnAt }) => withdrawnAt === null)
  return changeableMeasures.map((measure): ChangeableDefinition => {
    const { definition } = publishedOwn(measure.id)
    return {
      measureId: measure.id,
      name: measure.name,
      unit: definition.unit,
      choices: measure.choices.map((choice) => ({
        ...choice,
        options: choice.options === null ? null : choice.options.map((option) => ({ ...option })),
      })),
      published: {
        reference: publishedReference(measure.id),
        parameters: { ...wholeParameters(measure, {}) },
        formula: definition.formula,
      },
      versions: versions.filter(({ measureId }) => measureId === measure.id).map((one) => presentVersion(measure, one)),
      inForce: versionOn(standing, measure.id, today)?.version ?? null,
    }
  })
}

function presentVersion(measure: ChangeableMeasure, version: KnownVersion): DefinitionVersion {
  const { measureId: _measure, ...told } = version
  return {
    ...told,
    parameters: { ...version.parameters },
    reference: ownReference(measure.id, version.version),
    formula: measure.define(version.parameters).definition.formula,
  }
}

/** A version is never changed: the next one stands beside it and holds from its day on. */
export async function changeDefinition(tx: Tx, caller: Caller, given: NewDefinition): Promise<number> {
  const measure = changeable(given.measureId)
  if (measure === undefined)
    throw invalid('fixedDefinition', `body.measureId: the definition of "${given.measureId}" cannot be changed.`, {
      at: 'body.measureId',
      values: { measure: given.measureId },
    })
  const parameters = checked(measure, given.parameters)
  // Two at once must not take the same number.
  await sql`select pg_advisory_xact_lock(hashtext('own_definition'), ${caller.centerId}::integer)`.execute(tx)
  const { rows } = await sql<{ version: number }>`
    insert into own_definition (center_id, measure_id, version, parameters, valid_from, reason, created_by, created_by_name)
    select ${caller.centerId}::integer, ${measure.id}, coalesce(max(version), 0) + 1, ${JSON.stringify(parameters)}::jsonb, ${given.validFrom}::date,
      ${given.reason}, ${caller.userId}, ${caller.name}
    from own_definition where center_id = ${caller.centerId} and measure_id = ${measure.id}
    returning version
  `.execute(tx)
  return rows[0]?.version ?? 0
}

function checked(measure: ChangeableMeasure, parameters: DefinitionParameters): DefinitionParameters {
  try {
    return wholeParameters(measure, parameters)
  } catch (error) {
    throw invalid('impossibleDefinition', `body.parameters: ${(error as Error).message}.`, { at: 'body.parameters' })
  }
}

/** Takes a version back before its day has come; what has held stays, or reports that were made by it could not be made again. */
export async function withdrawDefinition(
  tx: Tx,
  caller: Caller,
  { measureId, version }: Pick<OwnVersion, 'measureId' | 'version'>,
  today: string,
): Promise<void> {
  const versions = await readOwnVersions(tx, caller.centerId)
  const found = versions.find((one) => one.measureId === measureId && one.version === version)
  if (found === undefined) throw notFound('version')
  if (found.validFrom <= today)
    throw conflict(
      'definitionHolds',
      `This version holds since ${found.validFrom} and cannot be taken back; make another.`,
      {
        values: { day: found.validFrom },
      },
    )
  await sql`
    update own_definition set withdrawn_by = ${caller.userId}, withdrawn_by_name = ${caller.name}, withdrawn_at = now()
    where center_id = ${caller.centerId} and measure_id = ${measureId} and version = ${version}
  `.execute(tx)
}
