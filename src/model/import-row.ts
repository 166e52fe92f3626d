import type { FieldValue } from './fields.js'
import { calledColumn, type MappedColumn } from './import-columns.js'
import { personalIn } from './import-personal.js'
import type { SourceRow } from './import-table.js'
import { cleaned } from './import-text.js'
import { dayWritten, type Reader, readCell } from './import-value.js'
import type { Said } from './said.js'

/** A row of a list, read: what of a deviation it gives, and what in it could not be read. */
export interface ReadRow {
  readonly number: number
  readonly fields: ReadonlyMap<string, FieldValue>
  /** Texts for the body by the heading of their section, in small letters. */
  readonly sections: ReadonlyMap<string, readonly string[]>
  /** The texts of the cells that are read, by target. */
  readonly texts: ReadonlyMap<string, string>
  /** What somebody must see to: values that are not understood, parties outside the register. */
  readonly needs: readonly Said[]
  /** How many cells have a value that their field does not take. */
  readonly unread: number
}

/** Why a row becomes no deviation. Nothing of what it says is repeated. */
export interface RefusedRow {
  readonly number: number
  readonly refused: Said
}

/** Reads a row. Nothing in it is lost: what no field takes is kept as text under Beskrivning. */
export function readRow(
  row: SourceRow,
  columns: readonly MappedColumn[],
  reader: Reader,
): ReadRow | RefusedRow {
  const fields = new Map<string, FieldValue>()
  const sections = new Map<string, string[]>()
  const texts = new Map<string, string>()
  const needs: Said[] = []
  const kept: string[] = []
  let unread = 0
  const measure = new Map<string, string>()
  for (const column of columns) {
    const { target, index } = column
    const text = cleaned(row.cells[index] ?? '').trim()
    if (text === '' || target.form === 'left out') continue
    const name = `\`${calledColumn(column)}\``
    const refused = refusalOf(text, column)
    if (refused !== undefined) return { number: row.number, refused }
    texts.set(target.name, [texts.get(target.name) ?? [], text].flat().join('\n'))
    const keep = () => kept.push(`${calledColumn(column)}: ${text}`)
    if (target.form === 'section') sections.set(target.name, [...(sections.get(target.name) ?? []), text])
    else if (target.form === 'measure') measure.set(target.name, text.replace(/\s+/g, ' '))
    else if (target.form === 'child' || target.form === 'text')
      fields.set(target.name, text.replace(/\s+/g, ' '))
    else if (target.form !== 'number in the list') {
      const reading = readCell(target.form, target.name, text, reader)
      if (reading.is === 'unread') {
        keep()
        unread++
        needs.push(noted(name, reading.why))
      } else if (reading.is === 'value') {
        const before = fields.get(target.name)
        fields.set(target.name, before === undefined ? reading.value : [before, reading.value].flat())
        if (reading.kept) keep()
        if (reading.note !== undefined) needs.push(noted(name, reading.note))
      }
    }
  }
  if (texts.size === 0)
    return {
      number: row.number,
      refused: {
        sv: 'Inget står i de kolumner som läses.',
        en: 'Nothing stands in the columns that are read.',
      },
    }
  const decided = measureFrom(measure, reader.year)
  if (decided.value !== undefined) fields.set('åtgärder', [decided.value])
  kept.push(...decided.kept)
  if (kept.length > 0) sections.set('beskrivning', [...(sections.get('beskrivning') ?? []), ...kept])
  return { number: row.number, fields, sections, texts, needs, unread }
}

/** What is to be seen to in a column, as a sentence. */
const noted = (column: string, { sv, en }: Said): Said => ({
  sv: `${column}: ${sv}${sv.endsWith('?') ? '' : '.'}`,
  en: `${column}: ${en}${en.endsWith('?') ? '' : '.'}`,
})

/** Why a cell may not stand in an archive; absent when it may. */
function refusalOf(text: string, column: MappedColumn): Said | undefined {
  const name = calledColumn(column)
  if (column.target.form === 'child' && !PSEUDONYM.test(text)) {
    return {
      sv: `Kolumn \`${name}\`: ett barn anges bara med en beteckning som \`B-7k3f\`.`,
      en: `Column \`${name}\`: a child is given by a pseudonym such as \`B-7k3f\` alone.`,
    }
  }
  if (text.length > LONGEST_CELL) {
    return { sv: `Kolumn \`${name}\`: texten är för lång.`, en: `Column \`${name}\`: the text is too long.` }
  }
  const found = personalIn(text)
  return found === undefined
    ? undefined
    : {
        sv: `Kolumn \`${name}\`: där står ${found.sv}. Ta bort det i listan och importera den igen.`,
        en: `Column \`${name}\`: it holds ${found.en}. Take it out of the list and import it again.`,
      }
}

/** A decided measure of its columns; what does not fit in it is kept as text. */
function measureFrom(
  columns: ReadonlyMap<string, string>,
  year: number | undefined,
): { readonly value?: FieldValue; readonly kept: readonly string[] } {
  const what = columns.get('åtgärder')
  const kept: string[] = []
  const days = ['senast', 'klar'].flatMap(part => {
    const text = columns.get(`åtgärder.${part}`)
    const day = text === undefined ? undefined : dayWritten(text, year)
    if (text !== undefined && (day === undefined || what === undefined)) kept.push(`Åtgärd, ${part}: ${text}`)
    return day === undefined ? [] : [[part, day] as const]
  })
  const who = columns.get('åtgärder.ansvarig')
  if (what === undefined)
    return { kept: [...kept, ...(who === undefined ? [] : [`Åtgärd, ansvarig: ${who}`])] }
  return {
    value: { vad: what, ...(who !== undefined && { ansvarig: who }), ...Object.fromEntries(days) },
    kept,
  }
}

const PSEUDONYM = /^B-[0-9a-hjkmnp-tv-z]{4,8}$/i

/** No report has more in one cell, in UTF-16 code units; a spreadsheet itself holds 32,767. */
const LONGEST_CELL = 20_000
