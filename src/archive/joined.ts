import type { Archive } from '../model/archive.js'
import type { Document } from '../model/document.js'
import { registerOf } from '../model/register.js'
import { remembered } from './remembered.js'

/**
 * Several archives as one: every document is there, each judged and understood in its own archive. The first decides
 * about settings; registers, kinds and groups are those of all, the first where two have the same name.
 * @throws Error for no archive.
 */
export function joined(archives: readonly Archive[]): Archive {
  const [first] = archives
  if (first === undefined) throw new Error('No archives to join.')
  const homes = new Map<Document, Archive>(
    archives.flatMap(archive =>
      [...archive.documents, ...archive.registers].map(document => [document, archive] as const),
    ),
  )
  const homeOf = (document: Document): Archive => homes.get(document) ?? first
  const all = <Item>(of: (archive: Archive) => readonly Item[]): readonly Item[] => archives.flatMap(of)
  const one = <Item>(of: (archive: Archive) => Item | undefined): Item | undefined => {
    for (const archive of archives) {
      const found = of(archive)
      if (found !== undefined) return found
    }
    return undefined
  }
  const ofAll = <Item>(of: (slug: string, archive: Archive) => readonly Item[]) =>
    remembered((key: string) => all(archive => of(key, archive)))
  const names = archives.map(({ settings }) => settings.name)
  return {
    ...first,
    settings: { ...first.settings, name: [...new Set(names)].join(', ') },
    register: registerOf(
      all(({ register }) => register.people).toReversed(),
      all(({ register }) => register.organisations).toReversed(),
    ),
    kinds: new Map(archives.toReversed().flatMap(({ kinds }) => [...kinds])),
    files: new Set(all(({ files }) => [...files])),
    documents: all(({ documents }) => documents),
    registers: all(({ registers }) => registers),
    skipped: all(({ skipped }) => skipped),
    groups: all(({ groups }) => groups),
    homeOf,
    kindOf: document => homeOf(document).kindOf(document),
    group: slug => one(archive => archive.group(slug)),
    fieldFaults: document => homeOf(document).fieldFaults(document),
    sealOf: document => homeOf(document).sealOf(document),
    byPath: path => one(archive => archive.byPath(path)),
    byId: id => one(archive => archive.byId(id)),
    sameId: ofAll((id, archive) => archive.sameId(id)),
    ofKind: (...kinds) => all(archive => archive.ofKind(...kinds)),
    meetingsOf: ofAll((slug, archive) => archive.meetingsOf(slug)),
    pointingAt: ofAll((id, archive) => archive.pointingAt(id)),
    pointersOf: document => homeOf(document).pointersOf(document),
    fatesOf: ofAll((slug, archive) => archive.fatesOf(slug)),
    fatesFrom: (document, slug) => homeOf(document).fatesFrom(document, slug),
    waitingFor: (slug, meeting) => all(archive => archive.waitingFor(slug, meeting)),
    leftOpenBy: document => homeOf(document).leftOpenBy(document),
    takesUp: (document, waiting) => homeOf(document).takesUp(document, waiting),
  }
}
