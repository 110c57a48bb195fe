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
        res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
      },
    },
    pino.destination({ dest: 2, sync: false }),
  )
}
