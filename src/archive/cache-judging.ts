import { hash } from 'node:crypto'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Document } from '../model/document.js'
import type { DocumentKind } from '../model/kind.js'
import type { Judgement } from '../model/ports.js'
import type { Surroundings } from '../model/surroundings.js'
import type { JudgedBy } from './cache-rows.js'
import type { Premises } from './premises.js'

/** What a judgement asked for of that which changes although no document does: a sum of these. */
const TODAY = 1
const FILES = 2

/**
 * Judges documents one by one, and tells of each whether today and the files of the archive were asked for. All else
 * that a document is judged by lies in itself and in the premises.
 */
export function judging(
  surroundings: Surroundings,
  judge: (document: Document, surroundings: Surroundings) => readonly Diagnostic[],
): (document: Document) => Judgement {
  let asked = 0
  const watched: Surroundings = {
    ...surroundings,
    get today() {
      asked |= TODAY
      return surroundings.today
    },
    get files() {
      asked |= FILES
      return surroundings.files
    },
  }
  return document => {
    asked = 0
    const found = judge(document, watched)
    return { path: document.path, found, asked }
  }
}

/** True when what was asked for is still so. */
export const stillHolds = (asked: number, then: JudgedBy, now: JudgedBy): boolean =>
  then.premises === now.premises &&
  ((asked & TODAY) === 0 || then.today === now.today) &&
  ((asked & FILES) === 0 || then.files === now.files)

/** What the documents of an archive are judged by besides themselves. */
export const judgedBy = ({ registers, groupFolder, kinds, files, today }: Premises): JudgedBy => ({
  premises: sumOf([
    registers,
    groupFolder.documents,
    [...kinds.values()].filter(({ origin }) => origin.startsWith('.')),
  ]),
  today,
  files: hash('sha256', [...files].join('\n')),
})

/** What the kinds say of the grade, the stage and the headings of documents. */
export const sumOfKinds = (kinds: ReadonlyMap<string, DocumentKind>): string =>
  sumOf(
    [...kinds.values()].map(({ typ, confidentiality, statuses, sections, pathPattern, idPattern }) => [
      typ,
      confidentiality,
      statuses,
      sections,
      pathPattern,
      idPattern,
    ]),
  )

const sumOf = (value: object): string =>
  hash(
    'sha256',
    JSON.stringify(value, (_, each: unknown) => (each instanceof Map ? [...each] : each)),
  )
