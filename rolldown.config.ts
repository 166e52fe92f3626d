// Builds dist/: the program as one file to start with and parts that load when they are first used.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { _ } from 'ajv'
import standalone from 'ajv/dist/standalone/index.js'
import { defineConfig } from 'rolldown'
import { folderSource } from './src/archive/source.js'
import { schemaReader } from './src/kinds/compile-schema.js'
import { type KindSet, readKindSet } from './src/kinds/kind-set.js'
import { wholeSchema } from './src/kinds/whole-schema.js'
import { realDisk } from './src/system/disk.js'

const here = fileURLToPath(new URL('.', import.meta.url))

export default defineConfig({
  input: { main: 'src/main.ts', lane: 'src/lane.ts' },
  platform: 'node',
  // Native code, and left out where it is not wanted: the only package that dist/ looks for when it runs.
  external: ['@myriaddreamin/typst-ts-node-compiler'],
  plugins: [
    {
      name: 'kinds-beforehand',
      load: id =>
        id.endsWith('/src/kinds/precompiled.ts')
          ? precompiled(readKindSet(folderSource(realDisk(), `${here}templates`)))
          : id.endsWith('/src/archive/made-by.ts')
            ? `export const MADE_BY = '${checksumOf(['src', 'templates'])}'`
            : undefined,
    },
    {
      name: 'licences',
      generateBundle() {
        this.emitFile({
          type: 'asset',
          fileName: 'LICENCES.txt',
          source: licencesOf([...this.getModuleIds()]),
        })
      },
    },
  ],
  output: { dir: 'dist', cleanDir: true, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
})

/** The source of `src/kinds/precompiled.ts` with the kinds in it. */
function precompiled(kindSet: KindSet): string {
  const schemas = new Map([
    ...[...kindSet.kinds].map(([typ, kind]) => [typ, wholeSchema(kind, kindSet.common)] as const),
    ...kindSet.registers,
  ])
  const reader = schemaReader(kindSet.common, new Map(), {
    source: true,
    esm: true,
    formats: _`accepts`,
  })
  const names = [...schemas.keys()]
  const exported: Record<string, string> = {}
  for (const [index, name] of names.entries()) {
    reader.addSchema({ ...schemas.get(name), $id: `schema-${index}` })
    exported[`check${index}`] = `schema-${index}`
  }
  const checks = standalone
    .default(reader, exported)
    .replace('"use strict";', '')
    .replaceAll('export const', 'const')
  return `import { FORMATS } from './field-formats.js'
const accepts = Object.fromEntries([...FORMATS].map(([name, format]) => [name, format.accepts]))
${checks}
export const PRECOMPILED = {
  kindSet: ${literal(kindSet)},
  checks: new Map([${names.map((name, index) => `[${JSON.stringify(name)}, check${index}]`).join(', ')}]),
}`
}

/** A checksum of all files of some folders. */
function checksumOf(folders: readonly string[]): string {
  const sum = createHash('sha256')
  for (const folder of folders) {
    const paths = readdirSync(`${here}${folder}`, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(({ parentPath, name }) => `${parentPath}/${name}`)
    for (const path of paths.sort()) sum.update(path.slice(here.length)).update(readFileSync(path))
  }
  return sum.digest('hex')
}

/** The licences of all packages that went into dist/. */
function licencesOf(modules: readonly string[]): string {
  const folders = new Set(modules.flatMap(id => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []))
  const texts = [...folders].sort().map(folder => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
    const file = readdirSync(folder).find(each => /^licen[cs]e/i.test(each))
    const text = file === undefined ? '' : `\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`
    return `${name} ${version} (${license})\n${text}`
  })
  return texts.join(`\n${'-'.repeat(72)}\n\n`)
}

/** A value as JavaScript that makes it again. */
function literal(value: unknown): string {
  if (value instanceof Map)
    return `new Map([${[...value].map(([key, inner]) => `[${literal(key)}, ${literal(inner)}]`).join(', ')}])`
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined'
  return `{${Object.entries(value)
    .map(([key, inner]) => `${JSON.stringify(key)}: ${literal(inner)}`)
    .join(', ')}}`
}
