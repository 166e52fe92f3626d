import { openArchive } from '../archive/open.js'
import { partOf } from '../model/address.js'
import type { Archive, Pointer } from '../model/archive.js'
import { type Command, OPTIONS } from '../model/command.js'
import { type Document, nameOf, titleOf } from '../model/document.js'
import { hanging } from '../model/layout.js'
import { citedSection, found } from '../model/lookup.js'
import { asJson, deliver } from '../model/output.js'
import { relationNamed } from '../model/relation.js'
import type { Said } from '../model/said.js'

export const command: Command = {
  name: 'links',
  aliases: ['länkar'],
  about: {
    sv: 'visar vad ett dokument pekar på och vad som pekar på det',
    en: 'shows what a document points at and what points at it',
  },
  arguments: [
    {
      name: { sv: 'id', en: 'id' },
      about: { sv: 'dokumentets id eller en adress i det', en: 'id of the document, or an address in it' },
      presence: 'required',
      values: 'ids',
    },
  ],
  options: [OPTIONS.archive, OPTIONS.format, OPTIONS.out, OPTIONS.force],
  examples: [
    {
      call: 'samverkan links ARE-2024-xh1n',
      does: { sv: 'ett ärendes väg genom mötena', en: 'the way of a matter through the meetings' },
    },
    {
      call: 'samverkan links PROT-lansgruppen-2024-05-22 --format json',
      does: { sv: 'för andra program', en: 'for other programs' },
    },
  ],
  async run(call, world) {
    const { archive } = await openArchive(world, call.value('archive'))
    const { document, address } = found(archive, call.words[0] ?? '')
    const lines = linesOf(archive, document, partOf(address))
    if (call.value('format') === 'json') {
      deliver(
        call,
        world,
        asJson({
          schemaVersion: 1,
          id: document.id ?? null,
          part: partOf(address) || null,
          links: lines.map(asData),
        }),
      )
      return 0
    }
    const { language, paint, columns } = world
    const head = `${paint.strong(`${nameOf(document)} ${partOf(address)}`.trim())} – ${titleOf(document)}`
    const shown = lines.flatMap(({ direction, words, target, title }) => {
      const missing = language === 'sv' ? 'finns inte' : 'does not exist'
      const text = `${words[language]} ${title === undefined ? `${target} (${missing})` : `${target} – ${title}`}`
      const set = hanging(text, columns, direction === 'out' ? '  → ' : '  ← ')
      return title === undefined ? set.map(line => paint.error(line)) : set
    })
    const none = language === 'sv' ? '  Inga länkar åt något håll.' : '  No links either way.'
    deliver(call, world, `${[head, ...(shown.length === 0 ? [none] : shown)].join('\n')}\n`)
    return 0
  },
}

/** One link of a document, seen from it. */
interface LinkLine {
  readonly direction: 'out' | 'in'
  readonly relation: string
  readonly words: Said
  readonly target: string
  /** Absent when the target does not exist. */
  readonly title: string | undefined
  readonly path: string | undefined
}

function linesOf(archive: Archive, document: Document, part: string): readonly LinkLine[] {
  const out = archive.pointersOf(document).map((pointer): LinkLine => {
    const target = archive.byId(pointer.id)
    return {
      direction: 'out',
      relation: pointer.relation,
      words: relationNamed(pointer.relation).to,
      target: `${target?.id ?? pointer.id} ${pointer.part ?? ''}`.trim(),
      title: target === undefined ? undefined : titleOf(target),
      path: target?.path,
    }
  })
  const into = archive
    .pointingAt(document.id ?? '')
    .filter(pointer => part === '' || pointer.part?.startsWith(part) === true)
    .map(pointer => incoming(pointer, part))
  const lines = [...(part === '' ? out : []), ...into]
  // A mention adds nothing where the same document is linked by a relation of its own.
  const related = new Set(
    lines
      .filter(({ relation }) => relation !== 'nämner')
      .map(({ direction, path }) => `${direction} ${path}`),
  )
  const seen = new Set<string>()
  return lines.filter(({ direction, relation, target, path }) => {
    const key = `${direction} ${relation} ${target}`
    return (
      !seen.has(key) &&
      seen.add(key) &&
      (relation !== 'nämner' || path === undefined || !related.has(`${direction} ${path}`))
    )
  })
}

const incoming = ({ from, relation, part, section }: Pointer, asked: string): LinkLine => ({
  direction: 'in',
  relation,
  words: relationNamed(relation).from,
  target: `${nameOf(from)}${citedSection(from, section)}${part === undefined || part === asked ? '' : ` (${part})`}`,
  title: titleOf(from),
  path: from.path,
})

const asData = ({ direction, relation, target, title, path }: LinkLine) => ({
  direction,
  relation,
  target,
  titel: title ?? null,
  path: path ?? null,
  exists: title !== undefined,
})
