/**
 * True of the heading of an item that most meetings have, such as "Övriga frågor": the same heading at a later meeting
 * does not mean that the same thing came back.
 */
export const isGeneralItem = (title: string): boolean => GENERAL.test(title.trim())

const GENERAL =
  /^(?:övrig[at]\p{L}*(?:\s+(?:frågor|ärenden|punkter))?|nästa möte|mötets\s+(?:öppnande|avslut).*|avslut(?:ning)?|öppnande|dagordning.*|(?:godkännande|fastställande)\s+av\s+.*|föregående\s+.*|val\s+av\s+.*|rundan?|laget\s+runt|aktuell\p{L}*|information(?:spunkter)?)$/iu
