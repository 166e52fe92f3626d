import { columnsOf } from '../model/layout.js'
import { headsOf, type ShownTable } from '../model/shown-sheet.js'

/** How much of the breadth of a page each column takes, as shares that make 1: by what stands in it, within reason. */
export function columnShares(table: ShownTable): readonly number[] {
  const wanted = headsOf(table).map((head, index) => {
    const texts = table.rows.map(({ texts: of, documents }) => of[index] ?? documents.join(', '))
    const longest = Math.max(0, ...texts.map(columnsOf))
    const word = Math.max(...[head, ...texts].flatMap(text => text.split(' ')).map(columnsOf))
    return Math.min(40, Math.max(7, Math.min(word, 20) + 3, Math.min(longest + 2, 24 + longest / 8)))
  })
  const sum = wanted.reduce((total, each) => total + each, 0)
  return wanted.map(each => each / sum)
}
