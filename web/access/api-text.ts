import { defineText } from '../ui/text.ts'

export const apiText = defineText({
  en: {
    api: 'API',
    apiHint:
      'Everything that scripts and telephone systems can ask of Pult, as OpenAPI 3.1. What is asked from here is asked as you; nothing can be changed from here.',
    tokens: 'Tokens for scripts',
    download: 'Document (JSON)',
    failed: 'The document of the API did not load.',
  },
  ru: {
    api: 'API Пульта',
    apiHint:
      'Всё, о чём Пульт могут спросить скрипты и телефонные системы, в виде OpenAPI 3.1 (по-английски). Запросы отсюда идут от вашего имени; изменить отсюда ничего нельзя.',
    tokens: 'Токены для скриптов',
    download: 'Документ (JSON)',
    failed: 'Документ API не загрузился.',
  },
})
