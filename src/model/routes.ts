/**
 * Who is to have a report by operation, the head of the unit first: a report of the compulsory school goes to its
 * rektor, with a copy to the för- och grundskolechef (Seed S3).
 */
export type Routes = ReadonlyMap<string, readonly string[]>

/** The routes where an archive has set none (Seed S3). IFO is part of `socialtjänst`. */
export const ROUTES: Routes = new Map([
  ['grundskola', ['rektor', 'för- och grundskolechef']],
  ['gymnasieskola', ['rektor', 'gymnasiechef']],
  ['socialtjänst', ['enhetschef']],
  ['primärvård', ['verksamhetschef']],
])
