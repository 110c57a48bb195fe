export interface AreaNode {
  readonly areaId: string
  readonly parentId: string | null
  readonly name: string
}

const RUSSIA = '113'

/** Areas by the ids of hh.ru that Pult knows without asking anybody; the whole tree comes with the first refresh. */
export const builtInAreas: readonly AreaNode[] = [
  { areaId: RUSSIA, parentId: null, name: 'Россия' },
  ...(
    [
      ['1', 'Москва'],
      ['2', 'Санкт-Петербург'],
      ['3', 'Екатеринбург'],
      ['4', 'Новосибирск'],
      ['24', 'Волгоград'],
      ['26', 'Воронеж'],
      ['53', 'Краснодар'],
      ['54', 'Красноярск'],
      ['66', 'Нижний Новгород'],
      ['68', 'Омск'],
      ['70', 'Оренбург'],
      ['72', 'Пермь'],
      ['76', 'Ростов-на-Дону'],
      ['78', 'Самара'],
      ['79', 'Саратов'],
      ['88', 'Казань'],
      ['92', 'Тула'],
      ['95', 'Тюмень'],
      ['99', 'Уфа'],
      ['104', 'Челябинск'],
    ] as const
  ).map(([areaId, name]) => ({ areaId, parentId: RUSSIA, name })),
]
