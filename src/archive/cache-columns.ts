import { type Day, readDay } from '../model/day.js'
import type { Document, Grade, Stage } from '../model/document.js'
import { stated } from '../model/fields.js'
import { knownText } from '../model/known-text.js'
import type { Tracked } from '../model/work-tree.js'

/** What is known of a kept document without its rows being read. */
export interface KeptHead
  extends Pick<Document, 'path' | 'typ' | 'id' | 'status' | 'stage' | 'grade' | 'began' | 'group'> {
  /** What its file held. */
  readonly content: Tracked
  /** True when git's index had its file just so, at that path. */
  readonly isIndexed: boolean
  /** True when only remark could read it: its rows hold all of it. */
  readonly isIntricate: boolean
  /** True when what it points at is known without the other documents: it has no links to files. */
  readonly arePointsKnown: boolean
  /** True when something was wrong with its file. */
  readonly hasFaults: boolean
  /** What it was judged by besides itself, as `asked` says it; absent when it was not judged. */
  readonly judgedBy: number | undefined
  /** How long its rows are: fields, findings, body. */
  readonly lengths: readonly [fields: number, found: number, body: number]
}

/** What stands at the head of a cache: columns, in which a document is one number. All have the order of the paths. */
export interface Columns {
  readonly paths: readonly string[]
  /** Ids of contents, one after the other, and how long each is. */
  readonly contents: string
  readonly idLength: number
  readonly sizes: readonly number[]
  readonly ids: readonly (string | 0)[]
  /** Numbers of typ, status, day and group in `words`; 0 when there is none. */
  readonly typs: readonly number[]
  readonly statuses: readonly number[]
  readonly began: readonly number[]
  readonly groups: readonly number[]
  readonly words: readonly string[]
  /** A sum: stage × 3, grade × 1, 9 for what only remark could read, 18 for what the index had, 36 where it is known what it points at, 72 where something was wrong with the file. */
  readonly forms: readonly number[]
  /** -1 where nothing was judged. */
  readonly judgedBy: readonly number[]
  readonly fields: readonly number[]
  readonly found: readonly number[]
  readonly bodies: readonly number[]
}

/** The columns, in the order in which they are written. */
const NAMES = [
  'paths',
  'contents',
  'idLength',
  'sizes',
  'ids',
  'typs',
  'statuses',
  'began',
  'groups',
  'words',
  'forms',
  'judgedBy',
  'fields',
  'found',
  'bodies',
] as const satisfies readonly (keyof Columns)[]

/** Columns as they are written, each JSON. */
export const writtenColumns = (columns: Columns): readonly string[] =>
  NAMES.map(name => JSON.stringify(columns[name]))

/** Columns of which each is read when it is asked for, by its number, as JSON. */
export function readColumns(column: (at: number) => string): Columns {
  const known: { -readonly [name in keyof Columns]?: Columns[name] } = {}
  const of = <Name extends keyof Columns>(name: Name): Columns[Name] => {
    const read: Columns[Name] = known[name] ?? JSON.parse(column(NAMES.indexOf(name)))
    known[name] = read
    return read
  }
  return {
    get paths() {
      return of('paths')
    },
    get contents() {
      return of('contents')
    },
    get idLength() {
      return of('idLength')
    },
    get sizes() {
      return of('sizes')
    },
    get ids() {
      return of('ids')
    },
    get typs() {
      return of('typs')
    },
    get statuses() {
      return of('statuses')
    },
    get began() {
      return of('began')
    },
    get groups() {
      return of('groups')
    },
    get words() {
      return of('words')
    },
    get forms() {
      return of('forms')
    },
    get judgedBy() {
      return of('judgedBy')
    },
    get fields() {
      return of('fields')
    },
    get found() {
      return of('found')
    },
    get bodies() {
      return of('bodies')
    },
  }
}

const STAGES = ['draft', 'review', 'final'] as const satisfies readonly Stage[]
const GRADES = ['öppen', 'intern', 'sekretess'] as const satisfies readonly Grade[]
const INTRICATE = 9
const INDEXED = 18
const POINTS = 36
const FAULTS = 72

/** The columns of documents in the order of their paths. */
export function columnsOf(heads: readonly KeptHead[]): Columns {
  const numbers = new Map<string, number>()
  const numberOf = (word: string | undefined): number => {
    if (word === undefined) return 0
    const known = numbers.get(word) ?? numbers.size + 1
    numbers.set(word, known)
    return known
  }
  return {
    paths: heads.map(({ path }) => path),
    contents: heads.map(({ content }) => content.id).join(''),
    idLength: heads[0]?.content.id.length ?? 0,
    sizes: heads.map(({ content }) => content.size),
    ids: heads.map(({ id }) => id ?? 0),
    typs: heads.map(({ typ }) => numberOf(typ)),
    statuses: heads.map(({ status }) => numberOf(status)),
    began: heads.map(({ began }) => numberOf(began)),
    groups: heads.map(({ group }) => numberOf(group)),
    words: [...numbers.keys()],
    forms: heads.map(formOf),
    judgedBy: heads.map(({ judgedBy }) => judgedBy ?? -1),
    fields: heads.map(({ lengths }) => lengths[0]),
    found: heads.map(({ lengths }) => lengths[1]),
    bodies: heads.map(({ lengths }) => lengths[2]),
  }
}

const formOf = ({ stage, grade, isIntricate, isIndexed, arePointsKnown, hasFaults }: KeptHead): number =>
  STAGES.indexOf(stage) * 3 +
  GRADES.indexOf(grade) +
  (isIntricate ? INTRICATE : 0) +
  (isIndexed ? INDEXED : 0) +
  (arePointsKnown ? POINTS : 0) +
  (hasFaults ? FAULTS : 0)

/** What the columns say of the document with a number. */
export function headAt(columns: Columns, at: number): KeptHead {
  const judgedBy = columns.judgedBy[at] ?? -1
  return {
    path: columns.paths[at] ?? '',
    ...stated('typ', wordAt(columns, columns.typs, at)),
    ...stated('id', idAt(columns, at)),
    ...stated('status', wordAt(columns, columns.statuses, at)),
    ...stated('began', beganAt(columns, at)),
    ...stated('group', wordAt(columns, columns.groups, at)),
    stage: stageAt(columns, at),
    grade: gradeAt(columns, at),
    isIntricate: isIntricateAt(columns, at),
    isIndexed: isIndexedAt(columns, at),
    arePointsKnown: arePointsKnownAt(columns, at),
    hasFaults: hasFaultsAt(columns, at),
    content: { id: contentAt(columns, at), size: columns.sizes[at] ?? -1 },
    judgedBy: judgedBy < 0 ? undefined : judgedBy,
    lengths: [columns.fields[at] ?? 0, columns.found[at] ?? 0, columns.bodies[at] ?? 0],
  }
}

/** The word that a column has of the document with a number. */
export const wordAt = ({ words }: Columns, column: readonly number[], at: number): string | undefined =>
  words[(column[at] ?? 0) - 1]

/** The id of the document with a number. */
export const idAt = ({ ids }: Columns, at: number): string | undefined => ids[at] || undefined

/** The day on which the deviation with a number began. */
export const beganAt = (columns: Columns, at: number): Day | undefined =>
  knownDay(wordAt(columns, columns.began, at) ?? '')

const knownDay = knownText(readDay)

/** How final the document with a number is. */
export const stageAt = ({ forms }: Columns, at: number): Stage =>
  STAGES[Math.floor(((forms[at] ?? 0) % INTRICATE) / 3)] ?? 'review'

/** Whom the document with a number is for. */
export const gradeAt = ({ forms }: Columns, at: number): Grade => GRADES[(forms[at] ?? 0) % 3] ?? 'sekretess'

/** The id of the content of the document with a number. */
export const contentAt = ({ contents, idLength }: Columns, at: number): string =>
  contents.slice(at * idLength, (at + 1) * idLength)

/** True of the document with a number when only remark could read it. */
export const isIntricateAt = ({ forms }: Columns, at: number): boolean =>
  (forms[at] ?? 0) % INDEXED >= INTRICATE

/** True of the document with a number when git's index had its file just so. */
export const isIndexedAt = ({ forms }: Columns, at: number): boolean => (forms[at] ?? 0) % POINTS >= INDEXED

/** True of the document with a number when it is known what it points at. */
export const arePointsKnownAt = ({ forms }: Columns, at: number): boolean =>
  (forms[at] ?? 0) % FAULTS >= POINTS

/** True of the document with a number when something was wrong with its file. */
export const hasFaultsAt = ({ forms }: Columns, at: number): boolean => (forms[at] ?? 0) >= FAULTS
