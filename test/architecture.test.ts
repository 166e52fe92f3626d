import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ROOT } from './demonstration.js'

/** Every module of src by its path there. */
const MODULES: ReadonlyMap<string, string> = new Map(
  readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map(path => [path.slice(join(ROOT, 'src').length + 1), readFileSync(path, 'utf8')] as const),
)

/** What each folder may import from; its own is said where it may. Files of src itself know everything. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  model: ['model'],
  parse: ['parse', 'model'],
  kinds: ['kinds', 'model', 'parse'],
  rules: ['model'],
  reports: ['model'],
  reminders: ['model'],
  formats: ['model', 'exchange'],
  archive: ['archive', 'model', 'parse', 'kinds'],
  exchange: ['exchange', 'model', 'parse'],
  commands: ['model', 'kinds', 'rules', 'reports', 'reminders', 'formats', 'archive', 'exchange'],
  system: ['system', 'model'],
}

/** Packages that a folder may import. `node:buffer`, `node:crypto` and `node:zlib` compute and touch nothing; `node:path` is used on text. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  model: [],
  parse: ['gray-matter', 'js-yaml', 'yaml', 'remark', 'remark-gfm', 'unified', 'mdast', 'node:buffer'],
  kinds: ['ajv'],
  rules: [],
  reports: [],
  reminders: [],
  formats: ['chalk'],
  archive: ['node:buffer', 'node:crypto', 'node:path', 'node:zlib'],
  exchange: [
    'node:buffer',
    'node:crypto',
    'node:zlib',
    'csv-parse',
    'read-excel-file',
    'hyparquet-writer',
    'mdast',
    'mime',
    'mdast-util-to-hast',
    'hast-util-sanitize',
    'hast-util-to-html',
    'fflate',
    'write-excel-file',
    'docx',
    '@myriaddreamin/typst-ts-node-compiler',
    'diff',
  ],
  commands: ['commander', 'node:path'],
  system: ['node:*', 'simple-git', 'inquirer', '@inquirer/*', 'chalk'],
  '': ['commander'],
}

/** Packages too heavy to load before they are needed: the files that import each know only one another, and are else loaded when they are needed. */
const HEAVY = [
  'ajv',
  'remark',
  'remark-gfm',
  'unified',
  'inquirer',
  'simple-git',
  'csv-parse',
  'read-excel-file',
  'write-excel-file',
  'docx',
  '@myriaddreamin/typst-ts-node-compiler',
  'hyparquet-writer',
] as const

/** Drawers, not things. */
const DRAWERS =
  /(?:^|[-/])(?:utils?|helpers?|managers?|services?|handlers?|common|misc|info|lib|types|shared)(?=[-./]|$)/

interface Import {
  readonly from: string
  readonly isType: boolean
  readonly isLazy: boolean
}

const withoutComments = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm, '')

/** `import …` and `export … from …`, at the beginning of a line. */
const STATED =
  /^(?:import\s+(?:(type)\s+)?(?:[\w$*{},\s]+?\s+from\s+)?|export\s+(?:type\s+)?[\w$*{},\s]+?\s+from\s+)'([^']+)'/gm

function importsOf(source: string): readonly Import[] {
  const stated = [...source.matchAll(STATED)].map(([, type, from = '']) => ({
    from,
    isType: type !== undefined,
    isLazy: false,
  }))
  const lazy = [...withoutComments(source).matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map(([, from = '']) => ({
    from,
    isType: false,
    isLazy: true,
  }))
  return [...stated, ...lazy]
}

const folderOf = (path: string): string => (path.includes('/') ? path.slice(0, path.indexOf('/')) : '')
const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
const isOwn = (from: string): boolean => from.startsWith('.')
const moduleOf = (path: string, from: string): string => join(dirname(path), from).replace(/\.js$/, '.ts')
const isGenerated = (path: string): boolean =>
  /^(?:rules|reports|reminders|formats|commands)\/index\.ts$/.test(path)

/** Everything that is wrong with some modules, as `file: what`. */
const faults = (found: (path: string, source: string) => Iterable<string>): readonly string[] =>
  [...MODULES].flatMap(([path, source]) => [...found(path, source)].map(what => `src/${path}: ${what}`))

test('src holds the folders of the architecture and no others', () => {
  expect(new Set([...MODULES.keys()].map(folderOf))).toEqual(
    new Set([...Object.keys(FOLDERS), ''].filter(hasModules)),
  )
  expect([...MODULES.keys()].filter(path => !path.endsWith('.ts'))).toEqual([])
})

const hasModules = (folder: string): boolean => [...MODULES.keys()].some(path => folderOf(path) === folder)

describe('imports', () => {
  test('go only where the table lets them', () => {
    const wrong = faults(function* (path, source) {
      const folder = folderOf(path)
      for (const { from } of importsOf(source).filter(each => isOwn(each.from))) {
        const target = moduleOf(path, from)
        if (!MODULES.has(target)) yield `imports ${from}, which is not there`
        if (folder === '' || (isGenerated(path) && folderOf(target) === folder)) continue
        if (!(FOLDERS[folder] ?? []).includes(folderOf(target)) && !isListOf(folder, target))
          yield `imports ${target}`
      }
    })
    expect(wrong).toEqual([])
  })

  /** Commands ask the generated lists, never a rule, report or format by its file. */
  const isListOf = (folder: string, target: string): boolean =>
    folder === 'commands' && target === 'commands/index.ts'

  test('of commands reach rules, reports and formats only through their lists', () => {
    const wrong = faults(function* (path, source) {
      if (folderOf(path) !== 'commands') return
      for (const { from } of importsOf(source).filter(each => isOwn(each.from))) {
        const target = moduleOf(path, from)
        if (/^(?:rules|reports|reminders|formats)\//.test(target) && !isGenerated(target))
          yield `imports ${target}`
      }
    })
    expect(wrong).toEqual([])
  })

  test('of packages are those of the folder', () => {
    const wrong = faults(function* (path, source) {
      const allowed = PACKAGES[folderOf(path)] ?? []
      for (const { from } of importsOf(source).filter(each => !isOwn(each.from))) {
        const isAllowed = allowed.some(name =>
          name.endsWith('*') ? from.startsWith(name.slice(0, -1)) : name === packageOf(from),
        )
        if (!isAllowed) yield `imports the package ${from}`
      }
    })
    expect(wrong).toEqual([])
  })

  test('make no circle', () => {
    const circles: string[] = []
    const done = new Set<string>()
    const visit = (path: string, above: readonly string[]) => {
      if (above.includes(path)) circles.push([...above.slice(above.indexOf(path)), path].join(' → '))
      if (done.has(path) || above.includes(path)) return
      const next = importsOf(MODULES.get(path) ?? '').filter(({ from, isLazy }) => isOwn(from) && !isLazy)
      for (const { from } of next) visit(moduleOf(path, from), [...above, path])
      done.add(path)
    }
    for (const path of MODULES.keys()) visit(path, [])
    expect(circles).toEqual([])
  })

  test.each(HEAVY)('of %s wait until it is needed', heavy => {
    const importing = (wanted: (found: Import, path: string) => boolean) =>
      [...MODULES]
        .filter(([path, source]) => importsOf(source).some(found => wanted(found, path)))
        .map(([path]) => path)
    const owners = importing(({ from, isType, isLazy }) => packageOf(from) === heavy && !isType && !isLazy)
    for (const owner of owners) {
      const early = importing(
        ({ from, isLazy, isType }, path) =>
          isOwn(from) && moduleOf(path, from) === owner && !isLazy && !isType,
      )
      expect(early.filter(path => !owners.includes(path))).toEqual([])
    }
  })

  test('of YAML, Markdown and fences stand in parse alone', () => {
    const readers = ['gray-matter', 'js-yaml', 'yaml', 'remark', 'remark-gfm', 'unified']
    const wrong = faults(function* (path, source) {
      if (folderOf(path) === 'parse') return
      for (const { from } of importsOf(source)) if (readers.includes(packageOf(from))) yield `imports ${from}`
    })
    expect(wrong).toEqual([])
    expect(
      [...MODULES].filter(([, source]) => /from 'gray-matter'/.test(source)).map(([path]) => path),
    ).toEqual(['parse/front-matter.ts'])
  })
})

test('effects are had in system alone', () => {
  const effects = [
    /\bconsole\./,
    /(?<![\w.'"-])process\.(?!\w*['"])/,
    /\bnew Date\(\s*\)/,
    /\bDate\.now\b/,
    /\bMath\.random\b/,
    /\bperformance\.now\b/,
    /'(?:node:)?(?:fs|fs\/promises|child_process|http|https|net|dgram|dns|worker_threads|os|readline)'/,
    /\b(?:setTimeout|setInterval|fetch|eval)\(/,
    /\bnew Function\(/,
  ]
  const wrong = faults(function* (path, source) {
    if (folderOf(path) === 'system') return
    for (const line of withoutComments(source).split('\n')) {
      for (const effect of effects) if (effect.test(line)) yield line.trim()
    }
  })
  expect(wrong).toEqual([])
})

test('nothing reaches the network, whoever asks', () => {
  const wrong = faults(function* (_, source) {
    if (
      /'(?:node:)?(?:http|https|http2|net|tls|dgram|dns)'|\bfetch\(|\bWebSocket\b/.test(
        withoutComments(source),
      )
    )
      yield 'reaches the network'
  })
  expect(wrong).toEqual([])
})

describe('files', () => {
  test('are of at most 250 lines', () => {
    const long = faults(function* (path, source) {
      const lines = source.trimEnd().split('\n').length
      if (lines > 250 && !isGenerated(path)) yield `${lines} lines`
    })
    expect(long).toEqual([])
  })

  test('are named after things, not drawers', () => {
    const tests = readdirSync(join(ROOT, 'test'), { recursive: true }).map(String)
    expect([...MODULES.keys(), ...tests].filter(path => DRAWERS.test(path))).toEqual([])
    expect(
      [...MODULES.keys()].filter(path => !/^(?:[a-z0-9-]+\/)*[a-z0-9]+(?:-[a-z0-9]+)*\.ts$/.test(path)),
    ).toEqual([])
  })

  test('say what everything that they export is', () => {
    const silent = faults(function* (path, source) {
      if (isGenerated(path)) return
      const lines = source.split('\n')
      for (const [index, line] of lines.entries()) {
        const [, name] =
          /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) ([\w$]+)/.exec(
            line,
          ) ?? []
        if (name === undefined || NAMED_BY_FOLDER.has(name)) continue
        if (!/\*\/\s*$/.test(lines[index - 1] ?? '')) yield name
      }
    })
    expect(silent).toEqual([])
  })

  /** What every file of a folder exports under the same name: the type says what it is, and `about` which one it is. */
  const NAMED_BY_FOLDER: ReadonlySet<string> = new Set(['command', 'report', 'format'])

  test('leave no work for later and swallow nothing', () => {
    const wrong = faults(function* (_, source) {
      if (/^\s*(?:\/\/|\/?\*).*\b(?:TODO|FIXME|XXX)\b/m.test(source)) yield 'work left for later'
      if (/catch\s*(?:\(\w*\))?\s*\{\s*\}/.test(source)) yield 'an empty catch'
      if (/@ts-(?:ignore|nocheck|expect-error)|biome-ignore/.test(source)) yield 'a check turned off'
    })
    expect(wrong).toEqual([])
  })
})
