import { fieldCheck } from '../kinds/check-fields.js'
import { type KindSet, textIn } from '../kinds/kind-set.js'
import { KindFault, readKind } from '../kinds/read-kind.js'
import type { Archive } from '../model/archive.js'
import { type Body, NO_BODY } from '../model/body.js'
import type { Day } from '../model/day.js'
import type { SkippedFile } from '../model/diagnostic.js'
import type { Document, Grade, Stage } from '../model/document.js'
import { type Fields, fieldsOf, NO_FIELDS, textOf } from '../model/fields.js'
import type { DocumentKind, JsonSchema } from '../model/kind.js'
import type { FileEntry } from '../model/ports.js'
import type { Said } from '../model/said.js'
import { factsOf, isUnread, type ReadFile, readDocument, readYamlFile } from '../parse/read-document.js'
import { archiveOf } from './archive-of.js'
import { readRegister } from './read-register.js'
import { readSettings } from './read-settings.js'
import type { Source } from './source.js'

/** Reads an archive whole: every file under its document folders becomes a document or is skipped for a stated reason. */
export async function loadArchive(source: Source, builtIn: KindSet, today: Day): Promise<Archive> {
  const entries = source.list()
  const own = await ownKinds(source, entries, builtIn.common)
  const kinds = new Map([...builtIn.kinds, ...own.kinds])
  const registers = [
    ...[...builtIn.registers.keys()].flatMap(path => registerDocument(source, entries, path)),
    ...own.broken,
  ]
  const fieldsAt = (path: string) => registers.find(register => register.path === path)?.fields ?? NO_FIELDS
  const settings = readSettings(fieldsAt('samverkan.yaml'))
  const { documents, skipped } = await readDocuments(source, entries, kinds)
  return archiveOf({
    source,
    documents,
    skipped,
    registers,
    kinds,
    fieldCheck: await fieldCheck(kinds, builtIn, settings),
    files: new Set(entries.map(({ path }) => path)),
    settings,
    register: readRegister(fieldsAt('register/personer.yaml'), fieldsAt('register/organisationer.yaml')),
    today,
  })
}

/** First folders of the paths of kinds: what lies there is a document or is named as skipped. */
const documentFolders = (kinds: Iterable<DocumentKind>): ReadonlySet<string> =>
  new Set([...kinds].map(kind => kind.pathPattern.split('/')[0] ?? ''))

async function readDocuments(
  source: Source,
  entries: readonly FileEntry[],
  kinds: ReadonlyMap<string, DocumentKind>,
) {
  const folders = documentFolders(kinds.values())
  const documents: Document[] = []
  const skipped: SkippedFile[] = []
  const unread: { readonly at: number; readonly markdown: string; readonly firstLine: number }[] = []
  for (const { path, kind } of entries) {
    if (!folders.has(path.slice(0, path.indexOf('/')))) continue
    const reason = kind === 'file' ? reasonToSkip(path) : undefined
    if (reason !== undefined) {
      skipped.push({ path, reason })
      continue
    }
    const read = readDocument(
      kind === 'symlink'
        ? { problem: 'symlink' }
        : kind === 'other'
          ? { problem: 'not-a-file' }
          : source.read(path),
    )
    if (isUnread(read.body)) unread.push({ at: documents.length, ...read.body })
    documents.push(documentOf(path, read, isUnread(read.body) ? NO_BODY : read.body, kinds))
  }
  if (unread.length > 0) {
    const { readMarkdown } = await import('../parse/markdown.js')
    for (const { at, markdown, firstLine } of unread) {
      const document = documents[at]
      if (document !== undefined)
        documents[at] = { ...document, body: factsOf(readMarkdown(markdown, firstLine)) }
    }
  }
  return { documents, skipped }
}

function documentOf(
  path: string,
  read: ReadFile,
  body: Body,
  kinds: ReadonlyMap<string, DocumentKind>,
): Document {
  const typ = textOf(read.fields, 'typ')
  const id = textOf(read.fields, 'id')
  const status = textOf(read.fields, 'status')
  return {
    path,
    role: 'document',
    ...(typ !== undefined && { typ }),
    ...(id !== undefined && { id }),
    ...(status !== undefined && { status }),
    grade: gradeOf(path, read.fields, kinds),
    stage: read.unreadable ? 'final' : stageOf(typ === undefined ? undefined : kinds.get(typ), status),
    fields: read.fields,
    body,
    faults: read.faults,
    unreadable: read.unreadable,
  }
}

/** The grade that the document states, else that of its kind, else the closest of the kinds that lie in its folder. */
function gradeOf(path: string, fields: Fields, kinds: ReadonlyMap<string, DocumentKind>): Grade {
  const stated = textOf(fields, 'sekretess') ?? textOf(fieldsOf(fields, 'sekretess'), 'grad')
  if (isGrade(stated)) return stated
  const typ = textOf(fields, 'typ')
  const kind = typ === undefined ? undefined : kinds.get(typ)
  const folder = path.slice(0, path.indexOf('/') + 1)
  const inFolder = [...kinds.values()].filter(({ pathPattern }) => pathPattern.startsWith(folder))
  const grades = (kind === undefined ? inFolder : [kind]).map(({ confidentiality }) => confidentiality)
  return grades.includes('sekretess') || stated !== undefined
    ? 'sekretess'
    : grades.includes('intern')
      ? 'intern'
      : 'öppen'
}

const isGrade = (text: string | undefined): text is Grade =>
  text === 'öppen' || text === 'intern' || text === 'sekretess'

/** A document whose status is missing or unknown is judged as one under review. */
const stageOf = (kind: DocumentKind | undefined, status: string | undefined): Stage =>
  kind?.statuses.find(({ name }) => name === status)?.stage ?? 'review'

function registerDocument(source: Source, entries: readonly FileEntry[], path: string): readonly Document[] {
  const entry = entries.find(each => each.path === path)
  if (entry === undefined) return []
  const read = readYamlFile(
    entry.kind === 'file'
      ? source.read(path)
      : { problem: entry.kind === 'symlink' ? 'symlink' : 'not-a-file' },
  )
  const { fields, faults, unreadable } = read
  return [
    {
      path,
      role: 'register',
      typ: path,
      stage: 'final',
      grade: 'öppen',
      fields,
      body: NO_BODY,
      faults,
      unreadable,
    },
  ]
}

async function ownKinds(source: Source, entries: readonly FileEntry[], common: JsonSchema) {
  const kinds = new Map<string, DocumentKind>()
  const broken: Document[] = []
  for (const { path } of entries) {
    const folder = /^(\.samverkan\/templates\/[^/]+)\/kind\.yaml$/.exec(path)?.[1]
    if (folder === undefined) continue
    try {
      const template = entries.some(each => each.path === `${folder}/mall.md`)
        ? textIn(source, `${folder}/mall.md`)
        : ''
      const kind = readKind(textIn(source, path), template, folder)
      const { schemaFault } = await import('../kinds/compile-schema.js')
      const fault = schemaFault(kind, common)
      if (fault !== undefined) throw new KindFault(fault)
      kinds.set(kind.typ, kind)
    } catch (cause) {
      if (!(cause instanceof KindFault)) throw cause
      const faults = [{ name: 'kind-broken', at: { line: 1 }, says: cause.says }] as const
      broken.push({
        path,
        role: 'register',
        typ: path,
        stage: 'final',
        grade: 'öppen',
        fields: NO_FIELDS,
        body: NO_BODY,
        faults,
        unreadable: true,
      })
    }
  }
  return { kinds, broken }
}

const reasonToSkip = (path: string): Said | undefined => {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (name.startsWith('.')) return { sv: 'dold fil', en: 'hidden file' }
  if (/^readme\.md$/i.test(name))
    return { sv: 'läsanvisning, inget dokument', en: 'a README, not a document' }
  return name.endsWith('.md')
    ? undefined
    : { sv: 'inte en Markdownfil (`.md`)', en: 'not a Markdown file (`.md`)' }
}
