import { compose, type Making } from '../archive/compose.js'
import { completed, givenBy } from '../archive/given-fields.js'
import type { Item } from '../archive/item.js'
import { openArchive } from '../archive/open.js'
import { triaged } from '../archive/triaged.js'
import { type Command, OPTIONS } from '../model/command.js'
import { UserError } from '../model/failure.js'
import { kindNamed } from '../model/kind-named.js'
import { hanging } from '../model/layout.js'
import type { World } from '../model/ports.js'

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
    OPTIONS.group,
    {
      ...OPTIONS.date,
      about: {
        sv: 'mötesdag eller dag för händelsen: 2024-05-31',
        en: 'day of the meeting or the event: 2024-05-31',
      },
    },
    { name: 'title', short: 't', takes: { sv: 'TITEL', en: 'TITLE' }, about: { sv: 'titel', en: 'title' } },
    {
      name: 'time',
      takes: { sv: 'TID', en: 'TIME' },
      about: { sv: 'mötestid: 13.00–15.00', en: 'time of the meeting: 13.00–15.00' },
    },
    {
      name: 'place',
      takes: { sv: 'PLATS', en: 'PLACE' },
      about: { sv: 'mötesplats', en: 'place of the meeting' },
    },
    {
      name: 'set',
      takes: { sv: 'FÄLT=VÄRDE', en: 'FIELD=VALUE' },
      repeated: true,
      about: {
        sv: 'ett annat fält i dokumentets huvud; får upprepas',
        en: 'another field of the front matter; may be repeated',
      },
    },
    {
      name: 'concerns',
      takes: { sv: 'VAD', en: 'WHAT' },
      about: {
        sv: 'vad en avvikelse gäller: samverkan, orosanmälan, lex-sarah, lex-maria eller egen',
        en: 'what a deviation concerns: collaboration, child-protection, lex-sarah, lex-maria or internal',
      },
    },
    {
      name: 'anyway',
      about: {
        sv: 'skapa avvikelsen fast --concerns säger att den hör hemma på annat håll',
        en: 'make the deviation although --concerns says that it belongs elsewhere',
      },
    },
    {
      name: 'second',
      about: {
        sv: 'ett andra möte med samma grupp samma dag',
        en: 'a second meeting of the group on the same day',
      },
    },
    {
      name: 'edit',
      short: 'e',
      about: {
        sv: 'öppna dokumentet i din editor ($VISUAL eller $EDITOR)',
        en: 'open the document in your editor ($VISUAL or $EDITOR)',
      },
    },
    { name: 'commit', about: { sv: 'spara dokumentet i git', en: 'commit the document' } },
    OPTIONS.dryRun,
  ],
  examples: [
    {
      call: 'samverkan new minutes',
      does: { sv: 'frågar efter grupp och dag', en: 'asks for group and day' },
    },
    {
      call: 'samverkan new protocol --group lansgruppen --date 2025-02-12',
      does: { sv: 'utan frågor', en: 'without questions' },
    },
    {
      call: 'samverkan new deviation --title "Utebliven kallelse" --edit',
      does: { sv: 'och öppnar editorn', en: 'and opens the editor' },
    },
    {
      call: 'samverkan new deviation --title "Utebliven kallelse" --concerns samverkan',
      does: { sv: 'det är ingen orosanmälan eller lex Sarah', en: 'it is no orosanmälan or lex Sarah' },
    },
    {
      call: 'samverkan new agenda -g ekmo -d 2025-01-21 --dry-run',
      does: { sv: 'visar utan att skriva', en: 'shows without writing' },
    },
  ],
  async run(call, world) {
    const open = await openArchive(world, call.value('archive'))
    const { archive, builtIn, top, at, textOf } = open
    const kind = kindNamed(archive, call.words[0] ?? '')
    const first = givenBy(call, open, kind)
    const said = await triaged(call, kind, archive.settings, world)
    if (said === undefined) return nothingMade(world)
    const given = await completed(new Map([...said, ...first]), open, kind, world)
    const making: Making = {
      archive,
      kind,
      common: builtIn.common,
      given,
      randomPart: () => [...world.random(4)].map(byte => CROCKFORD[byte % 32]).join(''),
      textOf,
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
    world.print(
      language === 'sv' ? `Skapat: ${made.path} (${made.id})\n` : `Made: ${made.path} (${made.id})\n`,
    )
    for (const item of made.items) world.print(`${itemLines(item, world).join('\n')}\n`)
    if (call.has('edit')) await world.editor.open(at(made.path))
    if (git !== undefined) {
      const path = at(made.path).slice(git.length + 1)
      const id = await world.history.commit(
        git,
        [path],
        `${kind.label.sv.charAt(0).toUpperCase()}${kind.label.sv.slice(1)}: ${made.id}`,
      )
      world.print(language === 'sv' ? `Sparat i git: ${id}\n` : `Committed: ${id}\n`)
    }
    if (!call.has('edit')) {
      world.print(
        language === 'sv'
          ? 'Öppna filen och fyll i den; `samverkan validate` säger vad som saknas.\n'
          : 'Open the file and fill it in; `samverkan validate` says what is missing.\n',
      )
    }
    return 0
  },
}

function nothingMade({ print, language }: World): 0 {
  print(language === 'sv' ? 'Ingenting har skapats.\n' : 'Nothing was made.\n')
  return 0
}

/** An item and why it is there; what does not fit on the line is set in under it. */
function itemLines({ title, because }: Item, { language, columns, paint }: World): readonly string[] {
  const head = `  ${title}`
  const [first = '', ...more] = hanging(`${title} – ${because[language]}`, columns, '  ')
  const opening = first.startsWith(head) ? head + paint.faint(first.slice(head.length)) : first
  return [opening, ...more.map(paint.faint)]
}

/** Crockford's base32 in small letters: no i, l, o or u to take for another character. */
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

const notInGit = (): UserError =>
  new UserError(
    {
      sv: 'Arkivet ligger inte i git, så `--commit` har inget att spara i.',
      en: 'The archive is not in git, so `--commit` has nothing to save in.',
    },
    {
      sv: 'Kör `git init` först, eller ta bort `--commit`. Ingenting har skrivits.',
      en: 'Run `git init` first, or leave out `--commit`. Nothing was written.',
    },
  )
