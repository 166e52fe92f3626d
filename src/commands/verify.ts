import { type ChangedAdjusted, changedAdjusted } from '../archive/changed-adjusted.js'
import { checkAdjustments } from '../archive/check-adjustments.js'
import { openArchive } from '../archive/open.js'
import { type CheckedDocument, checkedAsData, checkedAsText } from '../model/checked-adjustment.js'
import { type Command, OPTIONS } from '../model/command.js'
import { UserError } from '../model/failure.js'
import { hanging, wrapped } from '../model/layout.js'
import { found } from '../model/lookup.js'
import { meetingOf } from '../model/meeting.js'
import { asJson, deliver } from '../model/output.js'
import type { World } from '../model/ports.js'
import type { Language, Said } from '../model/said.js'

export const command: Command = {
  name: 'verify',
  aliases: ['verifiera'],
  about: {
    sv: 'prövar justeringar: om sigillen håller, om signaturerna är äkta, och vad som har ändrats',
    en: 'checks adjustments: whether seals hold, whether signatures are genuine, and what has changed',
  },
  arguments: [
    {
      name: { sv: 'id', en: 'id' },
      about: {
        sv: 'dokumentets id; alla som är justerade eller väntar på det när inget anges',
        en: 'id of the document; all that are adjusted or wait for it when none is given',
      },
      presence: 'optional',
      values: 'ids',
    },
  ],
  options: [
    OPTIONS.archive,
    {
      name: 'changed',
      about: {
        sv: 'pröva i stället vad ändringen har gjort med det som var justerat på huvudgrenen',
        en: 'check instead what the change has done to what was adjusted on the default branch',
      },
    },
    {
      name: 'base',
      takes: { sv: 'GREN', en: 'BRANCH' },
      about: {
        sv: 'gren eller version som --changed jämför med',
        en: 'branch or commit that --changed compares with',
      },
    },
    OPTIONS.format,
    OPTIONS.out,
    OPTIONS.force,
  ],
  examples: [
    {
      call: 'samverkan verify PROT-lansgruppen-2024-12-04',
      does: { sv: 'ett protokoll, och vad som har ändrats', en: 'one protocol, and what has changed' },
    },
    { call: 'samverkan verify', does: { sv: 'alla justerade dokument', en: 'all adjusted documents' } },
    {
      call: 'samverkan verify --changed --base main',
      does: { sv: 'inför en sammanslagning', en: 'before a merge' },
    },
  ],
  async run(call, world) {
    const open = await openArchive(world, call.value('archive'))
    const { archive } = open
    const named = call.words[0]
    const isJson = call.value('format') === 'json'
    if (call.has('changed') || call.value('base') !== undefined) {
      if (named !== undefined) throw bothAsked(named)
      const changes = await changedAdjusted(call.value('base'), open, world)
      const text = isJson ? asJson(changesAsData(changes, world.language)) : changesAsText(changes, world)
      deliver(call, world, text)
      return 'lost' in changes && changes.lost.length > 0 ? 1 : 0
    }
    const documents =
      named === undefined
        ? archive.documents.filter(
            each =>
              each.status === 'justerat' ||
              each.status === 'justering' ||
              (each.fields['justering'] !== undefined && meetingOf(each).approvals.length > 0),
          )
        : [found(archive, named).document]
    const checked: CheckedDocument[] = []
    for (const document of documents) checked.push(await checkAdjustments(document, open, world))
    const { language } = world
    // What cannot be read may have been adjusted: it is never passed over in silence.
    const unreadable =
      named === undefined
        ? archive.documents
            .filter(each => each.unreadable && (open.textOf(each.path)?.includes('sigill') ?? true))
            .map(({ path }) => path)
        : []
    const unread = unreadable.flatMap(path =>
      hanging(unreadableAt(path)[language], world.columns, '✗ ').map(line => world.paint.error(line)),
    )
    deliver(
      call,
      world,
      isJson
        ? asJson({
            schemaVersion: 1,
            documents: checked.map(each => checkedAsData(each, language)),
            unreadable,
          })
        : `${[...checked.flatMap(each => checkedAsText(each, world)), ...unread, ...wrapped(summary(checked, unreadable.length)[language], world.columns)].join('\n')}\n`,
    )
    return unreadable.length === 0 && checked.every(({ holds }) => holds) ? 0 : 1
  },
}

function summary(checked: readonly CheckedDocument[], unreadable: number): Said {
  const lines = checked.flatMap(({ approvals }) => approvals)
  const failing = checked.filter(({ holds }) => !holds).length
  const waiting = checked.filter(({ holds, missing }) => holds && missing.length > 0).length
  const left =
    waiting === 0
      ? { sv: '', en: '' }
      : {
          sv: ` ${waiting} väntar på justering.`,
          en: ` ${waiting} ${waiting === 1 ? 'waits' : 'wait'} to be adjusted.`,
        }
  const count = {
    sv: `${checked.length} dokument, ${lines.length} ${lines.length === 1 ? 'justering' : 'justeringar'}`,
    en: `${checked.length} ${checked.length === 1 ? 'document' : 'documents'}, ${lines.length} ${lines.length === 1 ? 'adjustment' : 'adjustments'}`,
  }
  if (failing === 0 && unreadable > 0)
    return {
      sv: `${count.sv}: det som gick att läsa håller.${left.sv}`,
      en: `${count.en}: what could be read holds.${left.en}`,
    }
  if (failing === 0)
    return lines.length === 0
      ? { sv: `${count.sv}.${left.sv}`, en: `${count.en}.${left.en}` }
      : { sv: `${count.sv}: allt håller.${left.sv}`, en: `${count.en}: everything holds.${left.en}` }
  const isText = lines.some(({ isSealHolding }) => !isSealHolding)
  const advice = isText
    ? {
        sv: 'Återställ texten så som den justerades; en rättelse är ett nytt dokument med `ersätter:`.',
        en: 'Restore the text as it was adjusted; a correction is a new document with `ersätter:`.',
      }
    : {
        sv: 'Fråga den som står på raden; en nyckel läggs in i `register/personer.yaml`, och en rad som är fel tas tillbaka med `samverkan unapprove`.',
        en: 'Ask the person on the line; a key goes into `register/personer.yaml`, and a line that is wrong is taken back with `samverkan unapprove`.',
      }
  return {
    sv: `${count.sv}: ${failing} dokument håller inte. ${advice.sv}`,
    en: `${count.en}: ${failing} ${failing === 1 ? 'document does' : 'documents do'} not hold. ${advice.en}`,
  }
}

function changesAsText(changes: ChangedAdjusted, { language, columns, paint }: World): string {
  if ('leftOut' in changes) return `${wrapped(changes.leftOut[language], columns).join('\n')}\n`
  const { base, commit, compared, added, lost } = changes
  const lines = lost.flatMap(({ path, id, says }) => [
    paint.strong(id ?? path),
    ...hanging(says[language], columns, '  ✗ ').map(line => paint.error(line)),
  ])
  const result = resultOf(compared, added, lost.length)
  const head =
    language === 'sv'
      ? `Jämfört med \`${base}\` (${commit}): ${result.sv}.`
      : `Compared with \`${base}\` (${commit}): ${result.en}.`
  return `${[...lines, ...wrapped(head, columns)].join('\n')}\n`
}

/** What a change has done, as the end of a sentence: how many were touched, and whether they hold. */
function resultOf(compared: number, added: number, lost: number): Said {
  if (compared + added === 0)
    return { sv: 'inget som var justerat är ändrat', en: 'nothing that was adjusted has changed' }
  const touched = [
    compared > 0 && {
      sv:
        compared === 1
          ? '1 dokument som var justerat är ändrat'
          : `${compared} dokument som var justerade är ändrade`,
      en:
        compared === 1
          ? '1 document that was adjusted has changed'
          : `${compared} documents that were adjusted have changed`,
    },
    added > 0 && {
      sv: `${added} dokument blir ${added === 1 ? 'justerat' : 'justerade'}`,
      en: added === 1 ? '1 document becomes adjusted' : `${added} documents become adjusted`,
    },
  ].filter(each => each !== false)
  const end =
    lost === 0
      ? { sv: 'alla justeringar håller', en: 'all adjustments hold' }
      : { sv: `${lost} av dem får inte ändras så`, en: `${lost} of them may not change so` }
  return {
    sv: `${touched.map(({ sv }) => sv).join(', ')}, och ${end.sv}`,
    en: `${touched.map(({ en }) => en).join(', ')}, and ${end.en}`,
  }
}

const changesAsData = (changes: ChangedAdjusted, language: Language) =>
  'leftOut' in changes
    ? { schemaVersion: 1, leftOut: changes.leftOut[language] }
    : {
        schemaVersion: 1,
        leftOut: null,
        base: changes.base,
        commit: changes.commit,
        compared: changes.compared,
        added: changes.added,
        lost: changes.lost.map(({ path, id, says }) => ({ path, id: id ?? null, says: says[language] })),
      }

const unreadableAt = (path: string): Said => ({
  sv: `\`${path}\` går inte att läsa och är inte prövat. \`samverkan validate ${path}\` säger varför.`,
  en: `\`${path}\` cannot be read and was not checked. \`samverkan validate ${path}\` says why.`,
})

const bothAsked = (id: string): UserError =>
  new UserError(
    {
      sv: `\`${id}\` och \`--changed\` går inte ihop: \`--changed\` prövar allt som en ändring rör.`,
      en: `\`${id}\` and \`--changed\` do not go together: \`--changed\` checks all that a change touches.`,
    },
    { sv: 'Välj det ena.', en: 'Choose one of them.' },
  )
