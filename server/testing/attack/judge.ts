import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { LightMyRequestResponse } from 'fastify'
import { z } from 'zod'

import { Problem, type AnyRoute } from '@pult/contract/route'

export interface Judge {
  /** What is wrong with an answer; null for one that is as the contract says. */
  judge(route: AnyRoute, reply: LightMyRequestResponse): string | null
}

/** Judges answers: none of 500 and above, replies of exactly the told shape and with no other field, refusals as problem documents. */
export function createJudge(secrets: readonly string[]): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  addFormats.default(ajv)
  const isProblem = ajv.compile(z.toJSONSchema(Problem))
  const known = new Map<AnyRoute, ReturnType<typeof ajv.compile>>()
  const shapeOf = (route: AnyRoute): ReturnType<typeof ajv.compile> => {
    const found = known.get(route) ?? ajv.compile(z.toJSONSchema(route.reply, { io: 'output', unrepresentable: 'any' }))
    known.set(route, found)
    return found
  }
  const refused = (reply: LightMyRequestResponse): string | null => {
    if (!String(reply.headers['content-type']).startsWith('application/problem+json'))
      return 'a refusal that is no problem document'
    const body = parsed(reply.body)
    if (!isProblem(body)) return `a problem of another shape: ${ajv.errorsText(isProblem.errors)}`
    const { status, code } = body as Problem
    return status === reply.statusCode && /^[a-z][A-Za-z]+$/.test(code) ? null : `a problem of ${status} ${code}`
  }
  const done = (route: AnyRoute, reply: LightMyRequestResponse): string | null => {
    const type = String(reply.headers['content-type'])
    if (route.transport === 'file') return type === 'undefined' ? 'a file of no type' : null
    if (route.described?.replyType !== undefined)
      return type.startsWith(route.described.replyType) ? null : `a reply of ${type}`
    if (!type.startsWith('application/json')) return `a reply of ${type}`
    const fits = shapeOf(route)
    return fits(parsed(reply.body))
      ? null
      : `a reply of another shape: ${ajv.errorsText(fits.errors)} in ${reply.body.slice(0, 300)}`
  }
  return {
    judge(route, reply) {
      if (reply.statusCode >= 500) return `${reply.statusCode}: ${reply.body.slice(0, 300)}`
      const secret = secrets.find((text) => reply.body.includes(text))
      if (secret !== undefined) return `what another centre keeps: ${secret}`
      return reply.statusCode < 300 ? done(route, reply) : refused(reply)
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
