/** Characters (UTF-16 units) that a line and a note may have. */
export const maxLineLength = 2_000;
export const maxNoteLength = 200_000;

/** What somebody may write into the form of a public card page. */
export const maxVisitorMessageLength = 2_000;
/** 128 bits or more that cannot be guessed, in base64url (RFC 4648, 5). */
export const cardTokenPattern = /^[A-Za-z0-9_-]{22,43}$/;

/** Of one picture or recording: three hours of speech at 32 kbit/s. */
export const maxFileBytes = 50_000_000;
/** SHA-256 (FIPS 180-4). */
export const hashPattern = /^[0-9a-f]{64}$/;
/** Pictures and recordings, without parameters. */
export const mediaTypePattern = /^(image|audio)\/[a-z0-9][a-z0-9.+-]{0,100}$/;

/** Of one recording: a day. */
export const maxRecordingSeconds = 86_400;
