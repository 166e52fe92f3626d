import type { Grade, Stage } from '../model/document.js'

/** What is known of a kept document before its row is read. */
export interface KeptHead {
  readonly path: string
  readonly typ: string | undefined
  readonly id: string | undefined
  readonly status: string | undefined
  readonly stage: Stage
  readonly grade: Grade
  /** The ids that it points at, in small letters, as far as it alone shows; absent when it also has links to files. */
  readonly points: readonly string[] | undefined
  /** True when only remark could read it: its row holds all of it. */
  readonly isIntricate: boolean
  /** The id of its content in git, each byte a character. */
  readonly content: string
  /** How many bytes its file has. */
  readonly size: number
}

/** A document that is to be kept. */
export interface Keeping extends KeptHead {
  /** How long its row is. */
  readonly length: number
}

/** The head of a cache: columns, in which a document is one number. All have the order of the paths. */
export interface Columns {
  readonly paths: readonly string[]
  /** Ids of contents, one after the other, and how long each is. */
  readonly contents: string
  readonly idLength: number
  readonly sizes: readonly number[]
  readonly ids: readonly (string | 0)[]
  /** Numbers of typ and of status in `words`; 0 when there is none. */
  readonly typs: readonly number[]
  readonly statuses: readonly number[]
  readonly words: readonly string[]
  /** Stage and grade: 3 × the one + the other, and 9 more where only remark could read it. */
  readonly forms: readonly number[]
  /** Ids that are pointed at, parted by line breaks; 0 where that is not known. */
  readonly points: readonly (string | 0)[]
  readonly lengths: readonly number[]
}

const STAGES = ['draft', 'review', 'final'] as const satisfies readonly Stage[]
const GRADES = ['öppen', 'intern', 'sekretess'] as const satisfies readonly Grade[]

/** The columns of documents in the order of their paths. */
export function columnsOf(keepings: readonly Keeping[]): Columns {
  const numbers = new Map<string, number>()
  const numberOf = (word: string | undefined): number => {
    if (word === undefined) return 0
    const known = numbers.get(word) ?? numbers.size + 1
    numbers.set(word, known)
    return known
  }
  return {
    paths: keepings.map(({ path }) => path),
    contents: keepings.map(({ content }) => content).join(''),
    idLength: keepings[0]?.content.length ?? 0,
    sizes: keepings.map(({ size }) => size),
    ids: keepings.map(({ id }) => id ?? 0),
    typs: keepings.map(({ typ }) => numberOf(typ)),
    statuses: keepings.map(({ status }) => numberOf(status)),
    words: [...numbers.keys()],
    forms: keepings.map(
      ({ stage, grade, isIntricate }) =>
        STAGES.indexOf(stage) * 3 + GRADES.indexOf(grade) + (isIntricate ? 9 : 0),
    ),
    points: keepings.map(({ points }) => (points === undefined ? 0 : points.join('\n'))),
    lengths: keepings.map(({ length }) => length),
  }
}

/** What columns say of the document with a number. */
export function headAt(columns: Columns, at: number): KeptHead {
  const word = (number: number | undefined) => (number === undefined ? undefined : columns.words[number - 1])
  const form = columns.forms[at] ?? 0
  const points = columns.points[at]
  return {
    path: columns.paths[at] ?? '',
    typ: word(columns.typs[at]),
    id: columns.ids[at] || undefined,
    status: word(columns.statuses[at]),
    stage: STAGES[Math.floor((form % 9) / 3)] ?? 'review',
    grade: GRADES[form % 3] ?? 'sekretess',
    points: typeof points !== 'string' ? undefined : points === '' ? [] : points.split('\n'),
    isIntricate: isIntricateAt(columns, at),
    content: contentAt(columns, at),
    size: columns.sizes[at] ?? -1,
  }
}

/** The id of the content of the document with a number. */
export const contentAt = ({ contents, idLength }: Columns, at: number): string =>
  contents.slice(at * idLength, (at + 1) * idLength)

/** True of the document with a number when only remark could read it. */
export const isIntricateAt = ({ forms }: Columns, at: number): boolean => (forms[at] ?? 0) >= 9
