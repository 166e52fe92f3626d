import { daysAfter, daysBetween } from '../../model/day.js'
import { groupOf } from '../../model/group.js'
import { meetingOf } from '../../model/meeting.js'
import { RECORDS, type Rule } from '../../model/rule.js'

/** The protocol is adjusted within the group's own days; a nämnd is bound by law (kommunallagen 5 kap. 69 §: 14 days). */
export const rule: Rule = {
  name: 'justering-sen',
  level: 'warning',
  states: {
    sv: 'Protokollet justeras inom så många dagar som gruppen har bestämt.',
    en: 'The protocol is adjusted within as many days as the group has set.',
  },
  because: {
    sv: 'Ju längre tid som går, desto svårare är det att minnas vad som sades, och under tiden gäller inte besluten.',
    en: 'The longer it takes, the harder it is to remember what was said, and meanwhile the decisions are not in force.',
  },
  kinds: RECORDS,
  *check(document, surroundings) {
    const { approvals, day, group } = meetingOf(document)
    if (approvals.length === 0 || day === undefined) return
    const own = group === undefined ? undefined : surroundings.group(group)
    if (own === undefined) return
    const { profile, rhythm } = groupOf(own)
    const isByLaw = profile === 'kommunallag'
    const days = rhythm.adjustmentDays ?? (isByLaw ? LEGAL_DAYS : undefined)
    if (days === undefined) return
    for (const approval of approvals) {
      const taken = approval.day === undefined ? 0 : daysBetween(day, approval.day)
      if (taken <= days || approval.day === undefined) continue
      yield {
        at: { field: [...approval.field, 'datum'] },
        ...(isByLaw && { level: 'error' as const }),
        says: {
          sv: `Protokollet justerades ${approval.day}, ${taken} dagar efter mötet; senast ${daysAfter(day, days)} var utlovat.`,
          en: `The protocol was adjusted on ${approval.day}, ${taken} days after the meeting; ${daysAfter(day, days)} was the last day.`,
        },
        advice: {
          sv: `Rätta datumet om det är fel. Annars: boka justeringen redan vid mötet, inom ${days} dagar.`,
          en: `Correct the date if it is wrong. Otherwise: book the adjustment at the meeting itself, within ${days} days.`,
        },
      }
    }
  },
  examples: [
    {
      shows: { sv: 'Justerat efter gruppens 14 dagar', en: 'Adjusted after the 14 days of the group' },
      front: {
        status: 'justerat',
        justering:
          '\n  - {person: Cia Dahl, datum: 2024-06-06, sigill: "sha256:11"}\n  - {person: Bo Berg, datum: 2024-06-07, sigill: "sha256:11"}',
      },
      finds: ['person: Bo Berg, datum: 2024-06-07'],
    },
    {
      shows: {
        sv: 'En nämnd är bunden av lagens 14 dagar',
        en: 'A nämnd is bound by the 14 days of the law',
      },
      front: {
        status: 'justerat',
        justering: '[{person: Cia Dahl, datum: 2024-06-30, sigill: "sha256:11"}]',
      },
      files: {
        'grupper/demo.md':
          '---\nid: GRP-demo\ntyp: grupp\ntitel: Demogruppen\nstatus: gällande\nsekretess: öppen\nnamn: Demogruppen\nprofil: kommunallag\n---\n\n# Demogruppen\n',
      },
      finds: ['justering: [{person'],
    },
    {
      shows: { sv: 'Justerat i tid', en: 'Adjusted in time' },
      front: {
        status: 'justerat',
        justering: '[{person: Cia Dahl, datum: 2024-06-06, sigill: "sha256:11"}]',
      },
      finds: [],
    },
    {
      shows: { sv: 'Gruppen har inte satt någon tid', en: 'The group has set no time' },
      front: {
        status: 'justerat',
        justering: '[{person: Cia Dahl, datum: 2024-09-01, sigill: "sha256:11"}]',
      },
      files: {
        'grupper/demo.md':
          '---\nid: GRP-demo\ntyp: grupp\ntitel: Demogruppen\nstatus: gällande\nsekretess: öppen\nnamn: Demogruppen\n---\n\n# Demogruppen\n',
      },
      finds: [],
    },
  ],
}

/** Kommunallagen 5 kap. 69 §: adjusted at the latest fourteen days after the meeting. */
const LEGAL_DAYS = 14
