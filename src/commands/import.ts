import { basename, resolve } from 'node:path'
import { plannedRows, type RowFate } from '../archive/import-plan.js'
import { rememberColumns, writeRows } from '../archive/import-writing.js'
import { openArchive } from '../archive/open.js'
import { MOST, sheetsIn } from '../exchange/table-in.js'
import { FORMATS } from '../formats/index.js'
import { type Call, type Command, OPTIONS } from '../model/command.js'
import { nameOf } from '../model/document.js'
import { UserError } from '../model/failure.js'
import { groupOf } from '../model/group.js'
import { groupAsked } from '../model/group-asked.js'
import { type ChosenList, listIn } from '../model/import-choice.js'
import { calledColumn, type MappedColumn, mappingGiven, refuseUnclear } from '../model/import-columns.js'
import { importSheet, type ToldRow } from '../model/import-sheet.js'
import { headingKey } from '../model/import-table.js'
import { meantBy, TARGETS, targetNamed } from '../model/import-target.js'
import { kindNamed } from '../model/kind-named.js'
import { sheetWriter } from '../model/output.js'
import type { World } from '../model/ports.js'
import { asWritten } from '../model/said.js'

export const command: Command = {
  name: 'import',
  aliases: ['importera'],
  about: {
    sv: 'för in en lista över avvikelser från ett kalkylark, en avvikelse för varje rad',
    en: 'takes in a list of deviations from a spreadsheet, one deviation for each row',
  },
  arguments: [
    {
      name: { sv: 'slag', en: 'kind' },
      about: { sv: 'deviations (avvikelser)', en: 'deviations' },
      presence: 'required',
      values: ['deviations', 'avvikelser'],
    },
    {
      name: { sv: 'fil', en: 'file' },
      about: { sv: 'listan, som .xlsx eller .csv', en: 'the list, as .xlsx or .csv' },
      presence: 'required',
      values: 'files',
    },
  ],
  options: [
    OPTIONS.archive,
    {
      name: 'map',
      takes: { sv: 'KOLUMN=FÄLT', en: 'COLUMN=FIELD' },
      repeated: true,
      about: {
        sv: 'vad en kolumn blir, till exempel "Vad hände=beskrivning"; `-` utelämnar den; minns till nästa gång',
        en: 'what a column becomes, such as "Vad hände=beskrivning"; `-` leaves it out; remembered until next time',
      },
    },
    {
      name: 'sheet',
      takes: { sv: 'BLAD', en: 'SHEET' },
      about: { sv: 'bladet i kalkylarket', en: 'the sheet of the workbook' },
    },
    {
      ...OPTIONS.group,
      about: {
        sv: 'gruppen som hanterar de rader som inte säger någon',
        en: 'the group that handles the rows that name none',
      },
    },
    OPTIONS.dryRun,
    OPTIONS.tableFormat,
    OPTIONS.out,
    OPTIONS.force,
  ],
  examples: [
    {
      call: 'samverkan import deviations avvikelser.xlsx --dry-run',
      does: { sv: 'visar vad som händer med varje rad', en: 'shows what becomes of every row' },
    },
    {
      call: 'samverkan importera avvikelser lista.csv --map "Vad hände=beskrivning"',
      does: { sv: 'säger vad en kolumn är', en: 'says what a column is' },
    },
    {
      call: 'samverkan import deviations lista.csv --format csv --out utfall.csv',
      does: { sv: 'med utfallet för varje rad i en fil', en: 'with the outcome of every row in a file' },
    },
  ],
  async run(call, world) {
    const open = await openArchive(world, call.value('archive'))
    const kind = kindNamed(open.archive, 'deviation')
    refuseOtherKinds(call.words[0] ?? '')
    const write = await sheetWriter(FORMATS, call, world)
    refuseTakenPlace(call, world)
    const path = call.words[1] ?? ''
    const file = basename(path)
    const given = mappingGiven(call.values('map'))
    const remembered = new Map(
      open.archive.settings.columns.map(([heading, name]) => [headingKey(heading), name] as const),
    )
    const sheets = await sheetsIn(bytesAt(path, world), file)
    const list = listIn(sheets, call.value('sheet'), given, remembered)
    const columns = await understood(list, world)
    const group = call.value('group')
    const { year = yearIn(file) } = list.table
    const fates = plannedRows({
      archive: open.archive,
      kind,
      common: open.builtIn.common,
      table: list.table,
      columns,
      file,
      ...(year !== undefined && { year }),
      ...(group !== undefined && { group: groupOf(groupAsked(open.archive, group)).slug }),
      randomPart: () => [...world.random(4)].map(byte => CROCKFORD[byte % 32]).join(''),
    })
    const isPlan = call.has('dry-run')
    if (!isPlan) {
      writeRows(fates, open, world)
      rememberColumns(columns, open, world)
    }
    await write(
      importSheet(
        { file, year },
        list,
        columns,
        fates.map(isPlan ? planned : told),
        isPlan ? 'planned' : 'done',
      ),
    )
    return fates.some(({ is }) => is === 'left') ? 1 : 0
  },
}

/** The year in the name of a file: `avvikelser-2023.xlsx`. */
function yearIn(file: string): number | undefined {
  const year = /(?<!\d)20[0-4]\d(?!\d)/.exec(file)?.[0]
  return year === undefined ? undefined : Number(year)
}

/** @throws UserError for a kind that no list is imported of. */
function refuseOtherKinds(kind: string): void {
  if (['deviations', 'deviation', 'avvikelser', 'avvikelse'].includes(kind.toLowerCase())) return
  throw new UserError(
    { sv: `Listor över \`${kind}\` kan inte importeras.`, en: `Lists of \`${kind}\` cannot be imported.` },
    { sv: 'Skriv `samverkan import deviations FIL`.', en: 'Write `samverkan import deviations FILE`.' },
  )
}

/** What has been written must be told: a place that is taken is refused before anything is. */
function refuseTakenPlace(call: Call, world: World): void {
  const out = call.value('out')
  if (out === undefined || call.has('force')) return
  if (world.disk.kindOf(resolve(world.directory, out)) === undefined) return
  throw new UserError(
    { sv: `\`${out}\` finns redan.`, en: `\`${out}\` exists already.` },
    {
      sv: 'Lägg till `--force` för att skriva över den, eller välj ett annat namn. Ingenting har förts in.',
      en: 'Add `--force` to overwrite it, or choose another name. Nothing was taken in.',
    },
  )
}

/** @throws UserError when the file cannot be read, or is larger than any list. */
function bytesAt(path: string, world: World): Uint8Array {
  const read = world.disk.read(resolve(world.directory, path), MOST.bytes)
  if ('bytes' in read) return new Uint8Array(read.bytes)
  const [sv, en] = PROBLEMS[read.problem]
  throw new UserError(
    { sv: `\`${path}\` ${sv}.`, en: `\`${path}\` ${en}.` },
    { sv: 'Kontrollera hur den stavas och var den ligger.', en: 'Check how it is spelt and where it lies.' },
  )
}

const PROBLEMS = {
  missing: ['finns inte', 'does not exist'],
  denied: ['får inte läsas', 'may not be read'],
  symlink: ['är en symbolisk länk', 'is a symbolic link'],
  'not-a-file': ['är ingen fil', 'is not a file'],
  'too-large': ['är större än 20 MB', 'is larger than 20 MB'],
  failed: ['kunde inte läsas', 'could not be read'],
} as const

/** Every column with what it becomes; on a terminal those that are not known are asked about. */
async function understood({ mapping }: ChosenList, world: World): Promise<readonly MappedColumn[]> {
  if (!world.isInteractive || mapping.unknown.length === 0) {
    refuseUnclear(mapping)
    return mapping.columns
  }
  const columns = [...mapping.columns]
  for (const column of mapping.unknown) {
    const meant = meantBy(column.heading)
    const all = TARGETS.filter(target => target !== meant)
    const name = await world.prompts.choose(
      world.language === 'sv'
        ? `Vad är kolumnen \`${calledColumn(column)}\`?`
        : `What is the column \`${calledColumn(column)}\`?`,
      [...(meant === undefined ? [] : [meant]), ...all].map(target => ({
        value: target.name,
        label: target.name === '-' ? LEAVE_OUT[world.language] : target.name,
      })),
    )
    const target = targetNamed(name)
    if (target !== undefined) columns.push({ ...column, target, because: 'given' })
  }
  const ordered = columns.toSorted((a, b) => a.index - b.index)
  refuseUnclear({ columns: ordered, unknown: [] })
  return ordered
}

const LEAVE_OUT = { sv: 'utelämna den', en: 'leave it out' }

/** What a plan says of a row: the id is not given before the deviation is made. */
function planned(fate: RowFate): ToldRow {
  const row = told(fate)
  return fate.is === 'created' || fate.is === 'draft' ? { ...row, id: `${fate.id.slice(0, -4)}…` } : row
}

function told(fate: RowFate): ToldRow {
  const { is, number } = fate
  if (is === 'existing')
    return { number, fate: is, id: nameOf(fate.document), needs: [asWritten(fate.document.path)] }
  if (is === 'left') return { number, fate: is, needs: fate.needs }
  return { number, fate: is, id: fate.id, needs: fate.needs }
}

/** Crockford's base32 in small letters: no i, l, o or u to take for another character. */
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'
