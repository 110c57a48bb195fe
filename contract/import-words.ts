import { channels, directions, outcomes, type Channel, type Direction, type Outcome } from '@pult/engine/contacts'

type Words<Meaning extends string> = Readonly<Record<Meaning, readonly string[]>>

/** Words for outcomes that files use. What is not clear by itself is in none of these: whoever brings the file in says it. */
const outcomeTexts: Words<Outcome> = {
  answered: [
    'answer, agent, handled, served, completed, complete, connected, success, successful, transfer, transferred, answered by agent, call answered',
    'отвечен, отвечена, отвечено, отвеченный, отвеченные, отвеченный звонок, ответ, принят, принята, принято, принятый, принятый звонок',
    'обслужен, обслужена, обслужено, обслуженный, обработан, обработана, обработано, успешно, успешный, успешная, успешен, успешный звонок',
    'состоялся, разговор состоялся, соединен, соединение, переведен, переведена, переведено',
  ],
  abandoned: [
    'abandon, hang, hangup, hang up, hung up, caller hung up, lost, missed, missed call, unanswered, not answered, no answer, noanswer',
    'abandoned in queue, dropped, busy, failed, congestion, cancel, canceled, cancelled',
    'потерян, потеряна, потеряно, потерянный, потерянные, потерянный звонок, пропущен, пропущена, пропущено, пропущенный, пропущенный звонок',
    'не отвечен, не отвечена, не отвечено, неотвеченный, неотвеченный звонок, нет ответа, без ответа, не принят, не принята, не принято',
    'не обслужен, не обслужена, не обслужено, не дождался, не дождался ответа, занято, неуспешно, неуспешный, неуспешная, неуспешный звонок',
  ],
  flowedOut: [
    'flowed out, timeout, time out, overflow, voicemail, voice mail, callback requested',
    'таймаут, тайм аут, переполнение, голосовая почта, заказ звонка, заказан звонок, заказ обратного звонка',
  ],
  unreached: ['not reached, unreachable, недозвон, не дозвонились, абонент недоступен'],
  open: [],
}

const channelTexts: Words<Channel> = {
  voice: [
    'phone, phone call, telephone, tel, call, calls, audio, pstn, sip',
    'голос, голосовой, голосовой канал, телефон, телефония, телефонный звонок, звонок, звонки, вызов',
  ],
  chat: [
    'chats, web chat, webchat, live chat, livechat, online chat',
    'чат, чаты, чат на сайте, веб чат, онлайн чат, веб чат на сайте',
  ],
  email: ['e mail, mail, letter, почта, электронная почта, эл. почта, письмо, письма, имейл, емейл'],
  messenger: [
    'messengers, messaging, message, whatsapp, telegram, viber, vk, vkontakte, facebook messenger, wechat, sms, max',
    'мессенджер, мессенджеры, сообщение, вконтакте, вк, телеграм, телеграмм, ватсап, вотсап, вайбер, смс',
  ],
  callback: ['call back, callback request, обратный звонок, перезвон, заказ звонка, заказ обратного звонка'],
}

const directionTexts: Words<Direction> = {
  inbound: [
    'in, incoming, incoming call, inbound call, вх, вх., входящий, входящая, входящее, входящие, входящий звонок, входящий вызов',
  ],
  outbound: [
    'out, outgoing, outgoing call, outbound call, исх, исх., исходящий, исходящая, исходящее, исходящие, исходящий звонок, исходящий вызов',
  ],
}

const tableOf = <Meaning extends string>(
  meanings: readonly Meaning[],
  texts: Words<Meaning>,
): ReadonlyMap<string, Meaning> =>
  new Map(
    meanings.flatMap((meaning) =>
      [meaning, ...texts[meaning].flatMap((list) => list.split(', '))].map((word) => [plain(word), meaning] as const),
    ),
  )

/** Files write NO_ANSWER, No answer and no-answer. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[\s_-]+/g, ' ')
    .trim()

/** Fields whose values are a few words that a file calls as it likes. */
export const wordFields = ['outcome', 'channel', 'direction'] as const
export type WordField = (typeof wordFields)[number]
interface MeaningOf {
  readonly outcome: Outcome
  readonly channel: Channel
  readonly direction: Direction
}

/** What such a field can mean. */
export const meanings: { readonly [Field in WordField]: readonly MeaningOf[Field][] } = {
  outcome: outcomes,
  channel: channels,
  direction: directions,
}

const tables: { readonly [Field in WordField]: ReadonlyMap<string, MeaningOf[Field]> } = {
  outcome: tableOf(outcomes, outcomeTexts),
  channel: tableOf(channels, channelTexts),
  direction: tableOf(directions, directionTexts),
}

/** What a word of a file means; undefined where that is not clear. */
export const knownWord = <Field extends WordField>(field: Field, text: string): MeaningOf[Field] | undefined =>
  tables[field].get(plain(text))

/** `wait_ms`, «Ожидание, мс»; the case of letters tells `waitMs` from `teams`. */
const MILLISECONDS_APART = /(?<![a-zа-яё])(ms|msec|millis|milliseconds|мс|мсек|миллисекунды?)(?![a-zа-яё])/i
const MILLISECONDS_AT_END = /[a-z](Ms|Millis|Milliseconds)$/

/** The unit of durations that the name of their column says. */
export const unitOfColumn = (column: string): 'seconds' | 'milliseconds' =>
  MILLISECONDS_APART.test(column) || MILLISECONDS_AT_END.test(column) ? 'milliseconds' : 'seconds'
