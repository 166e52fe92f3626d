import type { Archive } from '../../model/archive.js'
import { type Document, nameOf } from '../../model/document.js'
import { relationNamed } from '../../model/relation.js'
import type { Rule } from '../../model/rule.js'

/** What replaces, lifts, follows up or rests on something never comes back to itself. */
export const rule: Rule = {
  name: 'lank-cirkel',
  level: 'error',
  states: {
    sv: 'En kedja av `ersätter`, `lyfts_till`, `följer_upp` eller `grundas_på` kommer aldrig tillbaka till sin början.',
    en: 'A chain of `ersätter`, `lyfts_till`, `följer_upp` or `grundas_på` never comes back to where it began.',
  },
  because: {
    sv: 'När två dokument ersätter varandra går det inte att säga vilket som gäller.',
    en: 'When two documents replace each other, nobody can say which one is in force.',
  },
  *check(document, archive) {
    const pointers = archive.pointersOf(document)
    if (!pointers.some(({ relation }) => CHAINS.has(relation))) return
    const told = new Set<string>()
    for (const { relation, id, at } of pointers) {
      if (!CHAINS.has(relation) || told.has(relation)) continue
      const target = archive.byId(id)
      if (target === undefined || !knotsOf(archive, relation).has(document)) continue
      const way = wayBack(target, document, relation, archive)
      if (way === undefined) continue
      told.add(relation)
      const words = relationNamed(relation).to
      const through = way.map(each => `\`${nameOf(each)}\``)
      yield {
        at,
        says:
          target === document
            ? { sv: `Dokumentet ${words.sv} sig självt.`, en: `The document ${words.en} itself.` }
            : {
                sv: `Dokumentet ${words.sv} sig självt, genom ${through.join(' → ')}.`,
                en: `The document ${words.en} itself, through ${through.join(' → ')}.`,
              },
        advice: {
          sv: 'Ta bort den länk som pekar åt fel håll.',
          en: 'Take out the link that points the wrong way.',
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Två rutiner ersätter varandra', en: 'Two routines replace each other' },
      typ: 'rutin',
      front: { ersätter: '[RUT-gammal]' },
      files: { 'rutiner/gammal.md': routine('RUT-gammal', 'RUT-overlamning') },
      finds: ['ersätter: [RUT-gammal]', 'rutiner/gammal.md: [RUT-overlamning]'],
    },
    {
      shows: { sv: 'Ett ärende följer upp sig självt', en: 'A matter follows up itself' },
      typ: 'ärende',
      front: { länkar: '{följer_upp: [ARE-2024-a1b2]}' },
      finds: ['länkar:'],
    },
    {
      shows: {
        sv: 'En kedja som tar slut, och dokument som nämner varandra',
        en: 'A chain that ends, and documents that mention each other',
      },
      typ: 'rutin',
      front: { ersätter: '[RUT-gammal]', länkar: '{se_även: [RUT-gammal]}' },
      files: {
        'rutiner/gammal.md': routine('RUT-gammal', 'RUT-aldre', 'Se RUT-overlamning.'),
        'rutiner/aldre.md': routine('RUT-aldre', 'RUT-borta'),
      },
      finds: [],
    },
  ],
}

const CHAINS: ReadonlySet<string> = new Set(['ersätter', 'lyfts_till', 'följer_upp', 'grundas_på'])

/** So many documents are tried on the way back: nobody writes a longer ring. */
const FAR = 500
/** Documents on the way that are named. */
const NAMED = 4

/** The documents on the way from a target back to where the chain began, the first few; absent when there is none. */
function wayBack(
  target: Document,
  start: Document,
  relation: string,
  archive: Archive,
): readonly Document[] | undefined {
  if (target === start) return []
  const from = new Map<Document, Document | undefined>([[target, undefined]])
  for (const document of from.keys()) {
    if (from.size > FAR) return undefined
    for (const next of targetsOf(document, relation, archive)) {
      if (next === start) return trail(document, from).slice(0, NAMED)
      if (!from.has(next)) from.set(next, document)
    }
  }
  return undefined
}

function trail(end: Document, from: ReadonlyMap<Document, Document | undefined>): readonly Document[] {
  const way: Document[] = []
  for (let at: Document | undefined = end; at !== undefined; at = from.get(at)) way.unshift(at)
  return way
}

/**
 * The documents that are left when all that nothing leads to has been taken away again and again: those in a ring and
 * those behind one. Empty in a good archive; made once for each relation.
 */
function knotsOf(archive: Archive, relation: string): ReadonlySet<Document> {
  const made = knots.get(archive) ?? new Map<string, ReadonlySet<Document>>()
  knots.set(archive, made)
  const known = made.get(relation)
  if (known !== undefined) return known
  const left = new Set(
    archive.documents.filter(document => targetsOf(document, relation, archive).length > 0),
  )
  const incoming = new Map<Document, number>()
  for (const document of left) {
    for (const target of targetsOf(document, relation, archive))
      incoming.set(target, (incoming.get(target) ?? 0) + 1)
  }
  const free = [...left].filter(document => !incoming.has(document))
  for (let document = free.pop(); document !== undefined; document = free.pop()) {
    left.delete(document)
    for (const target of targetsOf(document, relation, archive)) {
      const count = (incoming.get(target) ?? 1) - 1
      incoming.set(target, count)
      if (count === 0 && left.has(target)) free.push(target)
    }
  }
  made.set(relation, left)
  return left
}

const knots = new WeakMap<Archive, Map<string, ReadonlySet<Document>>>()

const targetsOf = (document: Document, relation: string, archive: Archive): readonly Document[] =>
  archive
    .pointersOf(document)
    .flatMap(pointer => (pointer.relation === relation ? (archive.byId(pointer.id) ?? []) : []))

function routine(id: string, replaces: string, body = 'Text.'): string {
  return `---\nid: ${id}\ntyp: rutin\ntitel: Rutin\nstatus: ersatt\nsekretess: öppen\nersätter: [${replaces}]\n---\n\n# Rutin\n\n## Syfte\n\n${body}\n`
}
