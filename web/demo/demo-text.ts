import { defineText } from '../ui/text.ts'

export const demoText = defineText({
  en: {
    isDemo: 'Demonstration: people, customers and numbers here are made up.',
    beginning: 'Demonstration: its history is being made, the first days in a moment.',
    filling: 'Demonstration: its history is being made, backwards from today; it is there from {from}.',
    progress: 'How much of the history is there',
    startOwn: 'Start your own centre',
  },
  ru: {
    isDemo: 'Демонстрация: люди, клиенты и числа здесь вымышлены.',
    beginning: 'Демонстрация: история создаётся, первые дни появятся через мгновение.',
    filling: 'Демонстрация: история создаётся от сегодняшнего дня назад; готова с {from}.',
    progress: 'Какая часть истории готова',
    startOwn: 'Завести свой центр',
  },
})
