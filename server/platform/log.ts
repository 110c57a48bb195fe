import { pino, type Logger } from 'pino'

export type Log = Logger

/**
 * The server's log: JSON lines on standard error. Secrets and personal data never reach it: headers that carry
 * credentials are cut out, and addresses are logged without their query, where filters hold customers' numbers.
 */
export function createLog(level: string): Log {
  return pino(
    {
      level,
      redact: {
        paths: [
          'req.headers.cookie',
          'req.headers.authorization',
          'headers.cookie',
          'headers.authorization',
          '*.password',
          '*.token',
          '*.customer',
        ],
        censor: '[cut]',
      },
      serializers: {
        req: (request: { method?: string; url?: string }) => ({
          method: request.method,
          path: request.url?.split('?')[0],
        }),
        err: sayError,
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      },
    },
    pino.destination({ dest: 2, sync: false }),
  )
}

/** What an error is and where; not the rows that PostgreSQL tells with it (`detail`, `where`): they hold customers' numbers. */
function sayError(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'something that is no error was thrown' }
  const { name, message, stack, cause } = error
  const { code, table, constraint } = error as { code?: unknown; table?: unknown; constraint?: unknown }
  return {
    type: name,
    message,
    stack,
    code,
    table,
    constraint,
    ...(cause === undefined ? {} : { cause: sayError(cause) }),
  }
}
