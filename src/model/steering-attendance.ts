import { rowsWhere, type SteeringPart } from './steering-part.js'

/** What a steering group is told of who came: parties, never people. */
export const attendanceInSteeringPack: SteeringPart = {
  place: 40,
  sentences: 2,
  tables: ['overview', 'organisations'],
  ownWords: {
    sv: 'Vilka parter behöver få det lättare att vara med, och vad gör styrgruppen åt det?',
    en: 'Which parties need it to be easier to come, and what does the steering group do about it?',
  },
  lines: answer => [
    {
      answers: 'to-decide',
      key: 'parties-often-missing',
      counts: {
        sv: 'verksamheter som ingen var där för vid minst hälften av mötena',
        en: 'services that nobody was there for at half of the meetings or more',
      },
      count: rowsWhere(answer, 'parties', cell => isOften(cell('count'), cell('meetings'))).length,
    },
  ],
}

const isOften = (missing: unknown, meetings: unknown): boolean =>
  typeof missing === 'number' && typeof meetings === 'number' && missing > 0 && missing * 2 >= meetings
