import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ROOT } from './demonstration.js'

/** `script` (util-linux) gives a command a real terminal. */
const HAS_TERMINAL = spawnSync('script', ['--version']).status === 0

/** A command on a terminal: what it has shown so far, and a way to wait for words and answer them. */
class Terminal {
  private shown = ''
  private readonly run: ChildProcess
  readonly ended: Promise<number>

  constructor(command: string, folder: string) {
    this.run = spawn('script', ['-qec', command, '/dev/null'], {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        TERM: 'xterm',
        NO_COLOR: '1',
        SAMVERKAN_AS_OF: '2024-12-20',
      },
    })
    this.run.stdout?.on('data', (bytes: Buffer) => {
      this.shown += stripVTControlCharacters(bytes.toString('utf8'))
    })
    this.ended = new Promise(resolve => {
      this.run.on('close', code => resolve(code ?? -1))
    })
  }

  async answer(question: string, keys: string): Promise<void> {
    const from = this.shown.length
    for (let waited = 0; !this.shown.includes(question); waited += 50) {
      if (waited > 20_000) throw new Error(`Never asked «${question}». Shown: ${this.shown.slice(from)}`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    await new Promise(resolve => setTimeout(resolve, 150))
    this.run.stdin?.write(keys)
  }

  get text(): string {
    return this.shown
  }
}

if (!HAS_TERMINAL) {
  test('questions on a terminal were left out: `script` (util-linux) is not on this machine', () =>
    expect(HAS_TERMINAL).toBe(false))
} else {
  describe('on a terminal', () => {
    let folder = ''
    beforeEach(() => {
      folder = mkdtempSync('/tmp/samverkan-')
      cpSync(join(ROOT, 'examples'), folder, { recursive: true })
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))

    test('`new` asks for what flags do not give, in Swedish', async () => {
      const terminal = new Terminal(`node ${ROOT}/bin/samverkan.js new minutes --date 2025-01-21`, folder)
      await terminal.answer('Vilken grupp?', '\r')
      expect(await terminal.ended, terminal.text).toBe(0)
      expect(readFileSync(join(folder, 'moten/ekmo/2025/2025-01-21-anteckningar.md'), 'utf8')).toContain(
        'grupp: ekmo',
      )
      expect(terminal.text).not.toMatch(/select|navigate|Enter/)
    })

    test('a wrong answer is asked again', async () => {
      const terminal = new Terminal(`node ${ROOT}/bin/samverkan.js new minutes --group ekmo`, folder)
      await terminal.answer('Datum', `${'\u007f'.repeat(12)}2025-02-30\r`)
      await terminal.answer('`2024-05-31`', `${'\u007f'.repeat(12)}2025-02-25\r`)
      expect(await terminal.ended, terminal.text).toBe(0)
      expect(existsSync(join(folder, 'moten/ekmo/2025/2025-02-25-anteckningar.md'))).toBe(true)
    })

    test('a new deviation is asked what it concerns; what belongs elsewhere is not made', async () => {
      const call = `node ${ROOT}/bin/samverkan.js new deviation --title Kallelse`
      const elsewhere = new Terminal(call, folder)
      await elsewhere.answer('Vad gäller det?', '\u001b[B\r')
      await elsewhere.answer('ändå?', '\r')
      expect(await elsewhere.ended, elsewhere.text).toBe(0)
      expect(elsewhere.text).toContain('19 kap. 1 §')
      expect(elsewhere.text).toContain('Ingenting har skapats.')
      const here = new Terminal(call, folder)
      await here.answer('Vad gäller det?', '\r')
      expect(await here.ended, here.text).toBe(0)
      const path = /avvikelser\/\S+\.md/.exec(here.text)?.[0] ?? ''
      expect(readFileSync(join(folder, path), 'utf8')).toContain('inte_istället_för: bekräftat')
    })

    test('`advance` asks for what the step needs', async () => {
      const terminal = new Terminal(
        `node ${ROOT}/bin/samverkan.js advance AVV-2024-swqm --to chefskontakt`,
        folder,
      )
      await terminal.answer('agen för steget `mottagen`', '2024-12-12\r')
      expect(await terminal.ended, terminal.text).toBe(0)
      const text = readFileSync(join(folder, 'avvikelser/2024/avv-2024-swqm.md'), 'utf8')
      expect(text).toContain('rapporterad: 2024-12-10\nmottagen: 2024-12-12\nchefskontakt: 2024-12-20\n')
    })

    test('interruption writes nothing and is no fault', async () => {
      const terminal = new Terminal(`node ${ROOT}/bin/samverkan.js new minutes --date 2025-01-21`, folder)
      await terminal.answer('Vilken grupp?', '\u0003')
      expect(await terminal.ended, terminal.text).toBe(2)
      expect(terminal.text).toContain('Avbrutet.')
      expect(existsSync(join(folder, 'moten/ekmo/2025'))).toBe(false)
    })

    test('`import` asks what a column is, the likeliest first, and remembers it', async () => {
      writeFileSync(join(folder, 'lista.csv'), 'Datum;Från;Beskrivnig\n2024-05-02;Ekmo;Något brast.\n')
      const terminal = new Terminal(`node ${ROOT}/bin/samverkan.js import deviations lista.csv`, folder)
      await terminal.answer('Vad är kolumnen `Beskrivnig`?', '\r')
      expect(await terminal.ended, terminal.text).toBe(0)
      expect(terminal.text).toContain('1 rad: 1 blev en avvikelse')
      expect(readFileSync(join(folder, 'samverkan.yaml'), 'utf8')).toContain(
        '  - {kolumn: Beskrivnig, fält: beskrivning}\n',
      )
    })

    test('an import that is interrupted goes on where it ended', async () => {
      const rows = Array.from({ length: 1_500 }, (_, row) => `2024-05-02;Ekmo;Text ${row}.`)
      writeFileSync(join(folder, 'lista.csv'), ['Datum;Från;Beskrivning', ...rows].join('\n'))
      const deviations = () =>
        readdirSync(join(folder, 'avvikelser/2024')).filter(name => name.endsWith('.md'))
      const before = deviations().length
      const call = `node ${ROOT}/bin/samverkan.js import deviations lista.csv --format json --out utfall.json`
      const terminal = new Terminal(call, folder)
      await terminal.answer('250 av 1500', '\u0003')
      expect(await terminal.ended).not.toBe(0)
      const written = deviations().length - before
      expect(written).toBeGreaterThan(249)
      expect(written).toBeLessThan(1_500)
      expect(await new Terminal(call, folder).ended).toBe(0)
      expect(deviations().length - before).toBe(1_500)
      const told = readFileSync(join(folder, 'utfall.json'), 'utf8')
      expect(told.match(/"existing"/g)).toHaveLength(written)
    }, 120_000)
  })
}
