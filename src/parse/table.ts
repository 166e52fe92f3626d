import { DIRECTIVE } from './blocks.js'
import { indentOf, markOf, startsBlock } from './line-starts.js'

/** Last line of the table that begins at `start`; `undefined` when it is not plainly one. */
export function tableEnd(lines: readonly string[], start: number): number | undefined {
  if (!isHead(lines[start] ?? '', lines[start + 1] ?? '')) return undefined
  for (let at = start + 2; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const row = line.trim()
    if (row === '' || (row === line.trimEnd() && DIRECTIVE.test(line))) return at - 1
    if (!isRow(line) || DIRECTIVE.test(row) || startsBlock(row.replaceAll('|', ' ').trim())) return undefined
  }
  return lines.length - 1
}

/** True when the first line names the columns and the second rules them off, one for one. */
function isHead(names: string, ruled: string): boolean {
  if (!isRow(ruled) || markOf(ruled.trim()) !== undefined || !cellsOf(ruled).every(isRule)) return false
  return (
    isRow(names) &&
    /[^| ]/.test(names) &&
    !/[\\`]/.test(names) &&
    cellsOf(names).length === cellsOf(ruled).length
  )
}

const isRow = (line: string): boolean => indentOf(line) <= 3 && line.includes('|')
const isRule = (cell: string): boolean => /^:?-+:?$/.test(cell.trim())
const cellsOf = (row: string): readonly string[] => {
  const cells = row.trim()
  return cells.slice(cells.startsWith('|') ? 1 : 0, cells.endsWith('|') ? -1 : undefined).split('|')
}
