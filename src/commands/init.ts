import { basename, join, resolve } from 'node:path'
import { compose } from '../archive/compose.js'
import { loadArchive } from '../archive/load.js'
import { folderSource, textSource } from '../archive/source.js'
import { builtInKinds } from '../kinds/built-in-kinds.js'
import { type KindSet, textIn } from '../kinds/kind-set.js'
import { type Call, type Command, OPTIONS } from '../model/command.js'
import { UserError } from '../model/failure.js'
import type { World } from '../model/ports.js'
import { slugOf } from '../model/text.js'

export const command: Command = {
  name: 'init',
  aliases: ['skapa'],
  about: {
    sv: 'skapar ett nytt arkiv som går att använda genast',
    en: 'makes a new archive that works at once',
  },
  arguments: [
    {
      name: { sv: 'katalog', en: 'folder' },
      about: {
        sv: 'där arkivet ska ligga; den du står i när ingen anges',
        en: 'where the archive is to be; the one you stand in when none is named',
      },
      presence: 'optional',
      values: 'folders',
    },
  ],
  options: [
    {
      name: 'name',
      short: 'n',
      takes: { sv: 'NAMN', en: 'NAME' },
      about: { sv: 'arkivets namn', en: 'name of the archive' },
    },
    {
      name: 'group',
      short: 'g',
      takes: { sv: 'GRUPP', en: 'GROUP' },
      about: { sv: 'namnet på den första gruppen', en: 'name of the first group' },
    },
    {
      name: 'example',
      about: {
        sv: 'kopiera exempelarkivet i stället för att börja tomt',
        en: 'copy the example archive instead of starting empty',
      },
    },
    { name: 'without-git', about: { sv: 'skapa inget git-arkiv', en: 'make no git repository' } },
    { name: 'commit', about: { sv: 'spara allt i git genast', en: 'commit everything at once' } },
    OPTIONS.dryRun,
  ],
  examples: [
    {
      call: 'samverkan init vart-arkiv',
      does: { sv: 'frågar efter namn och grupp', en: 'asks for name and group' },
    },
    {
      call: 'samverkan init --name "Barn och unga i Ekmo" --group "Samverkansgruppen"',
      does: { sv: 'utan frågor, där du står', en: 'without questions, where you stand' },
    },
    {
      call: 'samverkan init prova --example',
      does: { sv: 'ett påhittat län att prova på', en: 'a fictional county to try things on' },
    },
  ],
  async run(call, world) {
    const { disk, language } = world
    const top = resolve(world.directory, call.words[0] ?? '.')
    const there = disk.kindOf(top)
    if (there !== undefined && there !== 'folder') throw notAFolder(call.words[0] ?? '.')
    if (disk.kindOf(join(top, 'samverkan.yaml')) !== undefined) throw alreadyAnArchive(top)
    const files = call.has('example') ? exampleFiles(world) : await emptyFiles(call, world, top)
    const kept = [...files.keys()].filter(path => disk.kindOf(join(top, path)) !== undefined)
    const fresh = [...files].filter(([path]) => !kept.includes(path)).sort(([a], [b]) => (a < b ? -1 : 1))
    const say = (sv: string, en: string) => world.print(`${language === 'sv' ? sv : en}\n`)
    if (call.has('dry-run')) {
      say(`Skulle skapa ${fresh.length} filer i ${top}:`, `Would make ${fresh.length} files in ${top}:`)
      for (const [path] of fresh) world.print(`  ${path}\n`)
      return 0
    }
    for (const [path, text] of fresh)
      disk.create(join(top, path), text, path.startsWith('.githooks/') ? 0o755 : 0o644)
    const git = call.has('without-git') ? undefined : await underGit(world, top)
    if (call.has('commit') && git !== undefined) {
      const inGit = fresh.map(([path]) => join(top, path).slice(git.length + 1))
      const id = await world.history.commit(git, inGit, call.has('example') ? 'Exempelarkivet' : 'Nytt arkiv')
      say(`Sparat i git: ${id}`, `Committed: ${id}`)
    }
    say(
      `Arkivet är skapat i ${top}: ${fresh.length} filer.`,
      `The archive is made in ${top}: ${fresh.length} files.`,
    )
    if (kept.length > 0)
      say(
        `Fanns redan och är orörda: ${kept.join(', ')}.`,
        `Were there already and are untouched: ${kept.join(', ')}.`,
      )
    say(call.has('example') ? NEXT_EXAMPLE.sv : NEXT.sv, call.has('example') ? NEXT_EXAMPLE.en : NEXT.en)
    return 0
  },
}

const NEXT = {
  sv: `
Gör så här härnäst, i den katalogen:
  1. Skriv in organisationer och personer i register/.
  2. Fyll i grupper/ med ledamöter och mötesrytm.
  3. samverkan new agenda      skapar den första kallelsen
  4. samverkan validate        säger vad som saknas`,
  en: `
What to do next, in that folder:
  1. Write organisations and people in register/.
  2. Fill in grupper/ with members and rhythm.
  3. samverkan new agenda      makes the first agenda
  4. samverkan validate        says what is missing`,
}

const NEXT_EXAMPLE = {
  sv: `
Prova i den katalogen:
  samverkan report deviations --year 2024
  samverkan new minutes --group ekmo --date 2025-01-21
  samverkan validate`,
  en: `
Try in that folder:
  samverkan report deviations --year 2024
  samverkan new minutes --group ekmo --date 2025-01-21
  samverkan validate`,
}

/** What an archive is called and who meets in it. */
interface Naming {
  readonly name: string
  readonly groupName: string
}

async function named(call: Call, world: World, top: string): Promise<Naming> {
  const { isInteractive, prompts, language } = world
  const suggestion = basename(top)
  const required = (answer: string) =>
    answer.trim() === ''
      ? language === 'sv'
        ? 'Något måste stå här.'
        : 'Something must stand here.'
      : undefined
  const ask = async (option: string, question: string, otherwise: string) =>
    call.value(option) ??
    (isInteractive && !call.has('dry-run') ? await prompts.ask(question, otherwise, required) : otherwise)
  return {
    name: await ask('name', language === 'sv' ? 'Arkivets namn' : 'Name of the archive', suggestion),
    groupName: await ask(
      'group',
      language === 'sv' ? 'Den första gruppens namn' : 'Name of the first group',
      'Samverkansgruppen',
    ),
  }
}

/** The files of an empty archive, by path: the skeleton filled in, and the first group. */
async function emptyFiles(call: Call, world: World, top: string): Promise<ReadonlyMap<string, string>> {
  const { name, groupName } = await named(call, world, top)
  const slug = slugOf(groupName) || 'gruppen'
  const files = skeleton(world, { namn: name, grupp: slug, grupp_namn: groupName })
  const builtIn = builtInKinds(folderSource(world.disk, join(world.programFolder, 'templates')))
  files.set(`grupper/${slug}.md`, await groupDocument(builtIn, files, world, { groupName, slug }))
  return files
}

async function groupDocument(
  builtIn: KindSet,
  files: ReadonlyMap<string, string>,
  world: World,
  { groupName, slug }: { readonly groupName: string; readonly slug: string },
): Promise<string> {
  const archive = await loadArchive(textSource(Object.fromEntries(files)), builtIn, world.today)
  const kind = builtIn.kinds.get('grupp')
  if (kind === undefined) throw new Error('The program has no kind `grupp`.')
  const given = new Map([
    ['titel', groupName],
    ['kortnamn', slug],
  ])
  const { common } = builtIn
  const textOf = (path: string) => files.get(path)
  return compose({ archive, kind, common, given, randomPart: () => '', textOf, occasion: 'first' }).text
}

/** The example archive, with what every archive has beside its documents. */
function exampleFiles(world: World): ReadonlyMap<string, string> {
  const files = skeleton(world, { namn: 'Exempelarkivet', grupp: 'lansgruppen', grupp_namn: 'Länsgruppen' })
  const example = folderSource(world.disk, join(world.programFolder, 'examples'))
  for (const { path } of example.list()) files.set(path, textIn(example, path))
  return files
}

function skeleton(world: World, names: Readonly<Record<string, string>>): Map<string, string> {
  const source = folderSource(world.disk, join(world.programFolder, 'templates/archive'))
  const values: Readonly<Record<string, string>> = {
    ...names,
    idag: world.today,
    år: world.today.slice(0, 4),
    version: world.version,
  }
  const files = new Map<string, string>()
  for (const { path } of source.list()) {
    // npm leaves `.gitignore` out of a package, so it is kept under another name.
    const text = textIn(source, path).replace(
      /\{\{([\p{L}_]+)\}\}/gu,
      (whole, name: string) => values[name] ?? whole,
    )
    files.set(path === 'gitignore' ? '.gitignore' : path, text)
  }
  return files
}

/** Makes a repository unless there is one, and lets it judge every commit. Absent when there is no git on the machine. */
async function underGit({ history, remark, language }: World, top: string): Promise<string | undefined> {
  if (!(await history.isInstalled())) {
    remark(
      language === 'sv'
        ? 'Git finns inte på den här datorn. Arkivet fungerar ändå, men utan historik; installera git när du kan.'
        : 'There is no git on this machine. The archive works all the same, but without history; install git when you can.',
    )
    return undefined
  }
  const git = await history.topOf(top)
  if (git === undefined) await history.start(top)
  if (git === undefined || git === top) await history.useHooks(top, '.githooks')
  return git ?? top
}

const notAFolder = (given: string): UserError =>
  new UserError(
    { sv: `\`${given}\` är ingen katalog.`, en: `\`${given}\` is not a folder.` },
    { sv: 'Välj ett annat namn.', en: 'Choose another name.' },
  )

const alreadyAnArchive = (top: string): UserError =>
  new UserError(
    { sv: `Det finns redan ett arkiv i \`${top}\`.`, en: `There is an archive in \`${top}\` already.` },
    {
      sv: 'Använd det, eller välj en annan katalog. Ingenting har ändrats.',
      en: 'Use it, or choose another folder. Nothing was changed.',
    },
  )
