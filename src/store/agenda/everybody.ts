/** The mark that stands for all people (agenda/mark-stale.ts). */
export const everybody = 'everybody';
