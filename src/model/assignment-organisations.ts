import { affiliationOf } from './affiliation.js'
import type { Assignment } from './assignment.js'
import type { Surroundings } from './surroundings.js'

/** The organisations that are to do an action, each once: the owner itself, or that of the person who owns it. */
export const organisationsOf = ({ owners }: Assignment, surroundings: Surroundings): readonly string[] => [
  ...new Set(
    owners.flatMap(owner =>
      owner.is === 'person' || owner.is === 'organisation'
        ? (affiliationOf(owner.name, surroundings) ?? [])
        : [],
    ),
  ),
]
