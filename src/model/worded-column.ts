import type { PublicColumn } from './public-column.js'
import type { Language, Said } from './said.js'
import type { Cell, Column, ColumnType } from './sheet.js'

/**
 * A column whose values are the program's own words, not the archive's: JSON keeps the value, people read the
 * words.
 */
export interface WordedColumn extends Column {
  /** What a value is called. */
  readonly words?: ReadonlyMap<string, Said>
  /** What the lack of a value is called, where "–" would not say enough. */
  readonly absent?: Said
  /** `optional`: only some rows have a value, and the others lack nothing. */
  readonly presence?: 'optional'
  /** What the public may see of it; a column that says nothing is left out of what is public. */
  readonly forPublic?: PublicColumn
}

/** A column in few words. */
export const column = (
  key: string,
  type: ColumnType,
  sv: string,
  en: string,
  more: Pick<WordedColumn, 'words' | 'absent' | 'presence' | 'forPublic'> = {},
): WordedColumn => ({ key, label: { sv, en }, type, ...more })

/** "ej angivet": nobody has said. */
export const NOT_STATED: Said = { sv: 'ej angivet', en: 'not stated' }

/**
 * A cell as people read it: words, a number in the way of the language, "47 %" for a share, "–" for nothing.
 */
export function cellText(cell: Cell, of: Column, language: Language): string {
  const worded: WordedColumn = of
  if (cell === undefined) return worded.absent?.[language] ?? '–'
  if (typeof cell === 'string') return cell === '' ? '–' : (worded.words?.get(cell)?.[language] ?? cell)
  return of.type === 'share' ? shares[language].format(cell) : numbers[language].format(cell)
}

/** True of a column whose values are set to the right. */
export const isNumeric = ({ type }: Column): boolean =>
  type === 'number' || type === 'days' || type === 'share'

const numbers: Readonly<Record<Language, Intl.NumberFormat>> = {
  sv: new Intl.NumberFormat('sv', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 1 }),
}

const shares: Readonly<Record<Language, Intl.NumberFormat>> = {
  sv: new Intl.NumberFormat('sv', { style: 'percent', maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 }),
}
