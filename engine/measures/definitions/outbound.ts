import { term, words, type MeasureDefinition } from '../definition.ts'
import { count, draft, mean, share } from './draft.ts'

/** Calls that the centre makes. */
export const outbound: readonly MeasureDefinition[] = draft('outbound', [
  count(
    'outboundAttempts',
    'outboundAttempts',
    words('Исходящих попыток', 'Outbound attempts'),
    words('исходящие попытки', 'outbound attempts'),
  ),
  count(
    'outboundReached',
    'outboundReached',
    words('Исходящих с ответом', 'Outbound reached'),
    words('исходящие попытки, на которые ответили', 'outbound attempts that reached someone'),
  ),
  share(
    'outboundReachRate',
    words('Доля дозвона', 'Reach rate'),
    words('исходящие с ответом ÷ исходящие попытки', 'reached ÷ outbound attempts'),
    [term('outboundReached')],
    [term('outboundAttempts')],
    { source: 'features D3' },
  ),
  mean(
    'ahtOutboundSeconds',
    words('Среднее время обработки исходящих', 'Average handling time, outbound'),
    words(
      '(набор + разговор + удержание + обработка) ÷ исходящие с ответом',
      '(dialling + talk + hold + after-work) ÷ reached',
    ),
    [term('outboundHandleMs')],
    [term('outboundReached')],
    {
      squares: ['outboundHandleS2'],
      better: 'neither',
      source: 'Genesys Cloud',
    },
  ),
])
