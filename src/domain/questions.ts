/** Something to ask at an occasion. */
export interface Question {
  readonly id: string;
  readonly text: string;
}

/**
 * What suits everybody, and is the same for all: none asks about family, marital status, or anything else that a home
 * may not be sold by (Fair Housing Act, 42 U.S.C. 3604).
 */
export const startingQuestions: readonly Question[] = [
  { id: 'start0001', text: 'What brought you here tonight?' },
  { id: 'start0002', text: 'What are you working on these days?' },
  { id: 'start0003', text: 'Where do you like to eat around here?' },
  { id: 'start0004', text: 'Who should I meet here?' },
  { id: 'start0005', text: 'How can I help you?' },
];

/** The starting set, as far as the agent left it, and behind it the agent's own; an empty text is one taken away. */
export function listQuestions(chosen: readonly Question[]): Question[] {
  const byId = new Map([...startingQuestions, ...chosen].map((question) => [question.id, question]));
  return [...byId.values()].filter(({ text }) => text.trim() !== '');
}
