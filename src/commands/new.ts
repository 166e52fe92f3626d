import { compose, type Making, neededFor } from '../archive/compose.js'
import { type OpenArchive, openArchive } from '../archive/open.js'
import { answered, type Question, questionFor } from '../kinds/question.js'
import { type Call, type Command, OPTIONS } from '../model/command.js'
import { whyNotADay } from '../model/day.js'
import { UserError } from '../model/failure.js'
import type { FieldValue } from '../model/fields.js'
import { groupOf } from '../model/group.js'
import { kindNamed } from '../model/kind-named.js'
import type { DocumentKind } from '../model/kind.js'
import type { World } from '../model/ports.js'
import { enumerated } from '../model/said.js'
import { nearest } from '../model/text.js'
import { readYaml } from '../parse/yaml.js'

/** Options that stand for a field of the document. */
const FIELD_OPTIONS: ReadonlyMap<string, string> = new Map([
  ['group', 'grupp'],
  ['date', 'datum'],
  ['title', 'titel'],
  ['time', 'tid'],
  ['place', 'plats'],
])

export const command: Command = {
  name: 'new',
  aliases: ['ny'],
  about: {
    sv: 'skapar ett dokument ifyllt med det som arkivet redan vet',
    en: 'makes a document, filled with what the archive knows already',
  },
  arguments: [
    {
      name: { sv: 'slag', en: 'kind' },
      about: {
        sv: 'minutes, protocol, agenda, matter, deviation, plan, consent, routine, agreement, group eller ett eget slag',
        en: 'minutes, protocol, agenda, matter, deviation, plan, consent, routine, agreement, group or a kind of your own',
      },
      presence: 'required',
      values: 'kinds',
    },
  ],
  options: [
    OPTIONS.archive,
    { name: 'group', short: 'g', takes: { sv: 'GRUPP', en: 'GROUP' }, values: 'groups', about: { sv: 'gruppens kortnamn', en: 'short name of the group' } },
    { name: 'date', short: 'd', takes: { sv: 'DATUM', en: 'DATE' }, about: { sv: 'mötesdag eller dag för händelsen: 2024-05-31', en: 'day of the meeting or the event: 2024-05-31' } },
    { name: 'title', short: 't', takes: { sv: 'TITEL', en: 'TITLE' }, about: { sv: 'titel', en: 'title' } },
    { name: 'time', takes: { sv: 'TID', en: 'TIME' }, about: { sv: 'mötestid: 13.00–15.00', en: 'time of the meeting: 13.00–15.00' } },
    { name: 'place', takes: { sv: 'PLATS', en: 'PLACE' }, about: { sv: 'mötesplats', en: 'place of the meeting' } },
    { name: 'set', takes: { sv: 'FÄLT=VÄRDE', en: 'FIELD=VALUE' }, repeated: true, about: { sv: 'ett annat fält i dokumentets huvud; får upprepas', en: 'another field of the front matter; may be repeated' } },
    { name: 'second', about: { sv: 'ett andra möte med samma grupp samma dag', en: 'a second meeting of the group on the same day' } },
    { name: 'edit', short: 'e', about: { sv: 'öppna dokumentet i din editor ($VISUAL eller $EDITOR)', en: 'open the document in your editor ($VISUAL or $EDITOR)' } },
    { name: 'commit', about: { sv: 'spara dokumentet i git', en: 'commit the document' } },
    OPTIONS.dryRun,
  ],
  examples: [
    { call: 'samverkan new minutes', does: { sv: 'frågar efter grupp och dag', en: 'asks for group and day' } },
    { call: 'samverkan new protocol --group lansgruppen --date 2025-02-12', does: { sv: 'utan frågor', en: 'without questions' } },
    { call: 'samverkan new deviation --title "Utebliven kallelse" --edit', does: { sv: 'och öppnar editorn', en: 'and opens the editor' } },
    { call: 'samverkan new agenda -g ekmo -d 2025-01-21 --dry-run', does: { sv: 'visar utan att skriva', en: 'shows without writing' } },
  ],
  async run(call, world) {
    const open = await openArchive(world, call.value('archive'))
    const { archive, builtIn, top, at } = open
    const kind = kindNamed(archive, call.words[0] ?? '')
    const given = await completed(givenBy(call, open, kind), open, kind, world)
    const making: Making = {
      archive,
      kind,
      common: builtIn.common,
      given,
      randomPart: () => [...world.random(4)].map(byte => CROCKFORD[byte % 32]).join(''),
      occasion: call.has('second') ? 'second' : 'first',
    }
    const made = compose(making)
    if (call.has('dry-run')) {
      world.print(`${made.path}\n\n${made.text}`)
      return 0
    }
    if (call.has('edit')) await world.editor.check()
    const git = call.has('commit') ? await world.history.topOf(top) : undefined
    if (call.has('commit') && git === undefined) throw notInGit()
    world.disk.create(at(made.path), made.text)
    const { language } = world
    world.print(language === 'sv' ? `Skapat: ${made.path} (${made.id})\n` : `Made: ${made.path} (${made.id})\n`)
    for (const { title, because } of made.items) world.print(`  ${title}${world.paint.faint(` – ${because}`)}\n`)
    if (call.has('edit')) await world.editor.open(at(made.path))
    if (git !== undefined) {
      const path = at(made.path).slice(git.length + 1)
      const id = await world.history.commit(git, [path], `${kind.label.sv.charAt(0).toUpperCase()}${kind.label.sv.slice(1)}: ${made.id}`)
      world.print(language === 'sv' ? `Sparat i git: ${id}\n` : `Committed: ${id}\n`)
    }
    if (!call.has('edit')) {
      world.print(language === 'sv' ? 'Öppna filen och fyll i den; `samverkan validate` säger vad som saknas.\n' : 'Open the file and fill it in; `samverkan validate` says what is missing.\n')
    }
    return 0
  },
}

/** Crockford's base32 in small letters: no i, l, o or u to take for another character. */
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/** The fields that options give, checked against the kind. */
function givenBy(call: Call, { archive, builtIn }: OpenArchive, kind: DocumentKind): Map<string, FieldValue> {
  const given = new Map<string, FieldValue>()
  for (const [option, field] of FIELD_OPTIONS) {
    const value = call.value(option)
    if (value !== undefined) given.set(option === 'date' && !kind.pathPattern.includes('<datum>') ? dayField(kind) : field, value)
  }
  for (const pair of call.values('set')) {
    const [, field, value] = /^([^=]+)=([\s\S]*)$/.exec(pair) ?? []
    if (field === undefined || value === undefined) {
      throw new UserError(
        { sv: `\`--set ${pair}\` saknar likhetstecken.`, en: `\`--set ${pair}\` has no equals sign.` },
        { sv: 'Skriv `--set fält=värde`.', en: 'Write `--set field=value`.' },
      )
    }
    const read = readYaml(`värde: ${value}\n`, 1)
    given.set(field.trim(), read.broken ? value : (read.fields['värde'] ?? value))
  }
  for (const [field, value] of given) {
    const question = questionFor(kind, builtIn.common, field)
    if (typeof value === 'string' && !question.accepts(value)) throw wrongValue(question, value)
  }
  const group = given.get('grupp')
  if (typeof group === 'string' && archive.group(group) === undefined) throw noGroup(group, archive.ofKind('grupp').map(each => groupOf(each).slug))
  return given
}

/** The field that `--date` means for a kind without a day in its id. */
const dayField = ({ template }: DocumentKind): string =>
  ['händelsedatum', 'inkom', 'upprättad', 'beslutad', 'från', 'datum'].find(field => template.includes(`{{${field}}}`)) ?? 'datum'

/** Asks for what is needed and not given; on no terminal, says which options would have given it. */
async function completed(given: Map<string, FieldValue>, { archive, builtIn }: OpenArchive, kind: DocumentKind, world: World): Promise<ReadonlyMap<string, FieldValue>> {
  const needed = neededFor({ kind, given, archive })
  if (needed.length > 0 && !world.isInteractive) throw missing(needed, kind)
  for (const field of needed) {
    given.set(field, await asked(questionFor(kind, builtIn.common, field), archive, world))
  }
  return given
}

async function asked(question: Question, archive: OpenArchive['archive'], world: World): Promise<FieldValue> {
  const { language, prompts, today } = world
  if (question.field === 'grupp') {
    const groups = archive.ofKind('grupp').map(groupOf)
    return prompts.choose(language === 'sv' ? 'Vilken grupp?' : 'Which group?', groups.map(({ slug, name }) => ({ value: slug, label: name })))
  }
  const label = `${question.title.charAt(0).toUpperCase()}${question.title.slice(1)}`
  if (question.choices.length > 0) {
    const choice = await prompts.choose(label, question.choices.map(value => ({ value, label: value })))
    return question.isList ? [choice] : choice
  }
  if (question.parts.length > 0) {
    const entry: Record<string, FieldValue> = Object.create(null)
    for (const part of question.parts) entry[part] = await prompts.ask(`${label}: ${part}`, undefined, answer => (answer.trim() === '' ? '?' : undefined))
    return question.isList ? [entry] : entry
  }
  const answer = await prompts.ask(label, question.field === 'datum' ? today : undefined, given => {
    if (given.trim() === '') return language === 'sv' ? 'Något måste stå här.' : 'Something must stand here.'
    return question.accepts(given.trim()) ? undefined : `${question.wanted?.[language] ?? ''}`
  })
  return answered(question, answer)
}

function missing(needed: readonly string[], kind: DocumentKind): UserError {
  const options = needed.map(field => {
    const option = [...FIELD_OPTIONS].find(([, name]) => name === field)?.[0]
    return `\`${option === undefined ? `--set ${field}=…` : `--${option}`}\``
  })
  const all = enumerated(options)
  return new UserError(
    { sv: `Det som behövs för ${kind.label.sv} är inte angivet, och här går det inte att fråga.`, en: `What a ${kind.label.en} needs was not given, and there is nobody to ask here.` },
    { sv: `Lägg till ${all.sv}.`, en: `Add ${all.en}.` },
  )
}

function wrongValue({ title, wanted, choices }: Question, value: string): UserError {
  const why = whyNotADay(value)
  const says = why === undefined ? { sv: '', en: '' } : { sv: `: ${why.sv}`, en: `: ${why.en}` }
  return new UserError(
    { sv: `\`${value}\` duger inte som ${title}${says.sv}.`, en: `\`${value}\` will not do as ${title}${says.en}.` },
    choices.length > 0
      ? { sv: `Välj bland ${choices.join(', ')}.`, en: `Choose among ${choices.join(', ')}.` }
      : { sv: `Så här: ${wanted?.sv ?? 'se hjälpen'}.`, en: `Like this: ${wanted?.en ?? 'see the help'}.` },
  )
}

function noGroup(slug: string, slugs: readonly string[]): UserError {
  const meant = nearest(slug, slugs)
  return new UserError(
    { sv: `Gruppen \`${slug}\` finns inte.`, en: `There is no group \`${slug}\`.` },
    slugs.length === 0
      ? { sv: 'Skapa den med `samverkan new group`.', en: 'Make it with `samverkan new group`.' }
      : {
          sv: `${meant === undefined ? '' : `Menade du \`${meant}\`? `}Grupperna är ${slugs.join(', ')}.`,
          en: `${meant === undefined ? '' : `Did you mean \`${meant}\`? `}The groups are ${slugs.join(', ')}.`,
        },
  )
}

const notInGit = (): UserError =>
  new UserError(
    { sv: 'Arkivet ligger inte i git, så `--commit` har inget att spara i.', en: 'The archive is not in git, so `--commit` has nothing to save in.' },
    { sv: 'Kör `git init` först, eller ta bort `--commit`. Ingenting har skrivits.', en: 'Run `git init` first, or leave out `--commit`. Nothing was written.' },
  )
