const POSITION =
  /(?<!\p{L})(?:руковод|начальник|директор|менеджер|специалист|оператор|супервайзер|супервизор|администратор|аналитик|консультант|эксперт|координатор|тренер|наставник|ассистент|заместител|зам\.|старш(?:ий|ая)|ведущ(?:ий|ая)|глава|секретарь|инженер|планировщик|head|manager|director|supervisor|specialist|agent|operator|lead(?:er)?|analyst|consultant|coordinator|trainer|assistant|deputy|senior|chief|officer|representative|planner|engineer)/iu

/** Whether a line names a position. */
export const isPosition = (text: string): boolean => POSITION.test(text)

const CITIES =
  'москва|санкт-петербург|петербург|спб|новосибирск|екатеринбург|казань|нижний новгород|челябинск|самара|омск|ростов-на-дону|уфа|красноярск|воронеж|пермь|волгоград|краснодар|саратов|тюмень|тольятти|ижевск|барнаул|иркутск|ульяновск|хабаровск|ярославль|владивосток|махачкала|томск|оренбург|кемерово|новокузнецк|рязань|астрахань|пенза|липецк|киров|чебоксары|тула|калининград|курск|ставрополь|сочи|тверь|иваново|брянск|белгород|владимир|калуга|смоленск|мурманск|архангельск|вологда|псков|кострома|орел|минск|алматы|астана|ташкент|бишкек|ереван|тбилиси|баку|киев|рига|вильнюс|таллин|moscow|saint petersburg|st\\. petersburg|kazan|novosibirsk|yekaterinburg|samara|tula|minsk|almaty|riga|tallinn|tartu|vilnius|london|berlin|paris|new york|dubai|warsaw|prague|belgrade|yerevan|tbilisi'
const CITY = new RegExp(
  String.raw`^(?:г\.?\s*|город\s+)?(?:${CITIES})(?:\s*,\s*(?:${CITIES}|россия|russia|рф|latvia|estonia))?$`,
  'iu',
)
const CITY_LABELLED = /^(?:г\.|город)\s*[\p{L}\s-]{2,40}$/iu

/** Whether a text is a city's name by itself. */
export const isCity = (text: string): boolean => CITY.test(text.replaceAll('ё', 'е')) || CITY_LABELLED.test(text)

export const EMAIL = /[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/u
export const PHONE =
  /(?<![\d@/.+-])(?:\+\d{1,3}[\s(-]{0,3}\d{1,4}\)?(?:[\s-]?\d{2,4}){1,5}|[78]?[\s(-]{0,3}\d{3,4}\)?(?:[\s-]?\d{2,4}){2,4})(?![\d@/.])/
export const LINK =
  /(?<![@\p{L}\d.])(?:https?:\/\/[^\s|,;]+|(?:www\.)?[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){0,4}\.(?:ru|com|org|net|io|me|рф|su|by|kz|uz|am|ge|example|info|pro|dev|online|site|shop|store|lv|lt|ee|de|uk|eu|us|ua|co|biz|tech|app|bank|group|club|moscow|spb)(?:\/[^\s|,;]*)?(?![\p{L}\d@]))/iu

/** Whether a text is the address of a site and nothing else. */
export const isLink = (text: string): boolean => LINK.exec(text)?.[0] === text

const ACRONYMS =
  /^(?:crm|it|hr|sla|kpi|bpo|wfm|qa|b2b|b2c|erp|ivr|voip|pr|smm|ux|ui|cx|vip|ит|кц|ок|рф|цо|смс|тп|ооо|ао|пао|зао|фгуп|гк|тк|мтс|втб|мфц)$/iu

/** A line in capitals as one writes it: "РУКОВОДИТЕЛЬ ОТДЕЛА CRM" → "Руководитель отдела CRM". Another line stays. */
export function withoutCapitals(text: string): string {
  if (text !== text.toUpperCase() || text === text.toLowerCase()) return text
  const words = text.replaceAll(/[\p{L}\d]+/gu, (word) => (ACRONYMS.test(word) ? word : word.toLowerCase()))
  return words.replace(/\p{L}/u, (letter) => letter.toUpperCase())
}
