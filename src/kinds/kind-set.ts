import type { DocumentKind, JsonSchema } from '../model/kind.js'
import type { FileEntry, ReadResult } from '../model/ports.js'
import { readYamlData } from '../parse/yaml.js'
import { readKind } from './read-kind.js'

/** The kinds that a program or an archive has, and the schemas of what is not a document. */
export interface KindSet {
  /** By what `typ:` says. */
  readonly kinds: ReadonlyMap<string, DocumentKind>
  /** What every kind has: fields and definitions. */
  readonly common: JsonSchema
  /** Schemas of samverkan.yaml and the registers, by path in the archive. */
  readonly registers: ReadonlyMap<string, JsonSchema>
}

/** Files below templates/, however they are kept. */
export interface TemplateFiles {
  list(): readonly FileEntry[]
  read(path: string): ReadResult
}

/** Reads kinds from templates: one folder each under `kinds/`. */
export function readKindSet(files: TemplateFiles): KindSet {
  const kinds = new Map<string, DocumentKind>()
  const registers = new Map<string, JsonSchema>()
  for (const { path } of files.list()) {
    const folder = /^kinds\/([^/]+)\/kind\.yaml$/.exec(path)?.[1]
    if (folder !== undefined) {
      const kind = readKind(textIn(files, path), textIn(files, `kinds/${folder}/mall.md`), `kinds/${folder}`)
      kinds.set(kind.typ, kind)
    }
    const register = /^schemas\/(.+\.yaml)$/.exec(path)?.[1]
    if (register !== undefined && register !== 'gemensamt.yaml') {
      registers.set(register, readYamlData(textIn(files, path)) as JsonSchema)
    }
  }
  return { kinds, registers, common: readYamlData(textIn(files, 'schemas/gemensamt.yaml')) as JsonSchema }
}

/** The text of a template file. */
export function textIn(files: TemplateFiles, path: string): string {
  const read = files.read(path)
  if ('problem' in read) throw new Error(`${path}: ${read.problem}`)
  return new TextDecoder().decode(read.bytes)
}
