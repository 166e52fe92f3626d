import { textOf } from '../../model/fields.js'
import { dayIn } from '../../model/meeting.js'
import { firstMeetingOf, lastDayToMeet } from '../../model/plan-meeting.js'
import type { Rule } from '../../model/rule.js'

/**
 * The first meeting of a plan is held in time from the day on which the need was raised: within the days of the plan itself, else of
 * the archive. Seed S3: two weeks.
 */
export const rule: Rule = {
  name: 'plan-natverksmote-sent',
  level: 'warning',
  states: {
    sv: 'Nätverksmötet hålls inom planens egen `frist`, annars inom arkivets antal dagar (`nätverksmöte_dagar`, annars 14), från `aktualiserad`.',
    en: 'The network meeting is held within the time of the plan itself (`frist`), else within the days of the archive (`nätverksmöte_dagar`, else 14), from `aktualiserad`.',
  },
  because: {
    sv: 'Under tiden fram till mötet har ingen ansvaret, och barnet väntar.',
    en: 'Until the meeting nobody answers for anything, and the child waits.',
  },
  kinds: ['genomförandeplan'],
  *check({ fields, stage, status }, surroundings) {
    const state = firstMeetingOf(fields, surroundings)
    const last = lastDayToMeet(fields, surroundings)
    if (last === undefined || (state !== 'late' && state !== 'not-held')) return
    if (state === 'late') {
      yield {
        at: { field: ['nätverksmöte'] },
        level: 'note',
        says: {
          sv: `Nätverksmötet hölls ${dayIn(textOf(fields, 'nätverksmöte'))}; sista dagen var ${last}.`,
          en: `The network meeting was held on ${dayIn(textOf(fields, 'nätverksmöte'))}; the last day was ${last}.`,
        },
        advice: {
          sv: 'Rätta dagen om den är felskriven. Blev mötet sent därför att någon uteblev: skriv en avvikelse.',
          en: 'Correct the day if it is mistyped. If the meeting was late because somebody stayed away, write a deviation.',
        },
      }
      return
    }
    if (status === 'avslutad') return
    yield {
      at: { field: ['nätverksmöte'] },
      ...(stage === 'draft' && { level: 'error' as const }),
      says: {
        sv: `Nätverksmötet skulle ha hållits senast ${last}, men det står inte att det har hållits.`,
        en: `The network meeting was to be held by ${last}, but it does not say that it has been.`,
      },
      advice: {
        sv: 'Skriv dagen i `nätverksmöte` om mötet har hållits. Kalla annars till det nu.',
        en: 'Write the day in `nätverksmöte` if the meeting has been held. If not, call it now.',
      },
    }
  },
  examples: [
    {
      shows: { sv: 'Mötet hölls för sent', en: 'The meeting was held too late' },
      typ: 'genomförandeplan',
      front: { nätverksmöte: '2024-03-06' },
      finds: ['nätverksmöte: 2024-03-06'],
    },
    {
      shows: { sv: 'Mötet har inte hållits', en: 'The meeting has not been held' },
      typ: 'genomförandeplan',
      front: { status: 'utkast', nätverksmöte: undefined, frist: undefined },
      finds: ['---'],
    },
    {
      shows: { sv: 'Planen har en egen, kortare frist', en: 'The plan has a shorter time of its own' },
      typ: 'genomförandeplan',
      front: { frist: '{dagar: 7, från: aktualiserad}' },
      finds: ['nätverksmöte: 2024-02-29'],
    },
    {
      shows: { sv: 'Mötet hölls i tid', en: 'The meeting was held in time' },
      typ: 'genomförandeplan',
      finds: [],
    },
    {
      shows: {
        sv: 'Fristen räknas från kallelsen, vars dag planen inte har',
        en: 'The time runs from the notice, whose day the plan does not have',
      },
      typ: 'genomförandeplan',
      front: { nätverksmöte: undefined, frist: '{dagar: 14, från: kallelse}' },
      finds: [],
    },
  ],
}
