import { fieldCheck } from '../kinds/check-fields.js'
import type { KindSet } from '../kinds/kind-set.js'
import { NO_BODY } from '../model/body.js'
import type { Day } from '../model/day.js'
import type { Document } from '../model/document.js'
import { NO_FIELDS } from '../model/fields.js'
import { LastAsked } from '../model/last-asked.js'
import type { FileEntry } from '../model/ports.js'
import type { Surroundings } from '../model/surroundings.js'
import { decode } from '../parse/encoding.js'
import { bodyStartOf } from '../parse/front-matter.js'
import { readYamlFile } from '../parse/read-document.js'
import { ownKinds } from './own-kinds.js'
import { adjustedBodyOf, type ReadDocuments, readDocuments } from './read-documents.js'
import { readRegister } from './read-register.js'
import { readSettings } from './read-settings.js'
import { sealOf } from './seal.js'
import type { Source } from './source.js'

/** An archive of which settings, registers, kinds and groups have been read, and no other document yet. */
export interface Premises extends Surroundings {
  readonly source: Source
  /** samverkan.yaml, the files of register/ and own kinds that are broken, as documents without a body. */
  readonly registers: readonly Document[]
  /** What lies in the folder of groups. */
  readonly groupFolder: ReadDocuments
  /** Every file of the other document folders, in the order of their paths. */
  readonly otherEntries: readonly FileEntry[]
}

/** Reads what every document is judged by. `listed` spares a second listing of the files. */
export async function readPremises(
  source: Source,
  builtIn: KindSet,
  today: Day,
  listed: readonly FileEntry[] = source.list(),
): Promise<Premises> {
  const own = await ownKinds(source, listed, builtIn)
  const kinds = new Map([...builtIn.kinds, ...own.kinds])
  const registers = [
    ...[...builtIn.registers.keys()].flatMap(path => registerDocument(source, listed, path)),
    ...own.broken,
  ]
  const fieldsAt = (path: string) => registers.find(register => register.path === path)?.fields ?? NO_FIELDS
  const settings = readSettings(fieldsAt('samverkan.yaml'))
  const folders = new Set([...kinds.values()].map(({ pathPattern }) => folderOf(pathPattern)))
  const folderOfGroups = folderOf(kinds.get('grupp')?.pathPattern ?? '')
  const ofGroups: FileEntry[] = []
  const otherEntries: FileEntry[] = []
  for (const entry of listed) {
    const folder = folderOf(entry.path)
    if (folders.has(folder)) (folder === folderOfGroups ? ofGroups : otherEntries).push(entry)
  }
  const groupFolder = await readDocuments(source, ofGroups, kinds)
  const groupsById = new Map(
    groupFolder.documents.toReversed().map(group => [group.id?.toLowerCase(), group] as const),
  )
  const fieldFaults = lastAsked(await fieldCheck(kinds, builtIn, settings))
  return {
    source,
    registers,
    groupFolder,
    otherEntries,
    groups: groupFolder.documents.filter(({ typ }) => typ === 'grupp'),
    files: new Set(listed.map(({ path }) => path)),
    kinds,
    settings,
    register: readRegister(fieldsAt('register/personer.yaml'), fieldsAt('register/organisationer.yaml')),
    today,
    kindOf: ({ typ }) => (typ === undefined ? undefined : kinds.get(typ)),
    group: slug => groupsById.get(`grp-${slug.toLowerCase()}`),
    fieldFaults,
    sealOf: document => sealOf(document.fields, adjustedBodyOf(document) ?? bodyIn(source, document.path)),
  }
}

/** Several rules ask about one document after the other, and no other document is kept for their sake. */
function lastAsked<Answer>(answerTo: (document: Document) => Answer): (document: Document) => Answer {
  const last = new LastAsked<Document, Answer>()
  return document => {
    const known = last.get(document)
    if (known !== undefined) return known
    const answer = answerTo(document)
    last.set(document, answer)
    return answer
  }
}

/** The text after the front matter of a file. */
function bodyIn(source: Source, path: string): string {
  const read = source.read(path)
  const text = 'bytes' in read ? decode(read.bytes).text : ''
  return text.slice(bodyStartOf(text))
}

/** The first folder of a path. */
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.indexOf('/')))

function registerDocument(source: Source, entries: readonly FileEntry[], path: string): readonly Document[] {
  const entry = entries.find(each => each.path === path)
  if (entry === undefined) return []
  const { fields, faults, unreadable } = readYamlFile(
    entry.kind === 'file'
      ? source.read(path)
      : { problem: entry.kind === 'symlink' ? 'symlink' : 'not-a-file' },
  )
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
