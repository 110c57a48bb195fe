import type { Bilingual } from '../ui/text.ts'

/** What the acts around sign-in and rights are called in the audit log. */
export const accessActWords: Readonly<Record<string, Bilingual>> = {
  'access.member.invite': { ru: 'Приглашён человек', en: 'Invited a person' },
  'access.member.change': { ru: 'Изменена роль', en: 'Changed a role' },
  'access.member.remove': { ru: 'Закрыт доступ', en: 'Took access away' },
  'access.signIn': { ru: 'Вход', en: 'Signed in' },
  'access.signIn.refuse': { ru: 'Отказано во входе', en: 'Sign-in refused' },
  'access.signOut': { ru: 'Выход', en: 'Signed out' },
  'access.password.change': { ru: 'Изменён пароль', en: 'Changed the password' },
  'access.token.create': { ru: 'Сделан токен', en: 'Made a token' },
  'access.token.revoke': { ru: 'Отозван токен', en: 'Revoked a token' },
  'access.secondFactor.enable': { ru: 'Включены коды входа', en: 'Turned sign-in codes on' },
  'access.secondFactor.disable': { ru: 'Выключены коды входа', en: 'Turned sign-in codes off' },
  'access.secondFactor.reset': { ru: 'Сброшен второй фактор', en: 'Reset the second factor' },
  'access.backupCodes.create': { ru: 'Сделаны запасные коды', en: 'Made backup codes' },
  'access.passkey.create': { ru: 'Добавлен ключ входа', en: 'Added a passkey' },
  'access.passkey.remove': { ru: 'Удалён ключ входа', en: 'Removed a passkey' },
  'access.session.end': { ru: 'Завершён сеанс', en: 'Ended a session' },
  'access.member.endSessions': { ru: 'Завершены сеансы человека', en: 'Ended a person’s sessions' },
  'access.signIn.slow': { ru: 'Пароль подбирают: попытки замедлены', en: 'A password is guessed: tries slowed down' },
  'access.password.askReset': { ru: 'Запрошена ссылка для нового пароля', en: 'Asked for a link for a new password' },
  'access.password.makeResetLink': { ru: 'Сделана ссылка для нового пароля', en: 'Made a link for a new password' },
  'access.password.reset': { ru: 'Задан новый пароль по ссылке', en: 'Set a new password by a link' },
  'access.securityPolicy.set': { ru: 'Задано, кому нужен второй фактор', en: 'Set who needs a second factor' },
}
