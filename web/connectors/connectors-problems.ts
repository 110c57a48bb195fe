import { defineText } from '../ui/text.ts'

/** Refusals that only the routes of this room reply with. */
export const connectorsProblems = defineText({
  en: {
    installationOnly:
      'Only an administrator of this installation may name a file, a folder or a machine. Take “pult follow”, a stream or a webhook instead.',
    nameTaken: 'There is a channel of this name already.',
    otherKind: 'A channel stays of its kind. Make another one, and turn this one off.',
    noWebhook: 'Only a webhook has a secret of Pult’s.',
    noFollow: 'This channel does not take a log of another machine.',
    channelOff: 'This channel is turned off.',
    noPickUp: 'Only a channel that picks up files looks at set times.',
    badSignature: 'The signature does not fit.',
    oldSignature: 'The signature is too old: look at the clock of the sender.',
  },
  ru: {
    installationOnly:
      'Назвать файл, папку или машину может только администратор этой установки. Возьмите «pult follow», поток или вебхук.',
    nameTaken: 'Канал с таким названием уже есть.',
    otherKind: 'Вид канала не меняется. Заведите другой, а этот выключите.',
    noWebhook: 'Секрет Пульта есть только у вебхука.',
    noFollow: 'Этот канал не принимает журнал с другой машины.',
    channelOff: 'Этот канал выключен.',
    noPickUp: 'По расписанию смотрит только канал, который забирает файлы.',
    badSignature: 'Подпись не подходит.',
    oldSignature: 'Подпись слишком старая: проверьте часы отправителя.',
  },
})
