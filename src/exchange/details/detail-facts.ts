export type PartnerStatus =
  | 'single'
  | 'married'
  | 'not-married'
  | 'partner'
  | 'engaged'
  | 'separated'
  | 'divorced'
  | 'widowed';

export interface PartnerFacts {
  readonly kind: 'partner';
  readonly status: PartnerStatus;
  /** The word that was said for it, small: "casada", "esposo". */
  readonly said: string;
  readonly name?: string;
}

export interface Kid {
  readonly name?: string;
  /** Years in figures, or with their unit: "7", "8 months". */
  readonly age?: string;
}

export interface KidsFacts {
  readonly kind: 'kids';
  /** 0 is "no kids"; undefined where nobody said how many. */
  readonly count?: number;
  /** Only those of whom a name or an age was said. */
  readonly kids: readonly Kid[];
  readonly isExpecting: boolean;
}

export interface PetFacts {
  readonly kind: 'pets';
  /** 0 is "no dog". */
  readonly count: number;
  /** The animal or its breed, one of them, in the note's words: "beagle", "gata". */
  readonly animal: string;
  readonly names: readonly string[];
}

export type WorkRole = 'owner' | 'manager' | 'employee' | 'retired';

export interface WorkFacts {
  readonly kind: 'work';
  readonly role: WorkRole;
  /** "nurse" */
  readonly trade?: string;
  /** Where, or what is owned or managed: "Ruiz Bakery", "a bakery". */
  readonly place?: string;
}

export interface TownFacts {
  readonly kind: 'town';
  readonly stay?: 'new' | 'long';
  readonly from?: string;
  /** In the note's words, numbers in figures: "March", "5 years". */
  readonly since?: string;
}

export interface HomeFacts {
  readonly kind: 'home';
  readonly tenure: 'owns' | 'rents';
  /** When the lease is up, in the note's words: "May". */
  readonly until?: string;
}

export type DetailFacts = PartnerFacts | KidsFacts | PetFacts | WorkFacts | TownFacts | HomeFacts;
