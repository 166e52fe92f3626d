import type { Stage } from '../model/document.js'
import type { DocumentKind, JsonSchema, RequiredSection, Status } from '../model/kind.js'
import type { Said } from '../model/said.js'
import { readYamlData } from '../parse/yaml.js'

/** What is wrong with a kind.yaml, in words. */
export class KindFault extends Error {
  readonly says: Said
  constructor(says: Said, options?: ErrorOptions) {
    super(says.en, options)
    this.says = says
  }
}

/**
 * Reads a kind from the text of its kind.yaml and mall.md. `origin` is the folder, for messages.
 * @throws KindFault in words, when something that a kind must say is missing or of the wrong form.
 */
export function readKind(yaml: string, template: string, origin: string): DocumentKind {
  const data = group(parsed(yaml), 'kind.yaml')
  const statuses = readStatuses(data['statusar'])
  const commandNames = readCommandNames(data['kommando'])
  return {
    typ: text(data['typ'], 'typ'),
    commandNames,
    label: said(data['namn'], 'namn'),
    labels: said(data['namn_flera'] ?? data['namn'], 'namn_flera'),
    about: said(data['beskrivning'], 'beskrivning'),
    idPattern: text(data['id'], 'id'),
    pathPattern: text(data['plats'], 'plats'),
    confidentiality: text(data['sekretess'], 'sekretess'),
    statuses,
    required: new Map(
      Object.entries(group(data['krävs'] ?? {}, 'krävs')).map(([at, names]) => [at, texts(names, 'krävs')]),
    ),
    sections: readSections(data['avsnitt']),
    isMeeting: data['möte'] === true,
    schema: group(data['fält'], 'fält') as JsonSchema,
    relations: new Map(
      Object.entries(group(data['länkar'] ?? {}, 'länkar')).map(([relation, kinds]) => [
        relation,
        texts(kinds ?? [], 'länkar'),
      ]),
    ),
    template,
    origin,
  }
}

const STAGES: Readonly<Record<string, Stage>> = { utkast: 'draft', granskning: 'review', slutlig: 'final' }

function readStatuses(value: unknown): readonly Status[] {
  const statuses = Object.entries(group(value, 'statusar')).map(([name, said]) => {
    const { skede, till } = group(said ?? {}, `statusar.${name}`)
    const stage = STAGES[text(skede, `statusar.${name}.skede`)]
    if (stage === undefined) throw wrong(`statusar.${name}.skede`, 'utkast, granskning, slutlig')
    return { name, stage, next: texts(till ?? [], `statusar.${name}.till`) }
  })
  if (statuses.length === 0) throw wrong('statusar', 'minst en status')
  return statuses
}

const readCommandNames = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  const { en, sv } = group(value, 'kommando')
  return [
    ...new Set([
      text(en, 'kommando.en'),
      ...(Array.isArray(sv) ? texts(sv, 'kommando.sv') : [text(sv, 'kommando.sv')]),
    ]),
  ]
}

function readSections(value: unknown): readonly RequiredSection[] {
  if (value === undefined) return []
  if (!Array.isArray(value)) throw wrong('avsnitt', 'en lista')
  return value.map((each: unknown, index) => {
    if (typeof each === 'string') return { title: each }
    const { rubrik, krävs } = group(each, `avsnitt.${index + 1}`)
    const from = krävs === undefined ? undefined : STAGES[text(krävs, `avsnitt.${index + 1}.krävs`)]
    return { title: text(rubrik, `avsnitt.${index + 1}.rubrik`), ...(from !== undefined && { from }) }
  })
}

const parsed = (yaml: string): unknown => {
  try {
    return readYamlData(yaml)
  } catch (cause) {
    throw new KindFault(
      { sv: '`kind.yaml` går inte att läsa som YAML', en: '`kind.yaml` cannot be read as YAML' },
      { cause },
    )
  }
}

const said = (value: unknown, where: string): Said => {
  if (typeof value === 'string') return { sv: value, en: value }
  const { sv, en } = group(value, where)
  return { sv: text(sv, `${where}.sv`), en: text(en ?? sv, `${where}.en`) }
}

const text = (value: unknown, where: string): string => {
  if (typeof value !== 'string' || value === '') throw wrong(where, 'en text')
  return value
}

const texts = (value: unknown, where: string): readonly string[] => {
  if (!Array.isArray(value) || !value.every(each => typeof each === 'string'))
    throw wrong(where, 'en lista med texter')
  return value
}

const group = (value: unknown, where: string): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(where, 'en grupp av uppgifter')
  return value as Readonly<Record<string, unknown>>
}

const wrong = (where: string, wanted: string): KindFault =>
  new KindFault({
    sv: `\`${where}\` i \`kind.yaml\` ska vara ${wanted}`,
    en: `\`${where}\` in \`kind.yaml\` must be: ${wanted}`,
  })
