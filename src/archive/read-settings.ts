import { readDay } from '../model/day.js'
import type { Level } from '../model/diagnostic.js'
import {
  type Fields,
  fieldsOf,
  isFields,
  isList,
  listOf,
  NO_FIELDS,
  stated,
  textOf,
  textsOf,
} from '../model/fields.js'
import { ROUTES } from '../model/routes.js'
import { ANSWER_DAYS, CONSENT_NOTICE_DAYS, PLAN_MEETING_DAYS, type Settings } from '../model/settings.js'
import { CONCERNS, type OtherWays } from '../model/triage.js'

/** Reads what `samverkan.yaml` says. What is wrong in it is found by the rules; here it simply does not count. */
export function readSettings(fields: Fields): Settings {
  const language = textOf(fields, 'språk')
  const begins = readDay(textOf(fields, 'arkivet_börjar'))
  const deviations = fieldsOf(fields, 'avvikelser')
  const copies = fieldsOf(deviations, 'kopior')
  return {
    name: textOf(fields, 'namn') ?? '',
    ...((language === 'sv' || language === 'en') && { language }),
    ...(begins !== undefined && { begins }),
    levels: new Map(
      Object.entries(fieldsOf(fields, 'regler')).flatMap(([rule, level]) => levelSet(rule, level)),
    ),
    answerDays: daysSet(fields, 'avvikelse_svar_dagar') ?? ANSWER_DAYS,
    planMeetingDays: daysSet(fields, 'nätverksmöte_dagar') ?? PLAN_MEETING_DAYS,
    consentNoticeDays: daysSet(fields, 'samtycke_dagar') ?? CONSENT_NOTICE_DAYS,
    routes: new Map([
      ...ROUTES,
      ...Object.keys(copies).map(operation => [operation, textsOf(copies, operation)] as const),
    ]),
    otherWays: otherWays(fieldsOf(deviations, 'andra_vägar')),
    vocabulary: new Map(
      Object.keys(fieldsOf(fields, 'ordlistor')).map(
        name => [name, textsOf(fieldsOf(fields, 'ordlistor'), name)] as const,
      ),
    ),
    terms: listOf(fields, 'termer').map(words =>
      isList(words) ? words.filter(word => typeof word === 'string') : [],
    ),
    columns: listOf(fields, 'importkolumner').flatMap(each => {
      const column = isFields(each) ? each : NO_FIELDS
      const [heading, name] = [textOf(column, 'kolumn'), textOf(column, 'fält')]
      return heading === undefined || name === undefined ? [] : [[heading, name] as const]
    }),
  }
}

/** A number of days under `frister`; absent where it is none. */
function daysSet(fields: Fields, name: string): number | undefined {
  const days = Number(textOf(fieldsOf(fields, 'frister'), name))
  return Number.isInteger(days) && days > 0 ? days : undefined
}

const WORDS: Readonly<Record<string, Level | 'off'>> = {
  fel: 'error',
  varning: 'warning',
  anmärkning: 'note',
  av: 'off',
  error: 'error',
  warning: 'warning',
  note: 'note',
  off: 'off',
}

const levelSet = (rule: string, level: unknown): readonly (readonly [string, Level | 'off'])[] => {
  const known = typeof level === 'string' && Object.hasOwn(WORDS, level) ? WORDS[level] : undefined
  return known === undefined ? [] : [[rule, known]]
}

const otherWays = (fields: Fields): OtherWays =>
  new Map(
    CONCERNS.map(({ name }) => [name, fieldsOf(fields, name)] as const).map(([name, way]) => [
      name,
      { ...stated('to', textOf(way, 'till')), ...stated('within', textOf(way, 'inom')) },
    ]),
  )
