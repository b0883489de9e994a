/**
 * How long a person takes, in ms. Card, Moran and Newell, "The keystroke-level model for user performance time with
 * interactive systems" (CACM 23/7, 1980): pointing 0.8 to 1.5 s, a button 0.1 s, a key 0.2 s.
 */
export const pace = {
  aim: 900,
  press: 100,
  key: 200,
  /** Palin and others, "How do people type on mobile devices?" (MobileHCI 2019): 36.2 words a minute, mean of 37,370 people. */
  phoneKey: 60_000 / (36.2 * 5),
  /** Of a screen that has changed, to see what is next. An assumption: the model's own preparation takes 1.35 s. */
  read: 600,
  /** A word, or a digit that is said: 150 words a minute, as in talking. An assumption. */
  word: 60_000 / 150,
  /** Holding a camera at something. An assumption. */
  aimCamera: 1_500,
} as const;
