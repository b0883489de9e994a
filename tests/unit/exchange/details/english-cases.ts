import type { DetailCase } from './detail-case.ts';

/** Notes as they are spoken or typed, without much to mislead. */
export const englishCases: readonly DetailCase[] = [
  {
    note: "okay dana ruiz she's married her husband is mike they have two kids ana who's four and luis who's seven and she owns ruiz bakery over on third street",
    expect: { partner: 'married Mike', kids: '2: Ana 4, Luis 7', work: 'owner: Ruiz Bakery' },
  },
  {
    note: 'Met Terrence at the coffee place. New in town, moved here from Austin in March. Rents downtown, lease is up in May. Wants a yard by spring.',
    expect: {
      town: 'new from Austin since March',
      home: 'rents until May',
      wants: 'a yard by spring',
    },
  },
  {
    note: 'so she has a beagle called biscuit and he goes to work with her at the clinic she is a vet tech',
    expect: { pets: 'beagle Biscuit', work: 'employee vet tech' },
    allow: { work: 'employee vet tech: clinic' },
  },
  {
    note: 'Call her next Tuesday. Her favorite restaurant is Bella Notte and she knows the Garzas.',
    expect: { touch: '2026-12-01 call', restaurant: 'Bella Notte', knows: 'the Garzas' },
  },
  {
    note: 'we both ran the boilermaker this summer and he is also from flint small world',
    expect: { common: ['both ran the boilermaker this summer', 'also from Flint'] },
    allow: { town: 'from Flint' },
  },
  {
    note: 'single, no kids, one cat, rents a studio, works at Target, thinking of buying something small next year',
    expect: {
      partner: 'single',
      kids: '0',
      pets: 'cat',
      home: 'rents',
      work: 'employee: Target',
      wants: 'buying something small next year',
    },
  },
  {
    note: 'his wife is a nurse at sparrow and he manages the autozone on cedar they have a boy and a girl',
    expect: { partner: 'married', work: 'manager: AutoZone', kids: '2' },
    traps: ['third person'],
  },
  {
    note: 'um lived here thirty years raised three kids here and all of them are grown now and she is thinking about downsizing',
    expect: { town: 'long since 30 years', kids: '3', wants: 'downsizing' },
  },
  {
    note: 'Homeowner, has the blue house on Elm. Retired from GM. Text him after the holidays.',
    expect: { home: 'owns', work: 'retired: GM', touch: '2027-01-04 text' },
    allow: { home: 'owns' },
  },
  {
    note: 'number is two three one five five five oh one four two and her email is dana at ruizbakery dot com',
    expect: { phone: '2315550142', email: 'dana@ruizbakery.com' },
  },
  {
    note: 'They just bought a place in Okemos, expecting their first in June, so excited. Husband is Kyle.',
    expect: { home: 'owns', kids: '0; expecting', partner: 'married Kyle' },
    allow: { kids: '?; expecting' },
  },
  {
    note: 'he works for consumers energy drives one of the bucket trucks two dogs max and ruby',
    expect: { work: 'employee: Consumers Energy', pets: '2 dog Max, Ruby' },
  },
  {
    note: 'her daughter emma plays soccer with my niece on the same team and her husband coaches them',
    expect: { kids: '1: Emma', partner: 'married' },
    allow: { common: 'her daughter Emma plays soccer with my niece on the same team' },
    traps: ['third person'],
  },
  {
    note: 'Angela is the general manager at the Marriott. Engaged, wedding is in September. Looking for a three bedroom with a big kitchen.',
    expect: {
      work: 'manager: Marriott',
      partner: 'engaged',
      wants: 'a three bedroom with a big kitchen',
    },
  },
  {
    note: 'born and raised here, went to Central just like me, knows everybody. Divorced. A son, Jake, he is twelve.',
    expect: {
      town: 'long',
      common: 'went to Central just like me',
      partner: 'divorced',
      kids: '1: Jake 12',
    },
    allow: { knows: 'everybody' },
  },
  {
    note: 'follow up in two weeks about the condo she wants to sell it before summer',
    expect: { touch: '2026-12-10', wants: 'sell it before summer' },
    allow: { home: 'owns' },
  },
  {
    note: 'Just relocated from Seattle. Hates the snow. He and his partner Jonah have a greyhound named Dash.',
    expect: { town: 'new from Seattle', partner: 'partner Jonah', pets: 'greyhound Dash' },
  },
  {
    note: 'she teaches yoga at the Y and she and her husband Raj want to be closer to the lake',
    expect: { work: 'employee: Y', partner: 'married Raj', wants: 'be closer to the lake' },
    allow: { work: ['employee yoga: Y', 'employee teacher: Y', 'employee yoga teacher: Y'] },
  },
  {
    note: 'owner of the bike shop downtown spoke with him for ten minutes he eats at Los Tres Amigos every Friday',
    expect: { work: 'owner: bike shop', restaurant: 'Los Tres Amigos' },
  },
  {
    note: 'Email Priya tomorrow with the school list, they have a kindergartner and a baby.',
    expect: { touch: '2026-11-27 email', kids: '2' },
    allow: { kids: '1' },
  },
  {
    note: 'lives at 1420 Oak Street apartment 3 and is hoping to be out of there by march',
    expect: { address: '1420 Oak Street apartment 3', wants: 'be out of there by March' },
  },
  {
    note: 'Widowed. Moved up from Florida two years ago to be near her son Derek. Has a little Yorkie named Duchess.',
    expect: {
      partner: 'widowed',
      town: 'new from Florida since 2 years',
      kids: '1: Derek',
      pets: 'Yorkie Duchess',
    },
  },
  {
    note: 'so he started his own landscaping company last year and he is crazy busy call him the first week of december',
    expect: { work: 'owner: landscaping company', touch: '2026-12-01 call' },
    allow: { touch: '2026-11-30 call' },
  },
  {
    note: 'Goes to St. Andrew with us. Her kids are 8, 10 and 13. Husband travels. Needs a bigger house, like yesterday.',
    expect: { kids: '3: 8, 10, 13', partner: 'married', wants: 'a bigger house' },
    allow: { common: 'goes to St. Andrew with us', wants: 'a bigger house like yesterday' },
  },
  {
    note: 'bartender at the Peanut Barrel, single, has a roommate, renting till the end of July, wants his own place',
    expect: {
      work: 'employee bartender: Peanut Barrel',
      partner: 'single',
      home: 'rents until the end of July',
      wants: 'his own place',
    },
  },
  {
    note: 'friends with Joanne from the title office and apparently her favorite place to eat is Soup Spoon',
    expect: { knows: 'Joanne', restaurant: 'Soup Spoon' },
    allow: { knows: 'Joanne from the title office' },
  },
  {
    note: 'both of us have twins!! hers are boys, six years old. She runs the daycare on Hagadorn.',
    expect: { common: 'both of us have twins', kids: '2: 6, 6', work: 'manager: daycare' },
    allow: { kids: ['2: 6', '?: 6'], work: ['owner: daycare', 'manager: daycare on Hagadorn'] },
  },
  {
    note: 'grew up in Grand Rapids moved here for the university has been here five years now works in IT at MSU',
    expect: { town: 'long from Grand Rapids since 5 years', work: 'employee IT: MSU' },
    allow: { town: ['from Grand Rapids since 5 years', 'long since 5 years'] },
  },
  {
    note: 'Remind me to call Steve on December 15. Wants to list in the spring. Owns a ranch on Bennett.',
    expect: { touch: '2026-12-15 call', wants: 'list in the spring', home: 'owns' },
  },
  {
    note: 'three cats and a parrot that swears his name is captain she is hilarious she works nights at the er',
    expect: { pets: ['3 cat', 'parrot Captain'], work: 'employee: ER' },
  },
  {
    note: 'her brother is our plumber, funny. She does hair at Studio Nine. Married to Anton.',
    expect: { knows: 'her brother is our plumber', partner: 'married Anton' },
    allow: { work: ['employee: Studio Nine', 'employee hair: Studio Nine'] },
  },
  {
    note: 'came here from Ghana in 2012, drives for Amazon, four children, church every Sunday, wants to stop renting',
    expect: {
      town: 'long from Ghana since 2012',
      work: 'employee: Amazon',
      kids: '4',
      wants: 'stop renting',
      home: 'rents',
    },
  },
  {
    note: 'he has lived in okemos his whole life, he is a firefighter, wife kelly, three boys',
    expect: {
      town: 'long',
      work: 'employee firefighter',
      partner: 'married Kelly',
      kids: '3',
    },
  },
  {
    note: 'Check back with them in January. Pre-approved, saving for a down payment, want a duplex.',
    expect: { touch: '2027-01-04', wants: ['a down payment', 'a duplex'] },
    allow: { wants: ['saving for a down payment'] },
  },
  {
    note: 'loves the ramen at Tampopo. no pets but wants a dog once they have a fence. wife Sam.',
    expect: {
      restaurant: 'Tampopo',
      pets: '0 pet',
      wants: 'a dog once they have a fence',
      partner: 'married Sam',
    },
    traps: ['negation'],
  },
  {
    note: 'pregnant with her second, little girl at home called Mila, she was so tired',
    expect: { kids: '1: Mila; expecting' },
  },
  {
    note: 'tom is the lead mechanic at sundance chevrolet and his girlfriend jess has a horse he is not into it',
    expect: { work: 'employee mechanic: Sundance Chevrolet', partner: 'partner Jess' },
    allow: { work: 'employee lead mechanic: Sundance Chevrolet' },
    traps: ['third person'],
  },
  {
    note: 'a dentist, her practice is Smile Dental on Grand River, she is looking to move the practice next year',
    expect: { work: 'employee dentist', wants: 'move the practice next year' },
    allow: { work: ['owner: Smile Dental', 'owner dentist: Smile Dental', 'employee dentist: Smile Dental'] },
  },
  {
    note: 'His lease is up at the end of August and he wants to be near the river trail for his runs.',
    expect: { home: 'rents until the end of August', wants: 'be near the river trail for his runs' },
  },
  {
    note: "She's been here since 2015, came from Chicago, two teenagers, husband in the military.",
    expect: { town: 'long from Chicago since 2015', kids: '2', partner: 'married' },
    traps: ['third person'],
  },
  {
    note: 'ok text mia on saturday about the brunch we said we would do, she has a toddler so mornings only',
    expect: { touch: '2026-11-28 text', kids: '1' },
  },
  {
    note: 'Renter. Nurse at Henry Ford. Boyfriend. Dog, a pit mix named Roxy. Budget two fifty.',
    expect: {
      home: 'rents',
      work: 'employee nurse: Henry Ford',
      partner: 'partner',
      pets: 'pit mix Roxy',
    },
    allow: { pets: 'dog Roxy' },
  },
  {
    note: 'he said his address is 77 Willow Lane and that he wants to sell by summer and go to arizona',
    expect: { address: '77 Willow Lane', wants: 'sell by summer and go to Arizona' },
    allow: { wants: 'sell by summer', home: 'owns' },
  },
  {
    note: "she's single she's got an eight year old named Noah and they live with her mom for now",
    expect: { partner: 'single', kids: '1: Noah 8' },
  },
  {
    note: 'Runs the front office at Lansing Orthopedics. New to the area as of July.',
    expect: { town: 'new since July' },
    allow: {
      work: [
        'manager: front office',
        'manager: front office at Lansing Orthopedics',
        'manager: Lansing Orthopedics',
      ],
    },
  },
  {
    note: 'her go-to is Pho Ha on Sundays. She knows my cousin Rick. Accountant.',
    expect: { restaurant: 'Pho Ha', knows: 'my cousin Rick', work: 'employee accountant' },
  },
  {
    note: 'talk to him again on monday morning he has the papers then and his wife linda will be there too',
    expect: { touch: '2026-11-30', partner: 'married Linda' },
  },
  {
    note: 'we have the same vet ha. Her two labs are Gus and Olive. Paying rent on a farmhouse.',
    expect: { common: 'have the same vet', pets: '2 lab Gus, Olive', home: 'rents' },
  },
  {
    note: 'moved here last year for his job with the state, from Ohio originally, husband is named Pete, no kids',
    expect: {
      town: 'new from Ohio since last year',
      work: 'employee: state',
      partner: 'married Pete',
      kids: '0',
    },
  },
  {
    note: 'Co-owns a food truck with her sister. Two girls, Zoe and Ivy. Would love a house with a commercial kitchen.',
    expect: {
      work: 'owner: food truck',
      kids: '2: Zoe, Ivy',
      wants: 'a house with a commercial kitchen',
    },
  },
  {
    note: 'give him a call later this week he is in the trailer park off Dell he owns his trailer',
    expect: { touch: '2026-11-27 call' },
    allow: { home: 'owns', touch: '2026-11-28 call' },
  },
  {
    note: 'great talk. electrician, works for himself, kids are grown and gone, him and the wife want a cabin up north',
    expect: {
      work: 'owner electrician',
      kids: '?',
      partner: 'married',
      wants: 'a cabin up north',
    },
    allow: { work: ['self-employed electrician', 'employee electrician'] },
  },
  {
    note: 'his pug is called Meatball. He plays bass, like me.',
    expect: { pets: 'pug Meatball', common: 'plays bass like me' },
  },
  {
    note: 'she just moved to town, does not know a soul, works from home for Google, and would like a two bedroom with an office',
    expect: {
      town: 'new',
      work: 'employee: Google',
      wants: 'a two bedroom with an office',
    },
    traps: ['negation'],
  },
  {
    note: 'Rick and Donna, married, both retired, snowbirds. Want to sell the big house in April.',
    expect: { partner: 'married', work: 'retired', wants: 'sell the big house in April' },
    allow: { home: 'owns', partner: 'married Donna', common: 'both retired' },
  },
  {
    note: 'reach out after thanksgiving weekend, she is traveling. Two stepkids.',
    expect: { touch: '2026-11-30', kids: '2' },
    writtenAt: '2026-11-20T12:40',
  },
  {
    note: 'Her cell is (231) 555-0168. She is the owner, the bakery is hers outright.',
    expect: { phone: '(231) 555-0168', work: 'owner' },
    allow: { work: 'owner: bakery' },
  },
  {
    note: 'call after easter',
    expect: { touch: '2027-03-29 call' },
    writtenAt: '2027-03-02T09:10',
  },
];
