import { toBlocks } from './block.ts';
import { readProperty } from './property.ts';

/** What a business card could say. All else may be about family, age or belief, and is private. */
const publicNames = new Set(
  `FN N NICKNAME ORG TITLE ROLE TEL EMAIL URL ADR LABEL GEO TZ LANG PHOTO LOGO SOUND IMPP X-SOCIALPROFILE UID REV
  PRODID KIND SOURCE NAME PROFILE MAILER KEY SORT-STRING X-ABSHOWAS X-ABADR X-PHONETIC-FIRST-NAME
  X-PHONETIC-MIDDLE-NAME X-PHONETIC-LAST-NAME X-PHONETIC-ORG X-SKYPE X-SKYPE-USERNAME X-JABBER X-AIM X-ICQ X-MSN
  X-QQ X-YAHOO X-GOOGLE-TALK X-MS-IMADDRESS`.split(/\s+/),
);

/**
 * True for a kept line that leaves only when the person says so: birthdays, anniversaries, relations, notes,
 * categories, gender, and whatever is not known. A label tells what its group is about, and is private by itself.
 */
export function isPrivateProperty(line: string): boolean {
  const name = readProperty(line)?.name;
  return name === undefined || !publicNames.has(name);
}

/** The kept lines that may leave without asking, each with its label. */
export function takePublicRest(rest: readonly string[]): string[] {
  const properties = rest.flatMap((line) => readProperty(line) ?? []);
  return toBlocks(properties)
    .flatMap((block) => {
      if (isPrivateProperty(block.main.line)) return [];
      return block.properties.filter(({ name, line }) => name === 'X-ABLABEL' || !isPrivateProperty(line));
    })
    .map(({ line }) => line);
}
