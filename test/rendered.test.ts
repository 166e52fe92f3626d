// The files of reports, opened by the programs that people open them with. What is not installed is said and left out.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import axe from 'axe-core'
import { parse } from 'csv-parse/sync'
import { chromium } from 'playwright-core'
import { afterAll, describe, expect, test } from 'vitest'
import { FORMATS } from '../src/formats/index.js'
import type { SheetWish } from '../src/model/format.js'
import type { Sheet } from '../src/model/sheet.js'
import { cellText } from '../src/model/worded-column.js'
import { PACK } from './pack-sheet.js'
import { PLAIN } from './plain-paint.js'

/** Where a program is; absent where it is not installed. */
const programAt = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map(folder => join(folder, name))
    .find(existsSync)

/** What a group of tests is called, with the words for why it was left out. */
const unless = (program: string | undefined, name: string, what: string): string =>
  program === undefined ? `${what} (LEFT OUT: ${name} is not installed)` : what

const folder = mkdtempSync(join(tmpdir(), 'samverkan-rendered-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function fileOf(name: string, sheet: Sheet, shows: SheetWish['shows']): Promise<string> {
  const format = await FORMATS.find(each => each.name === name && each.writes === 'sheet')?.load()
  const content = await format?.sheet?.(sheet, { language: 'sv', columns: 80, paint: PLAIN }, { shows })
  const path = join(folder, `${shows}.${name}`)
  writeFileSync(path, content ?? '')
  return path
}

/** Runs a program and gives what it printed. */
function ran(program: string, words: readonly string[]): string {
  const run = spawnSync(program, words, { encoding: 'utf8', cwd: folder, timeout: 120_000 })
  if (run.status !== 0)
    throw new Error(`${program} ended with ${run.status}: ${run.stderr}${run.error ?? ''}`)
  return run.stdout
}

const browser = programAt('chromium')
const office = programAt('soffice')
const pdftotext = programAt('pdftotext')
const tables = [...PACK.tables, ...(PACK.chapters ?? []).flatMap(chapter => chapter.tables)]

describe.skipIf(browser === undefined)(unless(browser, 'chromium', 'the web page in a browser'), () => {
  test.each(['figures', 'documents'] as const)(
    'axe finds nothing in it (%s), on a wide screen and a narrow one',
    async shows => {
      const path = await fileOf('html', PACK, shows)
      const running = await chromium.launch({ executablePath: browser ?? '', args: ['--no-sandbox'] })
      try {
        for (const width of [1280, 390]) {
          const page = await running.newPage({ viewport: { width, height: 900 } })
          const asked: string[] = []
          page.on('request', request => asked.push(request.url()))
          await page.goto(`file://${path}`)
          await page.evaluate(axe.source)
          const found = await page.evaluate<readonly string[]>(
            `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`,
          )
          expect(found).toEqual([])
          expect(asked).toEqual([`file://${path}`])
          const hasRoom = await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')
          expect(hasRoom).toBe(true)
          await page.close()
        }
      } finally {
        await running.close()
      }
    },
    60_000,
  )
})

describe.skipIf(office === undefined)(
  unless(office, 'LibreOffice', 'the workbook and the document in LibreOffice'),
  () => {
    const profile = `-env:UserInstallation=file://${folder}/profile`

    /** A number as LibreOffice writes it: "1204", "61.5", "81.39%". */
    const numberIn = (text: string): number => Number.parseFloat(text) / (text.endsWith('%') ? 100 : 1)

    test('the workbook opens, with every cell as it was and no formula', async () => {
      const path = await fileOf('xlsx', PACK, 'figures')
      // Every sheet to a file of its own: separator, quote, UTF-8, as shown, -1 for all sheets.
      const way = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,1053,true,true,false,false,false,-1'
      ran(office ?? '', [profile, '--headless', '--convert-to', way, '--outdir', folder, path])
      for (const { title, columns, rows, totals, shownWith } of tables) {
        if (shownWith !== undefined) continue
        const tab = title.sv
          .replace(/[[\]:*?/\\]+/g, ' ')
          .replace(/ +/g, ' ')
          .trim()
        const lines: readonly (readonly string[])[] = parse(
          readFileSync(join(folder, `figures-${tab}.csv`), 'utf8'),
          {
            relax_column_count: true,
          },
        )
        expect(lines[0]).toEqual(columns.map(({ label }) => label.sv))
        for (const [index, { cells }] of rows.entries())
          for (const [at, each] of columns.entries()) {
            const text = lines[index + 1]?.[at] ?? ''
            const cell = cells[at]
            if (typeof cell === 'number') expect(numberIn(text)).toBeCloseTo(cell, 6)
            else expect(text).toBe(cell === undefined ? '' : cellText(cell, each, 'sv'))
          }
        if (totals !== undefined && rows.length > 0)
          expect(numberIn(lines[rows.length + 1]?.[1] ?? '')).toBe(totals[1])
      }
    }, 120_000)

    test.skipIf(pdftotext === undefined)(
      unless(
        pdftotext,
        'poppler-utils',
        'the document opens, its chapters on pages of their own and in the contents',
      ),
      async () => {
        const path = await fileOf('docx', PACK, 'documents')
        ran(office ?? '', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path])
        const pages = ran(pdftotext ?? '', ['-layout', join(folder, 'documents.pdf'), '-']).split('\f')
        for (const { title } of PACK.chapters ?? []) {
          const at = pages.findIndex(page => page.trimStart().startsWith(title.sv))
          expect(at).toBeGreaterThan(0)
          expect(pages[0]).toMatch(new RegExp(`${title.sv}\\W+${at + 1}\\b`))
        }
        expect(pages.join('').replace(/\s+/g, ' ')).toContain('Sida 1 av')
      },
      120_000,
    )
  },
)

describe.skipIf(pdftotext === undefined)(unless(pdftotext, 'poppler-utils', 'the PDF in Poppler'), () => {
  test('is tagged and titled, its chapters on pages of their own and in the contents', async () => {
    const path = await fileOf('pdf', PACK, 'figures')
    const told = ran(programAt('pdfinfo') ?? '', [path])
    expect(told).toMatch(/^Title: +Årsrapport till styrgruppen/m)
    expect(told).toMatch(/^Tagged: +yes$/m)
    expect(readFileSync(path, 'latin1')).toMatch(/<pdfuaid:part>1<|\/Lang ?\(sv-SE\)/)
    const pages = ran(pdftotext ?? '', ['-layout', path, '-']).split('\f')
    for (const { title } of PACK.chapters ?? []) {
      const at = pages.findIndex(page => page.trimStart().startsWith(title.sv))
      expect(at).toBeGreaterThan(0)
      expect(pages[0]).toMatch(new RegExp(`${title.sv}\\W+${at + 1}\\s`))
    }
  }, 60_000)
})
