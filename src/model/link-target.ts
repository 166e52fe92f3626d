import { anchorsOf } from './anchors.js'
import type { Archive } from './archive.js'
import type { Link } from './body.js'
import { type Document, mayBeQuoted } from './document.js'
import { foldersOf, nearestPath, resolvePath } from './path.js'
import { nearest } from './text.js'

/** What a relative link leads to. `near` is what was most likely meant, where that may be told. */
export type LinkTarget =
  | { readonly is: 'there' }
  | { readonly is: 'outside' }
  | { readonly is: 'no file'; readonly path: string; readonly near?: string }
  | { readonly is: 'no heading'; readonly path: string; readonly anchor: string; readonly near?: string }

/** Follows a relative link from a document: to a file or folder of the archive, and to a heading of a document. */
export function linkTarget({ target }: Link, document: Document, archive: Archive): LinkTarget {
  const [, file = '', anchor = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(target.normalize('NFC')) ?? []
  const path = resolvePath(document.path, file)
  if (path.startsWith('..')) return { is: 'outside' }
  if (path !== '' && !archive.files.has(path) && !foldersOf(archive.files).has(path)) {
    return { is: 'no file', path, ...near(nearestPath(path, archive.files)) }
  }
  const linked = archive.byPath(path)
  if (anchor === '' || linked === undefined || linked.unreadable || LINES.test(anchor)) return { is: 'there' }
  const anchors = anchorsOf(linked)
  if (anchors.has(anchor)) return { is: 'there' }
  const tells = mayBeQuoted(linked) && anchors.size < MOST
  return { is: 'no heading', path, anchor, ...near(tells ? nearest(anchor, anchors) : undefined) }
}

const near = (meant: string | undefined): { readonly near?: string } =>
  meant === undefined ? {} : { near: meant }

/** Forges point at lines of a file so. */
const LINES = /^L\d+(?:-L?\d+)?$/

/** A document with more headings than this gets no suggestions. */
const MOST = 500
