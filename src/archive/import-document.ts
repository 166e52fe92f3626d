import { fillTemplate } from '../kinds/fill-template.js'
import type { Archive } from '../model/archive.js'
import type { FieldValue } from '../model/fields.js'
import { saysNothing } from '../model/fields.js'
import type { ReadRow } from '../model/import-row.js'
import { paragraphsOf } from '../model/import-text.js'
import type { DocumentKind, JsonSchema, Status } from '../model/kind.js'
import type { Said } from '../model/said.js'
import { enumerated } from '../model/said.js'
import { folded } from '../model/text.js'

/** Where a row comes from, as it stands in the document. */
export interface Mark {
  /** Name of the file, without its folder. */
  readonly file: string
  /** Known again when the list is imported once more. */
  readonly mark: string
}

/** A deviation made of a row, without an id yet. */
export interface Draft {
  readonly fields: ReadonlyMap<string, FieldValue>
  /** The text under the front matter. */
  readonly body: string
  /** What it needs before it can have the status that the list gives it. */
  readonly needs: readonly Said[]
  readonly isDraft: boolean
}

/**
 * Makes a deviation of a row: with the status of the list where it has all that the status asks for, else as a draft
 * that says what is missing.
 */
export function draftOf(row: ReadRow, kind: DocumentKind, archive: Archive, { file, mark }: Mark): Draft {
  const fields = new Map(row.fields)
  const wanted = statusOf(row.fields, kind)
  const first = kind.statuses.find(({ stage }) => stage === 'draft') ?? wanted
  const isReported = wanted !== undefined && wanted !== first
  fields.set('ursprung', row.fields.get('ursprung') ?? (isReported ? 'inkommen' : 'observerad'))
  fields.set('titel', row.fields.get('titel') ?? titleFor(row, file))
  fields.set('källa', {
    fil: file,
    rad: String(row.number),
    ...(row.texts.has('listnummer') && { nr: (row.texts.get('listnummer') ?? '').replace(/\s+/g, ' ') }),
    märke: mark,
  })
  const [only, second] = archive.ofKind('grupp')
  const group = only?.id?.replace(/^GRP-/i, '').toLowerCase()
  if (!fields.has('grupp') && group !== undefined && second === undefined) fields.set('grupp', group)
  const missing = wanted === undefined ? [] : missingFor(wanted, fields, kind)
  const status = missing.length === 0 ? wanted : first
  fields.set('status', status?.name ?? '')
  const names = enumerated(missing.map(name => `\`${name}\``))
  const needs: readonly Said[] =
    missing.length === 0
      ? row.needs
      : [
          {
            sv: `För status \`${wanted?.name}\` saknas ${names.sv}.`,
            en: `The status \`${wanted?.name}\` lacks ${names.en}.`,
          },
          ...row.needs,
        ]
  const inList = missing.length === 0 ? undefined : wanted?.name
  return {
    fields,
    body: bodyOf(row, kind, String(fields.get('titel')), inList),
    needs,
    isDraft: status === first && (status !== wanted || row.unread > 0),
  }
}

/** The whole text of the document. */
export function writtenDraft({ fields, body }: Draft, id: string, kind: DocumentKind): string {
  const head = ['id', 'typ', 'titel', 'status', 'sekretess', 'diarienummer']
  const properties = Object.keys(propertiesOf(kind.schema))
  const order = [...head, ...properties.filter(name => !head.includes(name))]
  const values = new Map<string, FieldValue>([
    ...fields,
    ['id', id],
    ['typ', kind.typ],
    ['sekretess', kind.confidentiality],
  ])
  const lines = order.filter(name => !saysNothing(values.get(name))).map(name => `${name}: {{${name}}}`)
  const front = fillTemplate(`---\n${lines.join('\n')}\n---\n`, values, new Set(order))
  return `${front.trimEnd()}\n\n${body}`
}

/** The status that a list gives: in words, else the last step that has a date, else the first. */
function statusOf(fields: ReadonlyMap<string, FieldValue>, { statuses }: DocumentKind): Status | undefined {
  const written = fields.get('status')
  return (
    statuses.find(({ name }) => name === written) ??
    statuses.findLast(({ name }) => fields.has(name)) ??
    statuses.find(({ stage }) => stage === 'draft') ??
    statuses[0]
  )
}

/** The fields that a status asks for, its own date among them, and that are not there. */
function missingFor(
  status: Status,
  fields: ReadonlyMap<string, FieldValue>,
  kind: DocumentKind,
): readonly string[] {
  const upTo = kind.statuses.slice(0, kind.statuses.indexOf(status) + 1).map(({ name }) => name)
  const asked = [...kind.required].filter(([name]) => upTo.includes(name)).flatMap(([, names]) => names)
  const own = status.name in propertiesOf(kind.schema) ? [status.name] : []
  const given = new Set(['id', 'typ', 'status', 'sekretess'])
  return [...new Set([...asked, ...own])].filter(name => !given.has(name) && saysNothing(fields.get(name)))
}

const propertiesOf = (schema: JsonSchema): Readonly<Record<string, unknown>> => {
  const { properties } = schema
  return typeof properties === 'object' && properties !== null ? { ...properties } : {}
}

/** A title of the words of the fields alone: what the list says in free text never becomes one. */
function titleFor({ fields, number }: ReadRow, file: string): string {
  const area = fields.get('område') ?? fields.get('typ_av_avvikelse')
  const parties = [fields.get('från'), fields.get('berör')].flat().filter(each => typeof each === 'string')
  const about = typeof area === 'string' ? `${area.charAt(0).toUpperCase()}${area.slice(1)}` : 'Avvikelse'
  if (parties.length > 0) return `${about}, ${[...new Set(parties)].join(' och ')}`
  return typeof area === 'string' ? about : `Avvikelse ur ${file}, rad ${number}`
}

function bodyOf(
  { sections, number }: ReadRow,
  kind: DocumentKind,
  title: string,
  inList: string | undefined,
): string {
  const blocks = kind.sections.flatMap(({ title: heading, from }) => {
    const texts = (sections.get(folded(heading)) ?? []).flatMap(paragraphsOf)
    if (texts.length === 0 && from === undefined && folded(heading) !== 'förslag till åtgärder') return []
    if (texts.length === 0 && from === 'final') return []
    return [`## ${heading}`, ...(texts.length > 0 ? texts : [`<!-- Stod inte i listan, rad ${number}. -->`])]
  })
  const note =
    inList === undefined
      ? []
      : [`<!-- I listan har den status ${inList}. Fyll i det som saknas och sätt den statusen. -->`]
  return `${[`# ${paragraphsOf(title).join(' ')}`, ...note, ...blocks].join('\n\n')}\n`
}
