import type { DetailCase } from './detail-case.ts';

/** Held back from tuning: only their totals are looked at. */
export const heldBackEnglishCases: readonly DetailCase[] = [
  {
    note: 'this is corinne she works at the co-op she has a rescue greyhound named Pearl and she and her husband Abe rent the upstairs of a house on Third',
    expect: { work: 'employee: co-op', pets: 'greyhound Pearl', partner: 'married Abe', home: 'rents' },
    allow: { pets: 'rescue greyhound Pearl' },
  },
  {
    note: 'Dwight. Widower. Retired from the railroad. His daughter Peggy is moving him closer to her in Toledo, wants to sell by April.',
    expect: { partner: 'widowed', work: 'retired: railroad', kids: '1: Peggy' },
    allow: { wants: 'sell by April' },
    traps: ['third person'],
  },
  {
    note: "so she's new in town as of September, came from Omaha, does payroll for the school district, single, one son named Ravi",
    expect: {
      town: 'new from Omaha since September',
      work: 'employee: school district',
      partner: 'single',
      kids: '1: Ravi',
    },
  },
  {
    note: 'he has no pets and no plans to move, he just likes to talk about houses',
    expect: { pets: '0 pet' },
    traps: ['negation'],
  },
  {
    note: 'her brother is a lawyer and her sister owns a spa, both of them are in Chicago',
    expect: {},
    traps: ['third person'],
  },
  {
    note: 'my daughter is in her class, she teaches second grade at Bryant, call her in January',
    expect: { touch: '2027-01-04 call', work: 'employee teacher: Bryant' },
    allow: { work: 'employee second grade: Bryant' },
    traps: ['agent'],
  },
  {
    note: 'I think he said his wife is Greek. He owns the diner, that I know.',
    expect: { work: 'owner: diner' },
    allow: { partner: 'married' },
    traps: ['hedge'],
  },
  {
    note: 'two dogs, sorry, three dogs, and they all sleep in the bed',
    expect: { pets: '3 dog' },
    traps: ['correction'],
  },
  {
    note: 'we stood by the kids table and he made a crack about the rent on the hall',
    expect: {},
    traps: ['homonym'],
  },
  { note: 'asked me if we take dogs at the open house lol', expect: {}, traps: ['question'] },
  {
    note: 'she used to teach, she used to be married, now she sells pottery and has a cat named Clay',
    expect: { pets: 'cat Clay' },
    allow: { partner: 'divorced' },
    traps: ['past'],
  },
  { note: "texted her last night, she'll get back to me Thursday", expect: {}, traps: ['other date'] },
  {
    note: 'Hank and Lucille, married since 1971, five kids, long-time residents, thinking about a ranch',
    expect: { partner: 'married', kids: '5', wants: 'a ranch' },
    allow: { partner: 'married Lucille', town: 'long' },
  },
  {
    note: 'loves the brisket at Slows, knows the Abramsons, hates her landlord',
    expect: { restaurant: 'Slows', knows: 'the Abramsons' },
  },
  {
    note: 'he and I both have bad knees and we both coach girls soccer',
    expect: { common: ['both have bad knees', 'both coach girls soccer'] },
  },
  {
    note: 'manager of the Verizon store, engaged to Brianna, renting until the wedding, wants something with a basement',
    expect: {
      work: 'manager: Verizon store',
      partner: 'engaged Brianna',
      home: 'rents',
      wants: 'something with a basement',
    },
  },
  {
    note: 'her cell is 517-555-0121, follow up next Friday',
    expect: { phone: '5175550121', touch: '2026-12-04' },
  },
  {
    note: 'their lease is up in July and they have a baby named Otis so they need a second bedroom',
    expect: { home: 'rents until July', kids: '1: Otis', wants: 'a second bedroom' },
  },
  {
    note: "he's a homeowner, a dad of two teenagers, and an accountant at Plante Moran",
    expect: { home: 'owns', kids: '2', work: 'employee accountant: Plante Moran' },
  },
  { note: 'not from here, not staying, only in town for the conference', expect: {}, traps: ['negation'] },
  {
    note: "his roommate's girlfriend has a snake. he does not love it. he is saving for a down payment",
    expect: { wants: 'a down payment' },
    traps: ['third person'],
  },
  {
    note: 'I showed her pictures of my dog and my kids, she showed me her horse, Whiskey',
    expect: { pets: 'horse Whiskey' },
    traps: ['agent'],
  },
  {
    note: 'they bought on Grove last summer, expecting their second in April, first one is Hugo',
    expect: { home: 'owns', kids: '1; expecting' },
    allow: { kids: ['1: Hugo; expecting'] },
  },
  { note: 'she could be a doctor, she had scrubs on. drives a red Jeep.', expect: {}, traps: ['hedge'] },
  {
    note: 'her name is Tracy, no, Stacy, and her boyfriend is Glenn',
    expect: { partner: 'partner Glenn' },
    traps: ['correction'],
  },
  {
    note: 'the manager special was meatloaf and the owner came by to say hi to everyone',
    expect: {},
    traps: ['homonym'],
  },
  {
    note: 'lived here forever, born at St Joe, third kid on the way, wife Marlene is due in June',
    expect: { town: 'long', partner: 'married Marlene', kids: '2; expecting' },
  },
  {
    note: 'divorced twice, no children, a parakeet, works from home for an insurance company',
    expect: { partner: 'divorced', kids: '0', pets: 'parakeet', work: 'employee: insurance company' },
  },
  {
    note: 'remind me to call Otto on the 10th, he wants to look at duplexes',
    expect: { touch: '2026-12-10 call', wants: 'look at duplexes' },
  },
  {
    note: 'she owns her condo and her mom owns the one next door',
    expect: { home: 'owns' },
    traps: ['third person'],
  },
  { note: 'nice meeting, short, rain', expect: {} },
  {
    note: 'Pat is a plumber, wife is a realtor so no business there, three kids in college',
    expect: { work: 'employee plumber', partner: 'married', kids: '3' },
    traps: ['third person'],
  },
  {
    note: "she's got an elderly beagle, Duncan, and her ex has the other one",
    expect: { pets: 'beagle Duncan' },
    traps: ['third person'],
  },
  {
    note: 'he likes kids but has none, likes dogs but has none, likes cats, has four',
    expect: {},
    allow: { kids: '0', pets: ['0 dog', '4 cat'] },
    traps: ['negation'],
  },
  {
    note: 'from Ann Arbor, like half the room, moved in with her girlfriend Teri last month',
    expect: { town: 'from Ann Arbor', partner: 'partner Teri' },
    allow: { town: ['from Ann Arbor since last month', 'new from Ann Arbor since last month'] },
  },
  {
    note: 'told him my wife and I would love a yard too, we laughed, he has an acre',
    expect: {},
    traps: ['agent'],
  },
];
