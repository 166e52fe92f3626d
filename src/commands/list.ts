import { openArchive } from '../archive/open.js'
import { FORMATS } from '../formats/index.js'
import { type Command, OPTIONS } from '../model/command.js'
import { type Document, titleOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { textOf } from '../model/fields.js'
import { kindNamed } from '../model/kind-named.js'
import { asJson, deliver, sheetWriter } from '../model/output.js'
import type { Language, Said } from '../model/said.js'
import type { Sheet } from '../model/sheet.js'
import { folded } from '../model/text.js'
import { dayOfDocument, yearOfDocument } from '../model/time-of.js'

export const command: Command = {
  name: 'list',
  aliases: ['lista'],
  about: {
    sv: 'listar dokument efter slag, grupp, år, status eller ord',
    en: 'lists documents by kind, group, year, status or words',
  },
  arguments: [
    {
      name: { sv: 'slag', en: 'kind' },
      about: {
        sv: 'slag av dokument: minutes, protocol, deviation …; alla när inget anges',
        en: 'kind of document: minutes, protocol, deviation …; all when none is named',
      },
      presence: 'optional',
      values: 'kinds',
    },
  ],
  options: [
    OPTIONS.archive,
    OPTIONS.group,
    { name: 'year', short: 'y', takes: { sv: 'ÅR', en: 'YEAR' }, about: { sv: 'årtal', en: 'year' } },
    {
      name: 'status',
      short: 's',
      takes: { sv: 'STATUS', en: 'STATUS' },
      about: { sv: 'status, till exempel utkast', en: 'status, such as utkast' },
    },
    {
      name: 'text',
      short: 't',
      takes: { sv: 'ORD', en: 'WORDS' },
      about: {
        sv: 'ord som ska finnas i titeln eller texten',
        en: 'words that must be in the title or the text',
      },
    },
    OPTIONS.tableFormat,
    OPTIONS.out,
    OPTIONS.force,
  ],
  examples: [
    {
      call: 'samverkan list protocol --year 2024',
      does: { sv: 'protokollen från 2024', en: 'the protocols of 2024' },
    },
    {
      call: 'samverkan list deviation --status mottagen',
      does: { sv: 'mottagna avvikelser', en: 'deviations that have been received' },
    },
    {
      call: 'samverkan list --text skolfrånvaro --format csv',
      does: {
        sv: 'allt som nämner ordet, för kalkylark',
        en: 'all that mentions the word, for a spreadsheet',
      },
    },
  ],
  async run(call, world) {
    const { archive } = await openArchive(world, call.value('archive'))
    const kind = call.words[0] === undefined ? undefined : kindNamed(archive, call.words[0])
    const year = call.value('year')
    if (year !== undefined && !/^(?:19|20)\d\d$/.test(year)) {
      throw new UserError(
        { sv: `\`${year}\` är inget årtal.`, en: `\`${year}\` is not a year.` },
        { sv: 'Skriv fyra siffror, till exempel `2024`.', en: 'Write four digits, such as `2024`.' },
      )
    }
    const wanted = archive.documents.filter(
      document =>
        (kind === undefined || document.typ === kind.typ) &&
        (year === undefined || yearOfDocument(document) === Number(year)) &&
        (call.value('group') === undefined || groupOfDocument(document) === call.value('group')) &&
        (call.value('status') === undefined || document.status === call.value('status')) &&
        (call.value('text') === undefined || says(document, call.value('text') ?? '')),
    )
    const data = { schemaVersion: 1, documents: wanted.map(asData) }
    const write = await sheetWriter(FORMATS, call, world)
    if (call.value('format') === 'json') deliver(call, world, asJson(data))
    else await write(sheetOf(wanted, world.language))
    return 0
  },
}

const groupOfDocument = ({ fields, typ, id }: Document): string | undefined =>
  typ === 'grupp' ? id?.replace(/^GRP-/, '') : textOf(fields, 'grupp')

const says = (document: Document, words: string): boolean => {
  const sought = folded(words)
  return [
    titleOf(document),
    document.id ?? '',
    ...document.body.headings.map(({ text }) => text),
    ...document.body.prose.map(({ text }) => text),
  ].some(text => folded(text).includes(sought))
}

const asData = (document: Document) => ({
  id: document.id ?? null,
  typ: document.typ ?? null,
  titel: titleOf(document),
  status: document.status ?? null,
  grupp: groupOfDocument(document) ?? null,
  datum: dayOfDocument(document) ?? null,
  path: document.path,
  unreadable: document.unreadable,
})

const sheetOf = (documents: readonly Document[], language: Language): Sheet => {
  const unreadable = documents.filter(document => document.unreadable).map(({ path }) => path)
  return {
    report: 'list',
    title: { sv: 'Dokument i arkivet', en: 'Documents of the archive' },
    scope: { sv: '', en: '' },
    scopeData: {},
    summary: [],
    tables: [
      {
        name: 'documents',
        title: { sv: `${documents.length} dokument`, en: `${documents.length} documents` },
        columns: [
          { key: 'id', label: { sv: 'Id', en: 'Id' }, type: 'id' },
          { key: 'titel', label: { sv: 'Titel', en: 'Title' }, type: 'text' },
          { key: 'status', label: { sv: 'Status', en: 'Status' }, type: 'text' },
          { key: 'datum', label: { sv: 'Datum', en: 'Date' }, type: 'date' },
        ],
        rows: documents.map(document => ({
          cells: [
            document.id ?? document.path,
            titleOf(document),
            document.unreadable ? UNREADABLE[language] : document.status,
            dayOfDocument(document),
          ],
        })),
      },
    ],
    sources: { documents: documents.length, unreadable },
  }
}

const UNREADABLE: Said = { sv: 'oläslig', en: 'unreadable' }
