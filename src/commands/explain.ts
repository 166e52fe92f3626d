import { ownStage } from '../archive/exemplify.js'
import { explained } from '../archive/explained.js'
import { openPremises } from '../archive/open.js'
import { type Command, OPTIONS } from '../model/command.js'
import { explanationAsData, ruleAsData } from '../model/explanation-data.js'
import { explanationText } from '../model/explanation-text.js'
import { UserError } from '../model/failure.js'
import { wrapped } from '../model/layout.js'
import { asJson, deliver } from '../model/output.js'
import type { World } from '../model/ports.js'
import type { Rule } from '../model/rule.js'
import { FAMILIES, type Family } from '../model/rule-family.js'
import type { Settings } from '../model/settings.js'
import { nearest } from '../model/text.js'

export const command: Command = {
  name: 'explain',
  aliases: ['förklara'],
  about: {
    sv: 'förklarar en regel: vad som krävs, varför, ett exempel, och hur man kommer vidare',
    en: 'explains a rule: what is required, why, an example, and the ways out',
  },
  arguments: [
    {
      name: { sv: 'regel', en: 'rule' },
      about: {
        sv: 'regelns namn, som det står i `validate`; alla regler när inget anges',
        en: 'name of the rule, as `validate` prints it; all rules when none is given',
      },
      presence: 'optional',
      values: 'rules',
    },
  ],
  options: [OPTIONS.archive, OPTIONS.format, OPTIONS.out, OPTIONS.force],
  examples: [
    {
      call: 'samverkan explain uppdrag-utan-datum',
      does: { sv: 'varför ett uppdrag ska ha en dag', en: 'why an action is to have a day' },
    },
    { call: 'samverkan explain', does: { sv: 'listar alla regler', en: 'lists all rules' } },
  ],
  async run(call, world) {
    const { RULES_BY_FAMILY } = await import('../rules/index.js')
    const settings = await settingsHere(world, call.value('archive'))
    const isJson = call.value('format') === 'json'
    const named = call.words[0]
    const { language, columns, paint } = world
    if (named === undefined) {
      const rules = FAMILIES.flatMap(({ name: family, title }) =>
        RULES_BY_FAMILY[family].map(rule => ruleAsData(rule, title, language)),
      )
      deliver(call, world, isJson ? asJson({ schemaVersion: 1, rules }) : listed(RULES_BY_FAMILY, world))
      return 0
    }
    const found = FAMILIES.flatMap(({ name: family, title }) =>
      RULES_BY_FAMILY[family].filter(({ name }) => name === named).map(rule => ({ rule, title })),
    )[0]
    if (found === undefined) throw noRule(named, RULES_BY_FAMILY)
    const { rule, title } = found
    const explanation = await explained(rule, title, ownStage(world), settings?.levels.get(named))
    const text = isJson
      ? asJson({ schemaVersion: 1, rules: [explanationAsData(explanation, language)] })
      : explanationText(explanation, { language, columns, paint })
    deliver(call, world, text)
    return 0
  },
}

/** The settings of the archive one stands in; a rule can be explained outside any. */
async function settingsHere(world: World, named: string | undefined): Promise<Settings | undefined> {
  try {
    return (await openPremises(world, named)).premises.settings
  } catch (cause) {
    if (named === undefined && cause instanceof UserError) return undefined
    throw cause
  }
}

type ByFamily = Readonly<Record<Family, readonly Rule[]>>

/** Every rule by what it is about, in one sentence each. */
function listed(byFamily: ByFamily, { language, columns, paint }: World): string {
  const lines = FAMILIES.flatMap(({ name: family, title }) => [
    paint.strong(title[language]),
    ...byFamily[family].flatMap(({ name, states }) => [
      `  ${name}`,
      ...wrapped(states[language], columns - 6).map(line => paint.faint(`      ${line}`)),
    ]),
    '',
  ])
  const count = Object.values(byFamily).flat().length
  const end = {
    sv: `${count} regler. \`samverkan explain REGEL\` förklarar en av dem.`,
    en: `${count} rules. \`samverkan explain RULE\` explains one of them.`,
  }
  return `${[...lines, end[language]].join('\n')}\n`
}

function noRule(named: string, byFamily: ByFamily): UserError {
  const meant = nearest(
    named,
    Object.values(byFamily)
      .flat()
      .map(({ name }) => name),
  )
  const list = {
    sv: '`samverkan explain` listar dem som finns.',
    en: '`samverkan explain` lists those that there are.',
  }
  return new UserError(
    { sv: `Regeln \`${named}\` finns inte.`, en: `There is no rule \`${named}\`.` },
    meant === undefined
      ? list
      : { sv: `Menade du \`${meant}\`? ${list.sv}`, en: `Did you mean \`${meant}\`? ${list.en}` },
  )
}
