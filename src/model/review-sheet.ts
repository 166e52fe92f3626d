import { nameOf } from './document.js'
import type { DocumentReview } from './review.js'
import type { ReviewedChange } from './review-change.js'
import { counted } from './review-words.js'
import { enumerated, type Language, type Said } from './said.js'
import type { Chapter, Sheet } from './sheet.js'

/** A whole review: what was compared, and what it means. */
export interface Review {
  readonly documents: readonly DocumentReview[]
  /** Files that are no documents: attachments, kinds of the archive's own. */
  readonly files: readonly { readonly path: string; readonly is: 'new' | 'removed' | 'changed' }[]
  /** What the change sets out from, as the user or git names it, and the commit. */
  readonly base: string
  readonly commit: string
  /** What it leads to; absent for what stands in the folder now. */
  readonly head?: string
}

/** A review as a page: a sentence for each change, gathered under its document. */
export function reviewSheet({ documents, files, base, commit, head }: Review): Sheet {
  const changed = documents.filter(({ is }) => is !== 'same')
  const same = documents.filter(({ is }) => is === 'same').map(({ document }) => nameOf(document))
  const until =
    head === undefined
      ? { sv: 'det som står i katalogen', en: 'what is in the folder' }
      : { sv: head, en: head }
  return {
    report: 'review',
    title: { sv: 'Vad ändringen betyder', en: 'What the change means' },
    scope: {
      sv: `Från ${base} (${commit}) till ${until.sv}.`,
      en: `From ${base} (${commit}) to ${until.en}.`,
    },
    scopeData: { base, commit, ...(head !== undefined && { head }) },
    summary: [
      ...(changed.length + same.length + files.length === 0 ? [NOTHING] : counts(changed)),
      ...(same.length === 0 ? [] : [unchanged(same)]),
    ],
    tables: [],
    chapters: [
      ...changed.map(({ head: title, changes }) => ({
        title: { sv: title, en: title },
        summary: changes.map(sentence),
        tables: [],
      })),
      ...(files.length === 0 ? [] : [otherFiles(files)]),
    ],
    sources: {
      documents: documents.length,
      unreadable: documents
        .filter(({ document }) => document.unreadable)
        .map(({ document }) => document.path),
    },
  }
}

/** A review for other programs. */
export const reviewData = ({ documents, files, base, commit, head }: Review, language: Language) => ({
  schemaVersion: 1,
  base,
  commit,
  head: head ?? null,
  documents: documents.map(({ document, is, changes }) => ({
    path: document.path,
    id: document.id ?? null,
    is,
    unreadable: document.unreadable,
    changes: changes.map(({ place, says }) => ({ place: place ?? null, says: says[language] })),
  })),
  files,
})

/** "§ 5: beslut 2 tillagt": the place and what happened there. */
export const sentence = ({ place, says }: ReviewedChange): Said =>
  place === undefined ? says : { sv: `${place}: ${says.sv}`, en: `${place}: ${says.en}` }

function counts(changed: readonly DocumentReview[]): readonly Said[] {
  const of = (what: DocumentReview['is']) => changed.filter(({ is }) => is === what).length
  const parts = [
    ...counted(
      of('changed'),
      { sv: 'dokument ändrat', en: 'document changed' },
      { sv: 'dokument ändrade', en: 'documents changed' },
    ),
    ...counted(of('new'), { sv: 'nytt', en: 'new' }, { sv: 'nya', en: 'new' }),
    ...counted(of('removed'), { sv: 'borttaget', en: 'removed' }, { sv: 'borttagna', en: 'removed' }),
  ]
  if (parts.length === 0) return []
  return [
    {
      sv: `${enumerated(parts.map(({ sv }) => sv)).sv}.`,
      en: `${enumerated(parts.map(({ en }) => en)).en}.`,
    },
  ]
}

function unchanged(names: readonly string[]): Said {
  const shown = names.slice(0, MOST)
  const more = names.length - shown.length
  const rest = more > 0 ? { sv: [`${more} till`], en: [`${more} more`] } : { sv: [], en: [] }
  return {
    sv: `Inga ändringar i sak i ${enumerated([...shown, ...rest.sv]).sv}.`,
    en: `No change in substance in ${enumerated([...shown, ...rest.en]).en}.`,
  }
}

const otherFiles = (files: Review['files']): Chapter => ({
  title: { sv: 'Andra filer', en: 'Other files' },
  summary: files.map(({ path, is }) => ({
    sv: `${path}: ${FILE_WORDS[is].sv}`,
    en: `${path}: ${FILE_WORDS[is].en}`,
  })),
  tables: [],
})

const FILE_WORDS: Readonly<Record<Review['files'][number]['is'], Said>> = {
  new: { sv: 'ny', en: 'new' },
  removed: { sv: 'borttagen', en: 'removed' },
  changed: { sv: 'ändrad', en: 'changed' },
}

const NOTHING: Said = { sv: 'Inga ändringar i sak.', en: 'No changes in substance.' }

/** So many documents without changes in substance are named. */
const MOST = 10
