import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asDataPackage, type DataFile } from '../src/exchange/datapackage.js'
import { asParquet } from '../src/exchange/parquet.js'
import { asTidyCsv } from '../src/exchange/tidy-csv.js'
import { main } from '../src/main.js'
import type { Archive } from '../src/model/archive.js'
import { datasetOf } from '../src/model/dataset.js'
import type { Day } from '../src/model/day.js'
import { realDisk } from '../src/system/disk.js'
import { archiveOfTexts, DEMONSTRATION, ROOT } from './demonstration.js'
import { secretArchive, secretDeviation } from './secret-archive.js'

type Cell = string | number | boolean | null
type Rows = readonly Readonly<Record<string, Cell>>[]

interface Resource {
  readonly name: string
  readonly path: string
  readonly format: string
  readonly bytes: number
  readonly rowCount: number
  readonly schema: {
    readonly fields: readonly {
      readonly name: string
      readonly type: string
      readonly title: string
      readonly constraints?: { readonly required?: boolean; readonly enum?: readonly string[] }
    }[]
    readonly primaryKey: readonly string[]
    readonly foreignKeys?: readonly {
      readonly fields: readonly string[]
      readonly reference: { readonly resource: string; readonly fields: readonly string[] }
    }[]
  }
}

interface DataPackage {
  readonly name: string
  readonly created: string
  readonly sources: readonly { readonly title: string }[]
  readonly licenses?: readonly { readonly name: string }[]
  readonly resources: readonly Resource[]
}

/** What is wrong with a dataset by its own description, in words: files, types, constraints and keys. */
async function faultsOf(files: ReadonlyMap<string, Uint8Array>): Promise<readonly string[]> {
  const described: DataPackage = JSON.parse(Buffer.from(files.get('datapackage.json') ?? []).toString())
  const faults: string[] = []
  const fault = (isWrong: boolean, what: string) => {
    if (isWrong) faults.push(what)
  }
  fault(!/^[a-z0-9._-]+$/.test(described.name), `the name ${described.name}`)
  fault(!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(described.created), `made ${described.created}`)
  const names = described.resources.map(({ name }) => name)
  fault(new Set(names).size !== names.length, 'two resources of one name')
  const paths = described.resources.map(({ path }) => path)
  fault(
    [...paths, 'datapackage.json'].sort().join() !== [...files.keys()].sort().join(),
    'files and resources differ',
  )
  const tables = new Map<string, Rows>()
  for (const resource of described.resources) {
    const bytes = files.get(resource.path) ?? new Uint8Array()
    fault(bytes.length !== resource.bytes, `${resource.path} has ${bytes.length} bytes`)
    const rows = await rowsOf(resource, bytes)
    tables.set(resource.name, rows)
    fault(rows.length !== resource.rowCount, `${resource.path} has ${rows.length} rows`)
    const { fields, primaryKey } = resource.schema
    for (const row of rows) {
      fault(
        Object.keys(row).join() !== fields.map(({ name }) => name).join(),
        `${resource.path}: other fields`,
      )
      for (const { name, type, constraints } of fields) {
        const value = row[name] ?? null
        const where = `${resource.path}: ${name} is ${value}`
        if (value === null) fault(constraints?.required === true, where)
        else fault(!FITS[type]?.(value), where)
        if (value !== null && constraints?.enum !== undefined)
          fault(!constraints.enum.includes(String(value)), where)
      }
    }
    const keys = rows.map(row => JSON.stringify(primaryKey.map(name => row[name])))
    fault(new Set(keys).size !== keys.length, `${resource.path}: a key twice`)
  }
  for (const { name, schema } of described.resources) {
    for (const { fields, reference } of schema.foreignKeys ?? []) {
      const targets = tables
        .get(reference.resource)
        ?.map(row => JSON.stringify(reference.fields.map(key => row[key])))
      const known = new Set(targets)
      for (const row of tables.get(name) ?? []) {
        const key = JSON.stringify(fields.map(each => row[each]))
        fault(!known.has(key), `${name}: ${key} is not in ${reference.resource}`)
      }
    }
  }
  return faults
}

const FITS: Readonly<Record<string, (value: Cell) => boolean>> = {
  string: value => typeof value === 'string' && value !== '',
  integer: Number.isInteger,
  boolean: value => typeof value === 'boolean',
  date: value => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
}

/** Reads a table with another reader than the one that wrote it. */
async function rowsOf({ format, schema }: Resource, bytes: Uint8Array): Promise<Rows> {
  if (format === 'parquet') {
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
    const rows = await parquetReadObjects({ file: file instanceof ArrayBuffer ? file : new ArrayBuffer(0) })
    return rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [
          name,
          value instanceof Date ? value.toISOString().slice(0, 10) : (value ?? null),
        ]),
      ),
    )
  }
  const types = new Map(schema.fields.map(({ name, type }) => [name, type]))
  const rows: readonly Record<string, string>[] = parse(Buffer.from(bytes), {
    columns: true,
    recordDelimiter: '\r\n',
  })
  return rows.map(row =>
    Object.fromEntries(
      Object.entries(row).map(([name, text]): [string, Cell] => {
        const type = types.get(name)
        if (text === '') return [name, null]
        return [name, type === 'integer' ? Number(text) : type === 'boolean' ? text === 'true' : text]
      }),
    ),
  )
}

/** The files of a dataset without a disk. */
function filesOf(archives: readonly Archive[]): ReadonlyMap<string, Uint8Array> {
  const dataset = datasetOf(archives)
  const files = (['csv', 'parquet'] as const).flatMap(format =>
    dataset.tables.map(
      ({ table, rows }): DataFile => ({
        table,
        rows: rows.length,
        format,
        path: `${table.name}.${format}`,
        content: format === 'csv' ? asTidyCsv(table, rows) : asParquet(table, rows),
      }),
    ),
  )
  const described = asDataPackage(dataset, files, { made: '2024-12-31' as Day, licence: undefined })
  return new Map(
    [
      ...files.map(({ path, content }) => [path, content] as const),
      ['datapackage.json', described] as const,
    ].map(([path, content]) => [path, typeof content === 'string' ? Buffer.from(content) : content] as const),
  )
}

const home = mkdtempSync('/tmp/samverkan-dataset-')
afterAll(() => rmSync(home, { recursive: true, force: true }))

/** Runs a command where this test has its archives; gives its exit code and what it printed. */
async function run(
  ...words: readonly string[]
): Promise<{ readonly code: number; readonly output: string; readonly remarks: string }> {
  const written = { output: '', remarks: '' }
  const code = await main(words, {
    directory: home,
    environment: { SAMVERKAN_AS_OF: '2024-12-20', HOME: home },
    programFolder: ROOT,
    version: '0',
    columns: undefined,
    isInteractive: false,
    writeOut: content => {
      written.output += typeof content === 'string' ? content : Buffer.from(content).toString('latin1')
    },
    writeError: text => {
      written.remarks += text
    },
  })
  return { code, ...written }
}

const filesIn = (folder: string): ReadonlyMap<string, Uint8Array> =>
  new Map(readdirSync(join(home, folder)).map(name => [name, readFileSync(join(home, folder, name))]))

/** Two archives: the examples, and another that lacks every second deviation of theirs. */
beforeAll(() => {
  cpSync(join(ROOT, 'examples'), join(home, 'ekmo'), { recursive: true })
  cpSync(join(ROOT, 'examples'), join(home, 'tallhammar'), { recursive: true })
  const settings = join(home, 'tallhammar/samverkan.yaml')
  writeFileSync(settings, readFileSync(settings, 'utf8').replace(/^namn: .*$/m, 'namn: Tallhammars arkiv'))
  for (const year of ['2023', '2024']) {
    const folder = join(home, 'tallhammar/avvikelser', year)
    for (const [index, name] of readdirSync(folder).entries()) if (index % 2 === 0) rmSync(join(folder, name))
  }
})

const datasetInto = (out: string) =>
  run('dataset', '--archive', 'ekmo', '--archive', 'tallhammar', '--out', out, '--licence', 'CC0-1.0')

describe('a dataset of two archives', () => {
  beforeAll(async () => {
    const { code, remarks } = await datasetInto('data')
    expect({ code, remarks }).toEqual({ code: 0, remarks: '15 filer skrivna till data.\n' })
  })

  test('is as its description says, in both formats alike', async () => {
    const files = filesIn('data')
    expect(await faultsOf(files)).toEqual([])
    const described: DataPackage = JSON.parse(Buffer.from(files.get('datapackage.json') ?? []).toString())
    expect(described.sources.map(({ title }) => title)).toEqual([
      'Samverkan barn och unga i Vallands län',
      'Tallhammars arkiv',
    ])
    expect(described.licenses?.map(({ name }) => name)).toEqual(['CC0-1.0'])
    for (const resource of described.resources.filter(({ format }) => format === 'csv')) {
      const other = described.resources.find(({ name }) => name === `${resource.name}-parquet`)
      if (other === undefined) throw new Error(`No ${resource.name}-parquet.`)
      const [csv, parquet] = [resource, other].map(each =>
        rowsOf(each, files.get(each.path) ?? new Uint8Array()),
      )
      expect(await parquet, resource.name).toEqual(await csv)
      expect(resource.rowCount, resource.name).toBeGreaterThan(0)
    }
  })

  test('is the same bytes every time', async () => {
    await datasetInto('again')
    expect(filesIn('again')).toEqual(filesIn('data'))
  })

  test.each([
    ['område', ['area']],
    ['från', ['from_party']],
    ['berör', ['concerns']],
    ['status', ['status']],
    ['löses', ['solved']],
    ['år', ['year']],
    ['kvartal', [`strftime(first_day, '%Y-Q') || quarter(first_day)`]],
    ['område,från', ['area', 'from_party']],
  ] as const)('gives DuckDB the same table by %s as the report', async (by, columns) => {
    for (const year of ['2023', '2024']) {
      const reported = await run(
        ...['report', 'deviations', '--archive', 'ekmo', '--archive', 'tallhammar', '--year', year],
        ...['--by', by, '--list', '--format', 'json'],
      )
      const { sheets } = JSON.parse(reported.output)
      const table = sheets.find(
        ({ name }: { name: string }) => name === (columns.length === 2 ? 'pairs' : 'by'),
      )
      const rows = table.rows
        .filter(({ count }: { count: number }) => count > 0)
        .map(({ value, first, second, count }: Record<string, unknown>) =>
          JSON.stringify(columns.length === 2 ? [first, second, count] : [value, count]),
        )
      const query = `
        SELECT ${columns.map(column => `${column}::VARCHAR`).join(', ')}, count(*)::INTEGER
        FROM '${join(home, 'data/deviations.parquet')}'
        WHERE year = ${year}
        GROUP BY ALL`
      const counted = (await queried(query)).map(row => JSON.stringify(row))
      expect(counted.sort()).toEqual(rows.sort())
      expect(counted.length).toBeGreaterThan(0)
    }
  })

  test('lets archives be told apart and tables be joined', async () => {
    const query = `
      SELECT m.archive, count(*)::INTEGER
      FROM '${join(home, 'data/decisions.parquet')}' d JOIN '${join(home, 'data/meetings.parquet')}' m USING (archive, document)
      GROUP BY ALL ORDER BY ALL`
    const { output } = await run('report', 'decisions', '--archive', 'ekmo', '--format', 'json')
    const count = JSON.parse(output).sheets[0].totals.count
    expect(await queried(query)).toEqual([
      ['Samverkan barn och unga i Vallands län', count],
      ['Tallhammars arkiv', count],
    ])
  })
})

/** What DuckDB answers when it may read the folder of the dataset and nothing else. */
async function queried(query: string): Promise<readonly (readonly unknown[])[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await connection.run(`SET allowed_directories = ['${join(home, 'data')}']`)
    await connection.run('SET enable_external_access = false')
    await connection.run('SET lock_configuration = true')
    return (await connection.runAndReadAll(query)).getRowsJson()
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

describe('the folder of a dataset', () => {
  test('comes whole or not at all', () => {
    const disk = realDisk()
    const folder = join(home, 'half')
    const files = new Map([
      ['one.csv', 'a'],
      ['no/such/folder.csv', 'b'],
    ])
    expect(() => disk.putFolder(folder, files, [])).toThrow()
    expect(existsSync(folder)).toBe(false)
    expect(readdirSync(home).filter(name => name.startsWith('half'))).toEqual([])
  })

  test('keeps what is not of the dataset, and loses tables that are no longer written', async () => {
    await run('dataset', '--archive', 'ekmo', '--out', 'kept')
    mkdirSync(join(home, 'kept/.git'))
    writeFileSync(join(home, 'kept/LÄSMIG.md'), 'mitt eget')
    const refused = await run('dataset', '--archive', 'ekmo', '--out', 'kept', '--format', 'csv')
    expect(refused.code).toBe(2)
    expect(existsSync(join(home, 'kept/documents.parquet'))).toBe(true)
    expect(
      (await run('dataset', '--archive', 'ekmo', '--out', 'kept', '--format', 'csv', '--force')).code,
    ).toBe(0)
    expect(readFileSync(join(home, 'kept/LÄSMIG.md'), 'utf8')).toBe('mitt eget')
    expect(readdirSync(join(home, 'kept')).filter(name => /parquet|tmp/.test(name))).toEqual([])
    expect(existsSync(join(home, 'kept/.git'))).toBe(true)
  })

  test('is never another folder, whatever is said', async () => {
    const { code, remarks } = await run('dataset', '--archive', 'ekmo', '--out', 'ekmo', '--force')
    expect(code).toBe(2)
    expect(remarks).toContain('är ingen datamängd')
  })
})

describe('of what is not open', () => {
  test('no words of one’s own and no names are in a dataset, whatever stands there, and it is as it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(secretDeviation, { maxLength: 8 }), async drawn => {
        const files = filesOf([await secretArchive(drawn, 'intern'), await archiveOfTexts(DEMONSTRATION)])
        expect(await faultsOf(files)).toEqual([])
        for (const [path, bytes] of files) {
          const text = Buffer.from(bytes).toString('utf8')
          expect(text.includes('HEMLIGT') || text.includes('hemligt'), path).toBe(false)
        }
      }),
      { numRuns: 30 },
    )
  })

  test('names of those in the register, titles and wordings are there where the document is open', async () => {
    const { tables } = datasetOf([await archiveOfTexts(DEMONSTRATION)])
    const texts = (name: string, field: string) =>
      tables.find(({ table }) => table.name === name)?.rows.flatMap(row => row[field] ?? [])
    expect(texts('attendance', 'person')?.length).toBeGreaterThan(0)
    expect(texts('decisions', 'text')?.length).toBeGreaterThan(0)
    const documents = tables.find(({ table }) => table.name === 'documents')?.rows ?? []
    expect(
      documents.filter(({ title }) => title !== undefined).map(row => row['confidentiality']),
    ).not.toContain('intern')
    const sealed = documents.filter(row => row['confidentiality'] === 'sekretess')
    expect(sealed.length).toBeGreaterThan(0)
    expect(sealed.flatMap(({ title, date }) => [title ?? [], date ?? []].flat())).toEqual([])
  })
})
