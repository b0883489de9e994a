import type { DetailCase } from './detail-case.ts';

/** Held back from tuning as well, and opened: see `details-cases.ts`. */
export const openedLaterEnglishCases: readonly DetailCase[] = [
  {
    note: 'so i met gretchen she is a court reporter and her husband ed sells tractors they have a girl in middle school and they own out by the lake',
    expect: { partner: 'married Ed', kids: '1' },
    allow: { home: 'owns', work: 'employee court reporter' },
  },
  {
    note: 'Raj. Engineer at Bosch. Two cats. Just moved here from San Jose in July, rents in Kerrytown, no kids.',
    expect: {
      work: 'employee engineer: Bosch',
      pets: '2 cat',
      town: 'new from San Jose since July',
      home: 'rents',
      kids: '0',
    },
  },
  {
    note: "um he never married, he's got a parrot that curses, and he wants a place with a workshop",
    expect: { partner: 'not-married', pets: 'parrot', wants: 'a place with a workshop' },
    traps: ['negation'],
  },
  {
    note: 'her dad owns the marina and her brother manages it and she wants nothing to do with boats',
    expect: {},
    traps: ['third person'],
  },
  {
    note: 'i mentioned my twins and she lit up, she is expecting twins in the spring',
    expect: { kids: '?; expecting' },
    traps: ['agent'],
  },
  {
    note: "he may be divorced, I couldn't tell, anyway call him Tuesday morning",
    expect: { touch: '2026-12-01 call' },
    traps: ['hedge'],
  },
  {
    note: 'they have four kids, I mean three, and a husky called Ghost',
    expect: { kids: '3', pets: 'husky Ghost' },
    traps: ['correction'],
  },
  {
    note: 'we talked about pet insurance and rent control and single payer, that kind of evening',
    expect: {},
    traps: ['homonym'],
  },
  {
    note: 'She wanted to know do I have a dog and how old are my kids',
    expect: {},
    traps: ['question', 'agent'],
  },
  {
    note: 'was a manager at Sears for years, now she is a teacher at Eastern High',
    expect: { work: 'employee teacher: Eastern High' },
    traps: ['past'],
  },
  {
    note: 'Lila, owner of Lila Blooms, wife is Jo, they want to buy the building next year',
    expect: { work: 'owner: Lila Blooms', partner: 'married Jo', wants: 'buy the building next year' },
  },
  {
    note: 'he is from Tucson, been here eight years, works for the city, and his favorite restaurant is Taqueria San Jose',
    expect: {
      town: 'long from Tucson since 8 years',
      work: 'employee: city',
      restaurant: 'Taqueria San Jose',
    },
  },
  {
    note: 'both of us grew up in Saginaw and both of us hate winter',
    expect: { common: ['both of us grew up in Saginaw', 'both of us hate winter'] },
    allow: { common: 'both of us grew up in Saginaw and both of us hate winter', town: 'from Saginaw' },
  },
  {
    note: 'her number is 810-555-0133 and the email is kim.tran@example.com, text her after Thanksgiving',
    expect: { phone: '8105550133', email: 'kim.tran@example.com', touch: '2026-11-30 text' },
    writtenAt: '2026-11-18T19:30',
  },
  {
    note: 'lives at 305 Cherry Street, lease is up in October, follow up in August',
    expect: { address: '305 Cherry Street', home: 'rents until October', touch: '2027-08-02' },
  },
  {
    note: 'no dog, no cat, no husband, no problem, is what she said, works at the library',
    expect: { pets: ['0 dog', '0 cat'], work: 'employee: library' },
    allow: { partner: 'not-married' },
    traps: ['negation'],
  },
  {
    note: 'his mother in law lives with them and she has a chihuahua he cannot stand',
    expect: {},
    allow: { partner: 'married' },
    traps: ['third person'],
  },
  {
    note: "My husband and I rented from his company once. He's the owner, Premier Rentals I think.",
    expect: {},
    allow: { work: ['owner', 'owner: Premier Rentals'] },
    traps: ['agent', 'hedge'],
  },
  {
    note: 'supposedly she knows the mayor. definitely knows the Petersons. loves the fish tacos at Rosalita',
    expect: { knows: 'the Petersons', restaurant: 'Rosalita' },
    allow: { knows: 'the mayor' },
    traps: ['hedge'],
  },
  {
    note: 'his name is Marc with a c, no wait, k, Mark, and his daughter is Emily',
    expect: { kids: '1: Emily' },
    traps: ['correction'],
  },
  {
    note: 'the single best lasagna I have ever had, she brought it, she cooks for a living, chef at the Ritz',
    expect: { work: 'employee chef: Ritz' },
    traps: ['homonym'],
  },
  {
    note: 'does he own? does he have kids? no clue. he is a roofer',
    expect: { work: 'employee roofer' },
    traps: ['question'],
  },
  {
    note: "they used to have horses, now it's just one old dog named Hank",
    expect: { pets: 'dog Hank' },
    traps: ['past'],
  },
  {
    note: 'he emailed me Monday and I called him back Tuesday so we are good',
    expect: {},
    traps: ['other date'],
  },
  {
    note: 'separated since spring, son Dylan lives with her, she is looking for a two bedroom near his school',
    expect: { partner: 'separated', kids: '1: Dylan', wants: 'a two bedroom near his school' },
  },
  {
    note: 'older couple, married forty years, he is a retired welder, they want a condo in Florida',
    expect: { partner: 'married', work: 'retired welder', wants: 'a condo in Florida' },
  },
  {
    note: 'her boyfriend has two kids, she has none, they rent a farmhouse',
    expect: { partner: 'partner', home: 'rents' },
    allow: { kids: '0' },
    traps: ['third person'],
  },
  {
    note: 'check in with Paulette next month she is getting her house ready to list and her son is home from college',
    expect: { touch: '2026-12-01', kids: '1' },
    allow: { home: 'owns' },
  },
  {
    note: 'hes in sales at Toyota hes got a boat he lives for that boat, wants dock space',
    expect: { work: 'employee sales: Toyota', wants: 'dock space' },
  },
  {
    note: 'Grandkids are Mia and Jonah, she watches them on Fridays. Bought her place in 1998.',
    expect: {},
    allow: { home: 'owns' },
    traps: ['third person'],
  },
  {
    note: 'I asked about her weekend and she said her sister had a baby, her first',
    expect: {},
    traps: ['third person'],
  },
  {
    note: 'engaged to Theo, a paramedic, they close on their first home in January',
    expect: { partner: 'engaged Theo' },
    allow: { home: 'owns' },
    traps: ['third person'],
  },
  {
    note: 'he goes to the same barber as me, small world. daughter Nina is seven, dog is a boxer mix',
    expect: { common: 'goes to the same barber as me', kids: '1: Nina 7', pets: 'boxer mix' },
  },
  {
    note: 'she runs a tight ship, she runs the kitchen at Zola, and she runs half marathons',
    expect: { work: 'manager: kitchen at Zola' },
    allow: { work: ['manager: kitchen', 'manager: kitchen at Zola'] },
    traps: ['homonym'],
  },
  {
    note: "Kenny said he doesn't own yet, he's renting till they find something, he has a toddler",
    expect: { home: 'rents', kids: '1' },
    traps: ['negation'],
  },
  {
    note: 'reach out in two weeks with the school info, they have a first grader',
    expect: { touch: '2026-12-10' },
    allow: { kids: '1' },
  },
  {
    note: 'talked shop, he flips houses with his cousin, nothing about family',
    expect: {},
    traps: ['homonym'],
  },
  {
    note: 'her landlord is my cousin, small town, she has been renting there nine years',
    expect: { home: 'rents' },
    allow: { knows: 'her landlord is my cousin' },
    traps: ['third person'],
  },
  {
    note: 'he is a nurse, his wife is a nurse, their oldest wants to be a nurse',
    expect: { work: 'employee nurse', partner: 'married', kids: '?' },
    traps: ['third person'],
  },
  {
    note: 'quick hi in the parking lot, kids screaming in the car, will call her Monday',
    expect: { touch: '2026-11-30 call' },
    allow: { kids: '?' },
  },
];
