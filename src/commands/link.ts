import { openArchive } from '../archive/open.js'
import { withLink } from '../archive/write-fields.js'
import { partOf } from '../model/address.js'
import type { Archive } from '../model/archive.js'
import { type Command, OPTIONS } from '../model/command.js'
import { difference } from '../model/difference.js'
import { type Document, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { found } from '../model/lookup.js'
import { meetingOf } from '../model/meeting.js'
import { relationNamed, turnedRound } from '../model/relation.js'
import { choices } from '../model/said.js'
import { nearest } from '../model/text.js'

export const command: Command = {
  name: 'link',
  aliases: ['länka'],
  about: { sv: 'länkar ett dokument till ett annat', en: 'links one document to another' },
  arguments: [
    {
      name: { sv: 'från', en: 'from' },
      about: { sv: 'dokumentet som ska peka', en: 'the document that is to point' },
      presence: 'required',
      values: 'ids',
    },
    {
      name: { sv: 'relation', en: 'relation' },
      about: {
        sv: 'hur: behandlas_i, föranleder, ersätter, följer_upp, se_även …',
        en: 'how: behandlas_i, föranleder, ersätter, följer_upp, se_även …',
      },
      presence: 'required',
      values: 'relations',
    },
    {
      name: { sv: 'till', en: 'to' },
      about: { sv: 'id eller adress att peka på', en: 'id or address to point at' },
      presence: 'required',
      values: 'ids',
    },
  ],
  options: [OPTIONS.archive, OPTIONS.dryRun],
  examples: [
    {
      call: 'samverkan link AVV-2024-7k3f behandlas_i "PROT-lansgruppen-2024-05-22 § 6"',
      does: { sv: 'avvikelsen togs upp där', en: 'the deviation was dealt with there' },
    },
    {
      call: 'samverkan link ARE-2024-xh1n se_även RUT-avvikelser',
      does: { sv: 'läs även rutinen', en: 'read the routine too' },
    },
  ],
  async run(call, world) {
    const { archive, writtenAt, at } = await openArchive(world, call.value('archive'))
    const [first = '', asked = '', second = ''] = call.words
    const turned = turnedRound(asked)
    const [from, relation, to] = turned === undefined ? [first, asked, second] : [second, turned, first]
    const source = found(archive, from).document
    const target = found(archive, to)
    const address = `${nameOf(target.document)} ${partOf(target.address)}`.trim()
    refuseUnlessAllowed(archive, source, relation, target.document)
    const already = archive
      .pointersOf(source)
      .some(
        pointer =>
          pointer.relation === relation &&
          `${pointer.id} ${pointer.part ?? ''}`.trim().toLowerCase() === address.toLowerCase(),
      )
    const words = relationNamed(relation).to
    if (already) {
      world.print(
        world.language === 'sv'
          ? `Länken finns redan: ${nameOf(source)} ${words.sv} ${address}. Ingenting ändrat.\n`
          : `The link is there already: ${nameOf(source)} ${words.en} ${address}. Nothing changed.\n`,
      )
      return 0
    }
    const text = writtenAt(source.path) ?? ''
    const changed = withLink(text, relation, address)
    if (call.has('dry-run')) world.print(`${source.path}\n${difference(text, changed)}\n`)
    else {
      world.disk.replace(at(source.path), changed)
      world.print(
        world.language === 'sv'
          ? `${nameOf(source)} ${words.sv} ${address}. Skrivet i ${source.path}.\n`
          : `${nameOf(source)} ${words.en} ${address}. Written in ${source.path}.\n`,
      )
    }
    return 0
  },
}

function refuseUnlessAllowed(archive: Archive, source: Document, relation: string, target: Document): void {
  const kind = archive.kindOf(source)
  const relations = [...(kind?.relations.keys() ?? [])]
  if (!relations.includes(relation)) {
    const meant = nearest(relation, relations)
    const among = choices(relations)
    throw new UserError(
      {
        sv: `Relationen \`${relation}\` finns inte för ${kind?.label.sv ?? 'dokumentet'}.`,
        en: `There is no relation \`${relation}\` for a ${kind?.label.en ?? 'document'}.`,
      },
      {
        sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Välj ${among.sv}.`,
        en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}Choose ${among.en}.`,
      },
    )
  }
  const allowed = kind?.relations.get(relation) ?? []
  if (allowed.length > 0 && !allowed.includes(target.typ ?? '')) {
    const among = choices(allowed)
    throw new UserError(
      {
        sv: `\`${relation}\` kan inte peka på ${target.typ ?? 'det dokumentet'}.`,
        en: `\`${relation}\` cannot point at ${target.typ ?? 'that document'}.`,
      },
      { sv: `Den pekar på ${among.sv}.`, en: `It points at ${among.en}.` },
    )
  }
  if (source.unreadable) {
    throw new UserError(
      { sv: `\`${source.path}\` går inte att läsa.`, en: `\`${source.path}\` cannot be read.` },
      {
        sv: 'Kör `samverkan validate` och rätta felet först.',
        en: 'Run `samverkan validate` and mend the fault first.',
      },
    )
  }
  if (meetingOf(source).approvals.length > 0) {
    throw new UserError(
      {
        sv: `${nameOf(source)} är justerat och får inte ändras.`,
        en: `${nameOf(source)} has been adjusted and may not be changed.`,
      },
      {
        sv: 'Skriv länken i det andra dokumentet i stället: länkar läses åt båda håll.',
        en: 'Write the link in the other document instead: links are read both ways.',
      },
    )
  }
}
