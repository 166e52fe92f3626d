import type { Archive } from './archive.js'
import { knownText } from './known-text.js'
import type { Said } from './said.js'
import type { Cell, Row, Table } from './sheet.js'

/** Takes out of a pack what may point at one child: it goes to a whole steering group, and often on from there. */
export interface Discretion {
  said(said: Said): Said
  table(table: Table): Table
  /** A path without the name of the file, where that is an id of a child's document. */
  path(path: string): string
}

/**
 * Leaves out the ids of documents that are about one child (kinds that are confidential from the start) and the
 * pseudonyms of children. A row of which some document is left out shows none, for part of them would be a wrong figure.
 */
export function discretionOf({ kinds }: Archive): Discretion {
  const confidential = [...kinds.values()].filter(({ confidentiality }) => confidentiality === 'sekretess')
  const prefixes = confidential.map(({ idPattern }) => idPattern.slice(0, idPattern.indexOf('-')))
  const folders = confidential.map(({ pathPattern }) => pathPattern.slice(0, pathPattern.indexOf('/') + 1))
  const telling = new RegExp(
    `(?<![\\p{L}\\p{N}-])(?:(?:${prefixes.join('|')})-[\\p{L}\\p{N}-]+|B-[a-z0-9]{4}(?![\\p{L}\\p{N}-]))`,
    'giu',
  )
  const text = knownText((written: string) => written.replace(telling, '…'))
  const isTelling = (written: string) => text(written) !== written
  const cell = (written: Cell) => (typeof written === 'string' ? text(written) : written)
  const row = ({ cells, documents }: Row): Row => ({
    cells: cells.map(cell),
    ...(documents !== undefined && !documents.some(isTelling) && { documents }),
  })
  const said = ({ sv, en }: Said): Said => ({ sv: text(sv), en: text(en) })
  return {
    said,
    table: table => ({
      ...table,
      rows: table.rows.map(row),
      ...(table.notes !== undefined && { notes: table.notes.map(said) }),
    }),
    path: path =>
      folders.some(folder => path.startsWith(folder)) ? `${path.slice(0, path.lastIndexOf('/') + 1)}…` : path,
  }
}
