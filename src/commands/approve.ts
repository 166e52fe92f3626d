import { adjustingDay, refuseUnlessAdjustable } from '../archive/adjustable.js'
import { adjustingPlace, adjustingRole } from '../archive/adjustment.js'
import { judge } from '../archive/judge.js'
import { type OpenArchive, openArchive } from '../archive/open.js'
import { keysOf, signatureBy } from '../archive/sign-seal.js'
import { withAdjustment, withStatus } from '../archive/write-fields.js'
import { inFlow } from '../kinds/fill-template.js'
import type { Archive } from '../model/archive.js'
import { type Command, OPTIONS } from '../model/command.js'
import { dayAsked } from '../model/day-asked.js'
import { type Document, nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { wrapped } from '../model/layout.js'
import { found } from '../model/lookup.js'
import { meetingOf } from '../model/meeting.js'
import { isSamePerson, properName } from '../model/people.js'
import { enumerated, type Said } from '../model/said.js'
import { approvalsBy, yetToAdjust } from '../model/yet-to-adjust.js'

export const command: Command = {
  name: 'approve',
  aliases: ['justera'],
  about: {
    sv: 'justerar ett protokoll: skriver in vem, när och ett sigill över innehållet',
    en: 'adjusts a protocol: writes in who, when and a seal over its content',
  },
  arguments: [
    {
      name: { sv: 'id', en: 'id' },
      about: { sv: 'protokollets id', en: 'id of the protocol' },
      presence: 'required',
      values: 'ids',
    },
  ],
  options: [
    OPTIONS.archive,
    { ...OPTIONS.as, about: { sv: 'den som justerar', en: 'who adjusts' } },
    {
      ...OPTIONS.date,
      about: {
        sv: 'dagen för justeringen; i dag när ingen anges',
        en: 'day of the adjustment; today when none is given',
      },
    },
    {
      name: 'sign',
      about: {
        sv: 'justera bara om det kan signeras, med nyckeln i ssh-agent eller gits user.signingkey',
        en: "adjust only if it can be signed, with the key in ssh-agent or git's user.signingkey",
      },
    },
    {
      name: 'key',
      takes: { sv: 'FIL', en: 'FILE' },
      values: 'files',
      about: {
        sv: 'signera med den här SSH-nyckeln; den öppna delen ska stå i register/personer.yaml',
        en: 'sign with this SSH key; its public half is to be in register/personer.yaml',
      },
    },
    {
      name: 'final',
      about: {
        sv: 'sätt status: justerat när alla har justerat; går också utan --as',
        en: 'set status: justerat when all have adjusted; works without --as too',
      },
    },
    OPTIONS.dryRun,
  ],
  examples: [
    {
      call: 'samverkan approve PROT-lansgruppen-2024-12-04 --as "Karin Nyhage"',
      does: { sv: 'Karin Nyhage justerar', en: 'Karin Nyhage adjusts' },
    },
    {
      call: 'samverkan approve PROT-lansgruppen-2024-12-04 --as "Karin Nyhage" --dry-run',
      does: { sv: 'visar raden', en: 'shows the line' },
    },
    {
      call: 'samverkan approve PROT-lansgruppen-2024-12-04 --as "Karin Nyhage" --key ~/.ssh/id_ed25519',
      does: { sv: 'justerar och signerar', en: 'adjusts and signs' },
    },
    {
      call: 'samverkan approve PROT-lansgruppen-2024-12-04 --final',
      does: { sv: 'alla har justerat: protokollet är klart', en: 'all have adjusted: the protocol is done' },
    },
  ],
  async run(call, world) {
    const open = await openArchive(world, call.value('archive'))
    const { archive, writtenAt, at } = open
    const { document } = found(archive, call.words[0] ?? '')
    const path = at(document.path)
    const text = writtenAt(document.path) ?? ''
    const say = (said: Said) => world.print(`${wrapped(said[world.language], world.columns).join('\n')}\n`)
    refuseUnlessAdjustable(document, archive)
    const left = yetToAdjust(document, archive)
    const given = call.value('as')
    if (given === undefined && call.has('final')) {
      await refuseUnlessReady(document, open)
      if (left.length > 0 || meetingOf(document).approvals.length === 0) throw notAllYet(document, left)
      if (call.has('dry-run')) world.print(`${document.path}\n- status: justering\n+ status: justerat\n`)
      else world.disk.replace(path, withStatus(text, 'justerat'))
      if (!call.has('dry-run')) say(isFinal(document))
      return 0
    }
    const name = properName(archive, given ?? '')
    const role = adjustingRole(name, meetingOf(document), archive)
    const day = adjustingDay(dayAsked(call, 'date') ?? world.today, document, world.today)
    await refuseUnlessReady(document, open)
    refuseIfDone(document, name, archive)
    const others = left.filter(each => !isSamePerson(archive, each, name))
    if (call.has('final') && others.length > 0) throw notAllYet(document, others)
    const seal = archive.sealOf(document)
    const keyFile = call.value('key')
    const signing = keyFile !== undefined || call.has('sign') ? 'required' : 'where a key is at hand'
    const signature = await signatureBy({ name, keyFile, signing }, seal, open, world)
    const signed = signature === undefined ? '' : `, signatur: "${signature}"`
    const line = `{person: ${inFlow(name)}, roll: ${role}, datum: ${day}, sigill: "${seal}"${signed}}`
    if (call.has('dry-run')) {
      world.print(
        `${document.path}\n+   - ${line}\n${call.has('final') ? '- status: justering\n+ status: justerat\n' : ''}`,
      )
      return 0
    }
    const adjusted = withAdjustment(text, line, adjustingPlace(name, meetingOf(document), archive))
    world.disk.replace(path, call.has('final') ? withStatus(adjusted, 'justerat') : adjusted)
    const how = signature === undefined ? { sv: '', en: '' } : { sv: ' och signerat', en: ' and signed' }
    const next = call.has('final') ? isFinal(document) : whatIsLeft(document, others)
    say({
      sv: `${name} har justerat${how.sv} ${nameOf(document)} den ${day}. ${next.sv}`,
      en: `${name} has adjusted${how.en} ${nameOf(document)} on ${day}. ${next.en}`,
    })
    if (signature === undefined && keysOf(name, archive).length > 0) say(unsigned(name))
    return 0
  },
}

const isFinal = (document: Document): Said => ({
  sv: `${nameOf(document)} har nu status \`justerat\`.`,
  en: `${nameOf(document)} now has the status \`justerat\`.`,
})

function whatIsLeft(document: Document, left: readonly string[]): Said {
  const waiting = enumerated(left)
  const call = `samverkan approve ${document.id ?? 'ID'} --final`
  return left.length === 0
    ? {
        sv: `Alla har justerat: \`${call}\` sätter \`status: justerat\`.`,
        en: `All have adjusted: \`${call}\` sets \`status: justerat\`.`,
      }
    : { sv: `Kvar: ${waiting.sv}.`, en: `Left: ${waiting.en}.` }
}

const unsigned = (name: string): Said => ({
  sv: `Raden är osignerad, fast ${name} har en nyckel i registret. Med \`--key FIL\` signeras den.`,
  en: `The line is unsigned, although ${name} has a key in the register. \`--key FILE\` signs it.`,
})

async function refuseUnlessReady(document: Document, { archive, textOf }: OpenArchive): Promise<void> {
  if (document.status !== 'justering') {
    throw new UserError(
      {
        sv: `${nameOf(document)} har status \`${document.status ?? 'ingen'}\` och är inte klart att justera.`,
        en: `${nameOf(document)} has the status \`${document.status ?? 'none'}\` and is not ready to be adjusted.`,
      },
      {
        sv: 'Sätt `status: justering` när texten är klar.',
        en: 'Set `status: justering` when the text is finished.',
      },
    )
  }
  const { RULES } = await import('../rules/index.js')
  const rules = RULES.filter(({ name }) => name !== 'justering-saknas')
  const { diagnostics } = judge({ archive, rules, judges: path => path === document.path, textOf })
  const errors = diagnostics.filter(({ level }) => level === 'error').length
  if (errors === 0) return
  throw new UserError(
    {
      sv: `${nameOf(document)} har ${errors} fel och kan inte justeras än.`,
      en: `${nameOf(document)} has ${errors} ${errors === 1 ? 'error' : 'errors'} and cannot be adjusted yet.`,
    },
    {
      sv: `Kör \`samverkan validate ${document.path}\` och rätta dem först.`,
      en: `Run \`samverkan validate ${document.path}\` and mend them first.`,
    },
  )
}

function refuseIfDone(document: Document, name: string, archive: Archive): void {
  if (approvalsBy(name, meetingOf(document), archive).length === 0) return
  const again = `samverkan unapprove ${document.id ?? 'ID'} --as "${name}"`
  throw new UserError(
    {
      sv: `${name} har redan justerat ${nameOf(document)}.`,
      en: `${name} has already adjusted ${nameOf(document)}.`,
    },
    {
      sv: `Ingenting har ändrats. Ska justeringen göras om, ta först tillbaka den: \`${again} --reason "…"\`.`,
      en: `Nothing was changed. To adjust again, take it back first: \`${again} --reason "…"\`.`,
    },
  )
}

const notAllYet = (document: Document, left: readonly string[]): UserError => {
  const waiting = enumerated(left)
  return new UserError(
    {
      sv: `${nameOf(document)} kan inte bli \`justerat\` än: ${waiting.sv} har inte justerat.`,
      en: `${nameOf(document)} cannot become \`justerat\` yet: ${waiting.en} ${left.length === 1 ? 'has' : 'have'} not adjusted.`,
    },
    {
      sv: 'Ingenting har skrivits. Utelämna `--final` tills den sista justerar.',
      en: 'Nothing was written. Leave out `--final` until the last one adjusts.',
    },
  )
}
