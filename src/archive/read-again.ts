import { NO_BODY } from '../model/body.js'
import type { Document } from '../model/document.js'
import { isUnread, readDocument } from '../parse/read-document.js'
import type { Source } from './source.js'

/** What a file says, read when it is asked for. */
export type Again = (path: string) => Pick<Document, 'fields' | 'faults' | 'body'>

/** Reads documents again from their files; the last is remembered. What only remark can read has no body here. */
export function documentReader(source: Source): Again {
  let last: (ReturnType<Again> & { readonly path: string }) | undefined
  return path => {
    if (last?.path === path) return last
    const { fields, faults, body } = readDocument(source.read(path))
    last = { path, fields, faults, body: isUnread(body) ? NO_BODY : body }
    return last
  }
}
