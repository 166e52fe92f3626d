import { eachArchive } from '../archive/open-archives.js'
import { asDataPackage, type DataFile, type DataFormat, LICENCES } from '../exchange/datapackage.js'
import { asTidyCsv } from '../exchange/tidy-csv.js'
import { type Call, type Command, OPTIONS } from '../model/command.js'
import { type Dataset, datasetOf } from '../model/dataset.js'
import { UserError } from '../model/failure.js'
import { columnsOf, padded } from '../model/layout.js'
import type { World } from '../model/ports.js'

export const command: Command = {
  name: 'dataset',
  aliases: ['datamängd'],
  about: {
    sv: 'skriver arkivet som tabeller för andra program (CSV och Parquet), med bara det som får lämnas ut',
    en: 'writes the archive as tables for other programs (CSV and Parquet), with only what may be given out',
  },
  arguments: [],
  options: [
    {
      ...OPTIONS.archive,
      repeated: true,
      about: {
        sv: 'arkivets katalog; flera blir en datamängd (annars söks samverkan.yaml uppåt från där du står)',
        en: 'folder of the archive; several become one dataset (else samverkan.yaml is sought upwards from where you stand)',
      },
    },
    {
      name: 'out',
      takes: { sv: 'KATALOG', en: 'FOLDER' },
      values: 'folders',
      about: { sv: 'ny katalog för datamängden', en: 'new folder for the dataset' },
    },
    {
      ...OPTIONS.format,
      values: ['csv', 'parquet'],
      about: { sv: 'bara det ena (annars båda)', en: 'one only (else both)' },
    },
    {
      name: 'licence',
      takes: { sv: 'LICENS', en: 'LICENCE' },
      values: LICENCES.map(({ name }) => name),
      about: {
        sv: 'vad andra får göra med den (annars sägs inget)',
        en: 'what others may do with it (else nothing is said)',
      },
    },
    OPTIONS.dryRun,
    {
      ...OPTIONS.force,
      about: {
        sv: 'ersätt datamängden i --out om den finns',
        en: 'replace the dataset in --out if it exists',
      },
    },
  ],
  examples: [
    {
      call: 'samverkan dataset --out data',
      does: { sv: 'arkivet som CSV och Parquet', en: 'the archive as CSV and Parquet' },
    },
    {
      call: 'samverkan dataset --archive ekmo --archive tallhammar --format parquet --out lanet',
      does: { sv: 'två arkiv som en datamängd', en: 'two archives as one dataset' },
    },
    {
      call: 'samverkan dataset --out data --dry-run',
      does: { sv: 'vad som skulle skrivas', en: 'what would be written' },
    },
  ],
  async run(call, world) {
    const out = folderAsked(call)
    const formats = FORMATS.filter(format => format === (call.value('format') ?? format))
    const licence = LICENCES.find(({ name }) => name === call.value('licence'))
    const path = out.startsWith('/') ? out : `${world.directory}/${out}`
    refuseWhatIsThere(path, out, call, world)
    const dataset = datasetOf(await eachArchive(world, call.values('archive')))
    const files = await filesOf(dataset, formats)
    const described = asDataPackage(dataset, files, { made: world.today, licence })
    const count = files.length + 1
    if (call.has('dry-run')) {
      world.print(listing(dataset, world))
      world.remark(
        world.language === 'sv'
          ? `Ingenting har skrivits. Utan \`--dry-run\` skrivs ${count} filer till ${out}.`
          : `Nothing has been written. Without \`--dry-run\`, ${count} files are written to ${out}.`,
      )
      return 0
    }
    const contents = new Map([
      ...files.map(file => [file.path, file.content] as const),
      [DESCRIPTION, described] as const,
    ])
    world.disk.putFolder(
      path,
      contents,
      namesOf(dataset).filter(name => !contents.has(name)),
    )
    world.print(listing(dataset, world))
    world.remark(
      world.language === 'sv' ? `${count} filer skrivna till ${out}.` : `${count} files written to ${out}.`,
    )
    return 0
  },
}

const DESCRIPTION = 'datapackage.json'

const FORMATS: readonly DataFormat[] = ['csv', 'parquet']

/** @throws UserError when no folder is named, and for one in git's own. */
function folderAsked(call: Call): string {
  const out = call.value('out')
  if (out === undefined) {
    throw new UserError(
      {
        sv: 'Det framgår inte vart datamängden ska skrivas.',
        en: 'Nothing says where the dataset is to be written.',
      },
      { sv: 'Lägg till `--out KATALOG`.', en: 'Add `--out FOLDER`.' },
    )
  }
  if (/(?:^|\/)\.git(?:\/|$)/.test(out)) {
    throw new UserError(
      { sv: `\`${out}\` ligger i gits egen katalog.`, en: `\`${out}\` lies in git's own folder.` },
      { sv: 'Välj en annan plats.', en: 'Choose another place.' },
    )
  }
  return out
}

/** @throws UserError for what is no folder, a folder of other things, and without `--force` for a dataset. */
function refuseWhatIsThere(path: string, out: string, call: Call, { disk }: World): void {
  const kind = disk.kindOf(path)
  if (kind === undefined || (kind === 'folder' && disk.isEmpty(path))) return
  const isDataset = kind === 'folder' && disk.kindOf(`${path}/${DESCRIPTION}`) === 'file'
  if (isDataset && call.has('force')) return
  throw new UserError(
    isDataset
      ? { sv: `Det finns redan en datamängd i \`${out}\`.`, en: `There is a dataset in \`${out}\` already.` }
      : {
          sv: `\`${out}\` finns redan och är ingen datamängd.`,
          en: `\`${out}\` exists already and is no dataset.`,
        },
    isDataset
      ? {
          sv: 'Lägg till `--force` för att skriva över den, eller välj en annan katalog.',
          en: 'Add `--force` to overwrite it, or choose another folder.',
        }
      : { sv: 'Välj en ny katalog.', en: 'Choose a new folder.' },
  )
}

/** The tables as files; what writes Parquet is loaded only for that. */
async function filesOf({ tables }: Dataset, formats: readonly DataFormat[]): Promise<readonly DataFile[]> {
  const parquet = formats.includes('parquet') ? await import('../exchange/parquet.js') : undefined
  return formats.flatMap(format =>
    tables.map(({ table, rows }) => ({
      table,
      rows: rows.length,
      format,
      path: `${table.name}.${format}`,
      content:
        format === 'parquet' && parquet !== undefined
          ? parquet.asParquet(table, rows)
          : asTidyCsv(table, rows),
    })),
  )
}

/** Every name that a file of a dataset can have. */
const namesOf = ({ tables }: Dataset): readonly string[] =>
  FORMATS.flatMap(format => tables.map(({ table }) => `${table.name}.${format}`))

/** The tables with their rows. */
function listing({ tables }: Dataset, { language }: World): string {
  const counts = tables.map(({ rows }) =>
    language === 'sv' ? `${rows.length} rader` : `${rows.length} rows`,
  )
  const widest = (texts: readonly string[]) => Math.max(...texts.map(columnsOf))
  const [names, numbers] = [widest(tables.map(({ table }) => table.name)), widest(counts)]
  return tables
    .map(
      ({ table }, index) =>
        `${padded(table.name, names)}  ${padded(counts[index] ?? '', numbers, 'right')}  ${table.title[language]}\n`,
    )
    .join('')
}
