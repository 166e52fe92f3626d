import { type KindSet, textIn } from '../kinds/kind-set.js'
import { KindFault, readKind } from '../kinds/read-kind.js'
import { NO_BODY } from '../model/body.js'
import type { Document } from '../model/document.js'
import { NO_FIELDS } from '../model/fields.js'
import type { DocumentKind } from '../model/kind.js'
import type { FileEntry } from '../model/ports.js'
import type { Source } from './source.js'

/** The kinds that an archive has in `.samverkan/templates/`; those that cannot be used, as broken registers. */
export async function ownKinds(source: Source, entries: readonly FileEntry[], { common }: KindSet) {
  const kinds = new Map<string, DocumentKind>()
  const broken: Document[] = []
  for (const { path } of entries) {
    if (!path.startsWith('.')) continue
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
