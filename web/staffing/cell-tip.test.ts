import { expect, it } from 'vitest'

import { cellTip } from './cell-tip.ts'

it('says the name of a queue as its words, whatever stands in it', () => {
  const rows = [{ name: '<b>VIP</b> & "co"', cells: [{ label: '3 < 4' }] }]
  expect(cellTip(rows, ['09:00'], { time: 0, row: 0 })).toBe(
    '&lt;b&gt;VIP&lt;/b&gt; &amp; &quot;co&quot;<br>09:00: 3 &lt; 4',
  )
})
