import { UserError } from './failure.js'
import { type ColumnNames, type Mapping, mappingOf } from './import-columns.js'
import { type HeadedTable, headedTable, headingKey, letterOf, type SourceSheet } from './import-table.js'
import { targetOf } from './import-target.js'
import { enumerated } from './said.js'
import { nearest } from './text.js'

/** The list to import, how its columns are read, and the sheets that are not read. */
export interface ChosenList {
  readonly table: HeadedTable
  readonly mapping: Mapping
  readonly others: readonly string[]
}

/**
 * Finds the list: on the sheet that was named, else on the only one that has one.
 * @throws UserError when there is none, or several.
 */
export function listIn(
  sheets: readonly SourceSheet[],
  wanted: string | undefined,
  given: ColumnNames,
  remembered: ColumnNames,
): ChosenList {
  const among = wanted === undefined ? sheets : [sheetNamed(sheets, wanted)]
  const isHeading = (text: string): boolean => {
    const key = headingKey(text)
    return key !== '' && (given.has(key) || remembered.has(key) || targetOf(text) !== undefined)
  }
  const tables = among.flatMap(sheet => headedTable(sheet, isHeading) ?? headedByLetters(sheet, given))
  const found = tables.filter(({ rows }) => rows.length > 0)
  const [table, second] = found.length > 0 ? found : tables
  if (table === undefined) throw noHeadings()
  if (second !== undefined && found.length > 1) throw severalLists(found)
  return {
    table,
    mapping: mappingOf(table, given, remembered),
    others: sheets
      .filter(
        ({ name, rows }) => name !== table.name && rows.some(row => row.some(cell => cell.trim() !== '')),
      )
      .map(({ name }) => name),
  }
}

/** A list whose columns are all given by their letters: the first row that is not empty holds the headings. */
function headedByLetters(sheet: SourceSheet, given: ColumnNames): readonly HeadedTable[] {
  const first = sheet.rows.find(row => row.some(cell => cell.trim() !== ''))
  if (first === undefined || !first.some((_, index) => given.has(letterOf(index).toLowerCase()))) return []
  const table = headedTable(sheet, text => first.includes(text) && text.trim() !== '')
  return table === undefined ? [] : [table]
}

function sheetNamed(sheets: readonly SourceSheet[], wanted: string): SourceSheet {
  const found = sheets.find(({ name }) => name.toLowerCase() === wanted.toLowerCase())
  if (found !== undefined) return found
  const names = sheets.map(({ name }) => name)
  const meant = nearest(wanted, names)
  const all = enumerated(names.map(name => `\`${name}\``))
  throw new UserError(
    { sv: `Bladet \`${wanted}\` finns inte i filen.`, en: `The file has no sheet \`${wanted}\`.` },
    {
      sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Där finns ${all.sv}.`,
      en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}It has ${all.en}.`,
    },
  )
}

const severalLists = (tables: readonly HeadedTable[]): UserError => {
  const names = enumerated(tables.map(({ name }) => `\`${name}\``))
  return new UserError(
    {
      sv: `Flera blad ser ut som listor över avvikelser: ${names.sv}.`,
      en: `Several sheets look like lists of deviations: ${names.en}.`,
    },
    {
      sv: `Importera ett i taget: \`--sheet "${tables[0]?.name}"\`.`,
      en: `Import one at a time: \`--sheet "${tables[0]?.name}"\`.`,
    },
  )
}

const noHeadings = (): UserError =>
  new UserError(
    {
      sv: 'Ingen rubrikrad känns igen i listan, så det går inte att se vad kolumnerna är.',
      en: 'No row of headings is recognised in the list, so nothing shows what its columns are.',
    },
    {
      sv: 'Ge kolumnerna rubriker som Händelsedatum, Från, Berör, Område och Beskrivning, eller säg vad de är: `--map "A=händelsedatum"`.',
      en: 'Give the columns headings such as Händelsedatum, Från, Berör, Område and Beskrivning, or say what they are: `--map "A=händelsedatum"`.',
    },
  )
