import { openArchive } from '../archive/open.js'
import { partOf } from '../model/address.js'
import type { Archive, Pointer } from '../model/archive.js'
import { type Command, OPTIONS } from '../model/command.js'
import { progressLines } from '../model/deviation-progress.js'
import { mayBeQuoted, nameOf, titleOf } from '../model/document.js'
import { hanging, wrapped } from '../model/layout.js'
import { citedSection, type Found, found, lastLineOf } from '../model/lookup.js'
import { asJson, deliver } from '../model/output.js'
import type { World } from '../model/ports.js'
import { positionsIn } from '../model/position.js'
import { relationNamed } from '../model/relation.js'
import { LEFT_OUT, mayBeRepeated, readableLines } from '../model/repeatable.js'

export const command: Command = {
  name: 'show',
  aliases: ['visa'],
  about: {
    sv: 'visar ett dokument, en paragraf, ett beslut eller ett uppdrag, och vad som pekar på det',
    en: 'shows a document, a section, a decision or an action, and what points at it',
  },
  arguments: [
    {
      name: { sv: 'id', en: 'id' },
      about: {
        sv: 'id eller adress: `PROT-lansgruppen-2024-05-31 § 4:2`',
        en: 'id or address: `PROT-lansgruppen-2024-05-31 § 4:2`',
      },
      presence: 'required',
      values: 'ids',
    },
  ],
  options: [OPTIONS.archive, OPTIONS.format, OPTIONS.out, OPTIONS.force],
  examples: [
    { call: 'samverkan show AVV-2024-7k3f', does: { sv: 'en avvikelse', en: 'a deviation' } },
    {
      call: 'samverkan show "PROT-lansgruppen-2024-05-22 § 4:1"',
      does: { sv: 'ett beslut', en: 'a decision' },
    },
    { call: 'samverkan show "MA-ekmo-2024-09-11 § 6b u1"', does: { sv: 'ett uppdrag', en: 'an action' } },
  ],
  async run(call, world) {
    const { archive, textOf } = await openArchive(world, call.value('archive'))
    const what = found(archive, call.words[0] ?? '')
    const pointers = pointersAt(archive, what)
    const text = readableText(what, textOf(what.document.path) ?? '', `[${LEFT_OUT[world.language]}]`)
    const progress =
      what.document.typ === 'avvikelse' && partOf(what.address) === ''
        ? progressLines(what.document, archive, world)
        : []
    deliver(
      call,
      world,
      call.value('format') === 'json'
        ? asJson(asData(what, text, pointers))
        : asText(what, text, pointers, progress, world),
    )
    return 0
  },
}

/** What points at just this part; for a whole document, at any part of it. */
const pointersAt = (archive: Archive, { document, address }: Found): readonly Pointer[] =>
  archive.pointingAt(document.id ?? '').filter(({ part }) => {
    const wanted = partOf(address)
    return (
      wanted === '' ||
      part === wanted ||
      part?.startsWith(`${wanted}:`) === true ||
      part?.startsWith(`${wanted} u`) === true
    )
  })

/** The lines of the part; what is confidential gives way to a word that says so. Documents that are not open are not repeated. */
function readableText(
  { document, section, decision, action }: Found,
  text: string,
  leftOut: string,
): readonly string[] | undefined {
  if (!mayBeQuoted(document)) return undefined
  const lines = text.split('\n')
  const { headings, prose } = document.body
  const [from, to] =
    decision !== undefined
      ? [decision.line, decision.endLine]
      : action !== undefined
        ? [action.line, action.endLine + action.notes.length]
        : section !== undefined
          ? [section.line, lastLineOf(document, section)]
          : [headings[0]?.line ?? prose[0]?.line ?? 1, lines.length]
  return readableLines(document, lines, { from, to }, leftOut).join('\n').trim().split('\n')
}

function asText(
  what: Found,
  text: readonly string[] | undefined,
  pointers: readonly Pointer[],
  progress: readonly string[],
  { paint, language, columns }: World,
): string {
  const { document, address } = what
  const say = (sv: string, en: string) => (language === 'sv' ? sv : en)
  const facts = [document.typ, document.status, document.fields['datum']]
    .filter(each => typeof each === 'string')
    .join(' · ')
  const line = what.decision?.line ?? what.action?.line ?? what.section?.line ?? 1
  const head = [
    paint.strong(`${nameOf(document)} ${partOf(address)}`.trim()),
    titleOf(document),
    paint.faint(facts),
    paint.faint(`${document.path}:${line}`),
  ]
  const content =
    text === undefined
      ? wrapped(
          say(
            'Texten visas inte, för dokumentet är inte öppet. Öppna filen om du har rätt att läsa den.',
            'The text is not shown, because the document is not open. Open the file if you may read it.',
          ),
          columns,
        )
      : text
  const sentences = pointers.map(
    ({ from, relation, section }) =>
      `${relationNamed(relation).from[language]} ${nameOf(from)}${citedSection(from, section)} – ${titleOf(from)}`,
  )
  const pointing = [...new Set(sentences)].flatMap(sentence => hanging(sentence, columns, '  '))
  const title = paint.strong(say('Pekar hit:', 'Points here:'))
  return `${[...head, '', ...content, '', ...progress, ...(progress.length > 0 ? [''] : []), ...(pointing.length === 0 ? [say('Ingenting pekar hit.', 'Nothing points here.')] : [title, ...pointing])].join('\n')}\n`
}

const asData = (
  { document, address, section, decision, action }: Found,
  text: readonly string[] | undefined,
  pointers: readonly Pointer[],
) => ({
  schemaVersion: 1,
  id: document.id ?? null,
  part: partOf(address) || null,
  typ: document.typ ?? null,
  titel: titleOf(document),
  status: document.status ?? null,
  path: document.path,
  line: decision?.line ?? action?.line ?? section?.line ?? 1,
  ...(decision !== undefined &&
    mayBeRepeated(document, decision) && {
      decision: { text: decision.text, decider: decision.decider ?? null },
    }),
  ...(action !== undefined &&
    mayBeRepeated(document, action) && {
      action: {
        owners: action.owners,
        task: action.task,
        due: action.due ?? null,
        done: action.done,
        doneOn: action.doneOn ?? null,
        notes: action.notes,
      },
    }),
  positions: positionsIn(document)
    .filter(each => mayBeRepeated(document, each))
    .filter(each => section === undefined || each.section === section.index)
    .map(each => ({ party: each.party, text: each.text, line: each.line })),
  text: text?.join('\n') ?? null,
  pointingHere: pointers.map(({ from, relation, part, section: at }) => ({
    id: from.id ?? null,
    path: from.path,
    relation,
    part: part ?? null,
    section: citedSection(from, at).trim() || null,
  })),
})
