import { UserError } from './failure.js'
import { personalIn } from './import-personal.js'
import { type HeadedTable, headingKey, letterOf, type SourceColumn } from './import-table.js'
import { meantBy, TARGETS, type Target, targetNamed, targetOf } from './import-target.js'
import { enumerated, type Said } from './said.js'
import { nearest } from './text.js'

/** A column and what it becomes. */
export interface MappedColumn extends SourceColumn {
  readonly target: Target
  /** `given` by `--map` or an answer, `remembered` in samverkan.yaml, or `known` by its heading. */
  readonly because: 'given' | 'remembered' | 'known'
}

/** How the columns of a list are read. */
export interface Mapping {
  readonly columns: readonly MappedColumn[]
  /** Those that nobody knows what they are. */
  readonly unknown: readonly SourceColumn[]
}

/** Headings, comparable, and the names of what they become. */
export type ColumnNames = ReadonlyMap<string, string>

/**
 * What `--map` gives: `Kolumn=fält`, several times.
 * @throws UserError for what has no equals sign, and for a field that there is not.
 */
export function mappingGiven(pairs: readonly string[]): ColumnNames {
  const given = new Map<string, string>()
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=')
    const name = pair.slice(at + 1)
    if (at < 1) {
      throw new UserError(
        { sv: `\`--map "${pair}"\` saknar likhetstecken.`, en: `\`--map "${pair}"\` has no equals sign.` },
        { sv: 'Skriv `--map "Kolumn=fält"`.', en: 'Write `--map "Column=field"`.' },
      )
    }
    if (targetNamed(name) === undefined) throw noTarget(name)
    given.set(headingKey(pair.slice(0, at)), name.trim().toLowerCase())
  }
  return given
}

/** Reads the columns: as given, else as remembered, else as their headings say. */
export function mappingOf(table: HeadedTable, given: ColumnNames, remembered: ColumnNames): Mapping {
  const columns: MappedColumn[] = []
  const unknown: SourceColumn[] = []
  for (const column of table.columns) {
    const keys = [headingKey(column.heading), letterOf(column.index).toLowerCase()]
    const named = (names: ColumnNames): Target | undefined => {
      const name = keys.map(key => names.get(key)).find(each => each !== undefined)
      return name === undefined ? undefined : targetNamed(name)
    }
    const own = named(given)
    const before = named(remembered)
    const target = own ?? before ?? targetOf(column.heading)
    if (target === undefined) unknown.push(column)
    else {
      const because = own !== undefined ? 'given' : before !== undefined ? 'remembered' : 'known'
      columns.push({ ...column, target, because })
    }
  }
  return { columns, unknown }
}

/** How a column is called to people: its heading, unless that is long or says who somebody is; then its letter. */
export const calledColumn = ({ heading, index }: SourceColumn): string =>
  heading.length > 40 || personalIn(heading) !== undefined ? letterOf(index) : heading

/**
 * Sees to it that every column is understood, and no two would become the same field.
 * @throws UserError with every column that is not understood, and what may have been meant.
 */
export function refuseUnclear({ columns, unknown }: Mapping): void {
  const never = columns.filter(({ target }) => target.form === 'never')
  if (unknown.length > 0 || never.length > 0) throw unclear(unknown, never)
  for (const { target } of columns) {
    const same = columns.filter(each => each.target === target)
    if (same.length < 2 || JOINED.has(target.form)) continue
    const names = enumerated(same.map(each => `\`${calledColumn(each)}\``))
    throw new UserError(
      {
        sv: `Kolumnerna ${names.sv} skulle båda bli \`${target.name}\`.`,
        en: `The columns ${names.en} would both become \`${target.name}\`.`,
      },
      {
        sv: `Säg vad en av dem är: \`--map "${calledColumn(same[1] ?? same[0] ?? NO_COLUMN)}=fält"\`, eller \`=-\` för att utelämna den.`,
        en: `Say what one of them is: \`--map "${calledColumn(same[1] ?? same[0] ?? NO_COLUMN)}=field"\`, or \`=-\` to leave it out.`,
      },
    )
  }
}

/** Several columns may become these together. */
const JOINED: ReadonlySet<Target['form']> = new Set(['section', 'left out', 'parties', 'choices'])

const NO_COLUMN: SourceColumn = { index: 0, heading: 'A' }

function unclear(unknown: readonly SourceColumn[], never: readonly SourceColumn[]): UserError {
  const lines = (language: 'sv' | 'en'): readonly string[] => [
    ...unknown.map(column => {
      const meant = meantBy(column.heading)
      const asks = { sv: 'menade du', en: 'did you mean' }[language]
      return `- \`${calledColumn(column)}\` (${letterOf(column.index)})${meant === undefined ? '' : `: ${asks} \`${meant.name}\`?`}`
    }),
    ...never.map(column => {
      const why: Said = {
        sv: 'säger vem någon är och läses aldrig',
        en: 'says who somebody is and is never read',
      }
      return `- \`${calledColumn(column)}\` (${letterOf(column.index)}): ${why[language]}`
    }),
  ]
  const count = unknown.length + never.length
  return new UserError(
    {
      sv: `${count === 1 ? 'En kolumn' : `${count} kolumner`} behöver besked; ingenting har skrivits:\n${lines('sv').join('\n')}`,
      en: `${count === 1 ? 'One column needs' : `${count} columns need`} word; nothing was written:\n${lines('en').join('\n')}`,
    },
    unclearAdvice(unknown[0], never[0]),
  )
}

function unclearAdvice(unknown: SourceColumn | undefined, never: SourceColumn | undefined): Said {
  const leave = calledColumn(never ?? unknown ?? NO_COLUMN)
  if (unknown === undefined) {
    return {
      sv: `Utelämna den: \`--map "${leave}=-"\`. Resten av raden läses ändå.`,
      en: `Leave it out: \`--map "${leave}=-"\`. The rest of the row is read all the same.`,
    }
  }
  const meant = meantBy(unknown.heading)?.name ?? 'beskrivning'
  const names = TARGETS.map(({ name }) => name).join(', ')
  const called = calledColumn(unknown)
  return {
    sv: `Säg vad var och en är: \`--map "${called}=${meant}"\`, eller \`--map "${leave}=-"\` för att utelämna den. Välj bland ${names}.`,
    en: `Say what each is: \`--map "${called}=${meant}"\`, or \`--map "${leave}=-"\` to leave it out. Choose among ${names}.`,
  }
}

function noTarget(name: string): UserError {
  const names = TARGETS.map(each => each.name)
  const meant = nearest(name, names)
  return new UserError(
    { sv: `\`--map\` kan inte ge fältet \`${name}\`.`, en: `\`--map\` cannot give the field \`${name}\`.` },
    {
      sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Välj bland ${names.join(', ')}.`,
      en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Choose among ${names.join(', ')}.`,
    },
  )
}
