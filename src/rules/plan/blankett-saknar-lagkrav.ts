import { blankFormsOf } from '../../model/blank-form.js'
import { bodyTextOf } from '../../model/body-text.js'
import type { Finding } from '../../model/diagnostic.js'
import type { Document } from '../../model/document.js'
import { isFields, listOf, saysNothing, textOf } from '../../model/fields.js'
import type { Rule } from '../../model/rule.js'
import { enumerated, type Said } from '../../model/said.js'

/**
 * A form for a plan asks for the four things that the law wants in a SIP, and a SIP has them (HSL 16 kap. 4 §, SoL 10 kap. 8–9 §§, as
 * of 2025-07-01). Seed S3: the form has no field for three of them.
 */
export const rule: Rule = {
  name: 'blankett-saknar-lagkrav',
  level: { draft: undefined, review: 'warning', final: 'warning' },
  states: {
    sv: 'En blankett för en plan, och en SIP, har de fyra lagkraven: insatserna, vem som svarar för var och en, vad andra gör och vem som har det övergripande ansvaret.',
    en: 'A form for a plan, and a SIP, has the four things that the law wants: the measures, who answers for each, what others do, and who has the overall responsibility.',
  },
  because: {
    sv: 'Det som blanketten inte frågar efter blir inte bestämt, och då är det ingen SIP i lagens mening.',
    en: 'What the form does not ask for is not settled, and then it is no SIP in the sense of the law.',
  },
  kinds: ['rutin', 'överenskommelse', 'genomförandeplan'],
  *check(document) {
    if (document.typ === 'genomförandeplan') yield* lackingInPlan(document)
    else yield* lackingInForms(document)
  },
  examples: [
    {
      shows: { sv: 'Blanketten frågar bara efter insatser', en: 'The form asks for the measures only' },
      typ: 'rutin',
      body: '## Genomförandeplan\n\nBarnets behov\n\nInsatser\n\nKostnadsansvaret följer ansvaret för insatserna.\n\nSamordningsansvarig\n',
      finds: ['## Genomförandeplan'],
    },
    {
      shows: { sv: 'En SIP utan övergripande ansvar', en: 'A SIP without overall responsibility' },
      typ: 'genomförandeplan',
      front: { huvudansvar: undefined, insatser: '[{vad: Familjestöd, huvudman: Ekmo kommun}]' },
      body: '## Insatser\n\nFamiljestöd.\n',
      finds: ['---'],
    },
    {
      shows: { sv: 'Blanketten frågar efter allt', en: 'The form asks for all' },
      typ: 'rutin',
      body: '## Samordnad individuell plan\n\n| Insats | Huvudman som svarar för insatsen |\n|---|---|\n| | |\n\nÅtgärder av någon annan än kommunen eller regionen:\n\n### Ansvar\n\nHuvudman med det övergripande ansvaret:\n',
      finds: [],
    },
    {
      shows: { sv: 'En SIP med allt', en: 'A SIP with all' },
      typ: 'genomförandeplan',
      finds: [],
    },
    {
      shows: {
        sv: 'En plan som inte är en SIP, och en annan blankett',
        en: 'A plan that is no SIP, and another form',
      },
      typ: 'genomförandeplan',
      front: { form: 'genomförandeplan', huvudansvar: undefined },
      files: {
        'rutiner/kallelse.md':
          '---\nid: RUT-kallelse\ntyp: rutin\ntitel: Kallelse\nstatus: gällande\nsekretess: öppen\n---\n\n## Blankett för kallelse till SIP\n\nTid:\n',
      },
      finds: [],
    },
  ],
}

function* lackingInPlan(document: Document): Iterable<Finding> {
  const { fields, body } = document
  if (textOf(fields, 'form') !== 'SIP') return
  const measures = listOf(fields, 'insatser')
  const saysOfOthers =
    measures.some(each => isFields(each) && textOf(each, 'annan_aktör') !== undefined) ||
    OTHERS.test(bodyTextOf(body))
  const missing = [
    ...(measures.length === 0 ? [WANTED.measures] : []),
    ...(saysOfOthers ? [] : [WANTED.others]),
    ...(saysNothing(fields['huvudansvar']) ? [WANTED.overall] : []),
  ]
  if (missing.length === 0) return
  yield {
    at: { line: 1 },
    says: saying(missing, {
      sv: 'Planen är en SIP men säger inte',
      en: 'The plan is a SIP but does not say',
    }),
    advice: {
      sv: 'Skriv insatserna i `insatser`, med `annan_aktör: true` eller `false` på var och en, och huvudmannen med det övergripande ansvaret i `huvudansvar`.',
      en: 'Write the measures in `insatser`, with `annan_aktör: true` or `false` on each, and the principal with the overall responsibility in `huvudansvar`.',
    },
  }
}

function* lackingInForms(document: Document): Iterable<Finding> {
  const blank = blankFormsOf(document)
  if (blank.size === 0) return
  const { sections, prose } = document.body
  for (const form of sections) {
    const isPart = form.parent !== undefined && blank.has(form.parent)
    if (!blank.has(form.index) || isPart || !PLAN.test(form.title) || OTHER_FORM.test(form.title)) continue
    const within = new Set([form.index])
    for (const { index, parent } of sections)
      if (parent !== undefined && within.has(parent)) within.add(index)
    const text = [
      ...sections.filter(({ index }) => within.has(index)).map(({ title }) => title),
      ...prose.filter(({ section }) => section !== undefined && within.has(section)).map(each => each.text),
    ].join('\n')
    const missing = [
      ...(MEASURES.test(text) ? [] : [WANTED.measures]),
      ...(ANSWERS.test(text) ? [] : [WANTED.answers]),
      ...(OTHERS.test(text) ? [] : [WANTED.others]),
      ...(OVERALL.test(text) ? [] : [WANTED.overall]),
    ]
    if (missing.length === 0) continue
    yield {
      at: { line: form.line },
      says: saying(missing, { sv: 'Blanketten frågar inte efter', en: 'The form does not ask for' }),
      advice: {
        sv: 'Lägg till fält för det. Lagen kräver att en samordnad individuell plan anger det (HSL 16 kap. 4 §, SoL 10 kap. 8–9 §§, lydelse 2025-07-01).',
        en: 'Add fields for it. The law requires a coordinated individual plan to state it (HSL 16 kap. 4 §, SoL 10 kap. 8–9 §§, as of 2025-07-01).',
      },
    }
  }
}

function saying(missing: readonly Said[], before: Said): Said {
  const list = {
    sv: enumerated(missing.map(({ sv }) => sv)).sv,
    en: enumerated(missing.map(({ en }) => en)).en,
  }
  return { sv: `${before.sv} ${list.sv}.`, en: `${before.en} ${list.en}.` }
}

const WANTED = {
  measures: { sv: 'vilka insatser som behövs', en: 'which measures are needed' },
  answers: {
    sv: 'vilken huvudman som svarar för vilken insats',
    en: 'which principal answers for which measure',
  },
  others: {
    sv: 'vilka åtgärder som någon annan än kommunen eller regionen vidtar',
    en: 'which measures are taken by others than the municipality or region',
  },
  overall: {
    sv: 'vilken huvudman som har det övergripande ansvaret',
    en: 'which principal has the overall responsibility',
  },
} satisfies Readonly<Record<string, Said>>

/** A form for a plan; not one for a notice to a SIP or a consent to it. */
const PLAN = /genomförandeplan|individuell plan|(?<!\p{L})(?:SIP|plan)(?!\p{L})/iu
const OTHER_FORM = /kallelse|inbjudan|samtycke|utvärdering|checklista|uppföljning|avvikelse/i

const MEASURES = /insats|åtgärd/i
const ANSWERS =
  /huvudm[aä]n|(?:vem|vilken|part|verksamhet|aktör|enhet)\p{L}*\s(?:som\s)?(?:ansvarar|svarar|är\sansvarig|har\sansvar)|(?:ansvarig|ansvar\sför)\s(?:huvudman|part|verksamhet|aktör|organisation|myndighet|insats)/iu
const OTHERS =
  /(?<!\p{L})(?:annan|andra|övriga?|ingen\sannan)\s(?:aktör|part(?!er\si)|huvudm|utförare|än\s)|(?:någon|ingen)\sannan|civilsamhälle/iu
const OVERALL = /övergripande\sansvar|huvudansvar/i
