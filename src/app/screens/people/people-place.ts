/** Where somebody is in the list of people; it outlives a look at one of them. */
export interface PeoplePlace {
  readonly query: string;
  /** CSS pixels from the top. */
  readonly scrollY: number;
}

export const topOfPeople: PeoplePlace = { query: '', scrollY: 0 };
