export type Relation = 'partner' | 'kid' | 'other';

/** How a language tells who is spoken of. All words in the form of `NoteToken.norm`. */
export interface LanguageWords {
  readonly language: 'en' | 'es';
  /** Subject pronouns: whom they mean, and their gender. */
  readonly pronouns: ReadonlyMap<
    string,
    { readonly who: 'third' | 'agent' | 'both'; readonly gender?: 'f' | 'm' }
  >;
  /** "her", "their", "su": what follows is the person's. The gender is the person's. */
  readonly theirs: ReadonlyMap<string, 'f' | 'm' | undefined>;
  /** "my", "our", "mi". */
  readonly mine: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  /** People around the person, by what a clause about them is good for. */
  readonly relations: ReadonlyMap<
    string,
    { readonly who: Relation; readonly gender?: 'f' | 'm'; readonly isMany?: boolean }
  >;
  /** Words that may stand between the possessive and the relation: "older". */
  readonly relationAdjectives: ReadonlySet<string>;
  /** Others who are no relation: "that guy has four kids". A source over the start of a clause. */
  readonly others: RegExp;
  /** Verbs that say "I" or "we" without a pronoun. */
  readonly agentVerbs?: RegExp;
  readonly bothVerbs?: RegExp;
  /** May stand before a subject without being one. */
  readonly leads: ReadonlySet<string>;
  readonly contrasts: ReadonlySet<string>;
  readonly ifs: ReadonlySet<string>;
  readonly ands: ReadonlySet<string>;
  /** After these, a pronoun or "her sister" goes on with the clause: "once they", "with her sister". */
  readonly joiners: ReadonlySet<string>;
  /** Starts of a remark that stands by itself after a comma: "no kids", "divorced". */
  readonly fragmentStarts: ReadonlySet<string>;
  /** Verbs of the person that a name, or "herself", may stand before. */
  readonly mainVerbs: ReadonlySet<string>;
  /** All verbs that are known here, in the forms in which they are said of somebody. */
  readonly verbs: ReadonlySet<string>;
  /** "herself", "ella misma". */
  readonly selves: ReadonlySet<string>;
  readonly hedges: RegExp;
  /** A hedge that may follow what it doubts: "two kids I think". */
  readonly trailingHedges: RegExp;
  readonly fillers: readonly string[];
  /** Marks of a correction, the longest first. The weak ones need something of the same sort on both sides. */
  readonly strongCorrections: readonly string[];
  readonly weakCorrections: readonly string[];
  readonly days: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly statuses: ReadonlySet<string>;
  /** Words that are nobody's name in small letters, and end a name. */
  readonly common: ReadonlySet<string>;
}
