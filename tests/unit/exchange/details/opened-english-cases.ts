import type { DetailCase } from './detail-case.ts';

/** Held back from tuning at first, opened since: see the figures in `details-cases.ts`. */
export const openedEnglishCases: readonly DetailCase[] = [
  {
    note: 'okay so that was priya she and her husband have three girls and they just moved here from columbus in august she is a pharmacist at the kroger on center street',
    expect: {
      partner: 'married',
      kids: '3',
      town: 'new from Columbus since August',
      work: 'employee pharmacist: Kroger',
    },
  },
  {
    note: 'Nice guy, Walt. Owns the hardware store on Main. Wife is Carol. Their dog Tucker rides in the truck with him.',
    expect: { work: 'owner: hardware store', partner: 'married Carol', pets: 'dog Tucker' },
  },
  {
    note: 'um so Jenna not married no kids she made a point of saying that uh has a cat called Miso and her lease is up at the end of June',
    expect: { partner: 'not-married', kids: '0', pets: 'cat Miso', home: 'rents until end of June' },
    traps: ['negation'],
  },
  {
    note: 'talked to marcus about the market his brother owns the gym across the street marcus himself works for the county',
    expect: { work: 'employee: county' },
    traps: ['third person'],
  },
  {
    note: 'I told her about my kids and my divorce and honestly she just listened. All I know is she teaches fourth grade at Lincoln Elementary.',
    expect: { work: 'employee teacher: Lincoln Elementary' },
    allow: { work: 'employee fourth grade: Lincoln Elementary' },
    traps: ['agent'],
  },
  {
    note: 'Not sure if he rents or owns. I think he has a daughter. Follow up next Wednesday by text.',
    expect: { touch: '2026-12-02 text' },
    traps: ['hedge'],
  },
  {
    note: 'she has two boys no wait three boys and they all play hockey she wants a bigger garage',
    expect: { kids: '3', wants: 'a bigger garage' },
    traps: ['correction'],
  },
  {
    note: 'met him at the bar, he was drinking single malt and complaining about his landlord. rents a place downtown. call him monday',
    expect: { home: 'rents', touch: '2026-11-30 call' },
    traps: ['homonym'],
  },
  {
    note: 'she asked whether I have kids and if I own or rent, kind of nosy but fun',
    expect: {},
    traps: ['question', 'agent'],
  },
  {
    note: 'used to own a coffee shop in Portland, sold it, now she manages the Hilton by the airport',
    expect: { work: 'manager: Hilton' },
    traps: ['past'],
  },
  {
    note: 'Brad. Divorced. Two kids, Tyler and Kayla, they are with him on weekends. Wants to buy something with a pool next summer.',
    expect: { partner: 'divorced', kids: '2: Tyler, Kayla', wants: 'buy something with a pool next summer' },
  },
  {
    note: 'so her name is annette she is lived here her whole life and she knows the hendersons and the pastor at st marks',
    expect: { town: 'long', knows: ['the Hendersons'] },
    allow: { knows: ['the Hendersons and the pastor at St Marks', 'the pastor at St Marks'] },
  },
  {
    note: 'we both grew up on a farm and we both hate cilantro ha. He is engaged to somebody named Beth.',
    expect: { common: ['both grew up on a farm', 'both hate cilantro'], partner: 'engaged Beth' },
  },
  {
    note: 'email is tom dot becker at gmail dot com he said after the holidays is better so email him after the holidays',
    expect: { email: 'tom.becker@gmail.com', touch: '2027-01-04 email' },
  },
  {
    note: 'her number is six one six five five five oh one seven seven and she lives at 412 Maple Street',
    expect: { phone: '6165550177', address: '412 Maple Street' },
  },
  {
    note: 'Had a golden retriever that died last year, poor thing. No pets right now. Thinking about getting a puppy.',
    expect: { pets: '0 pet' },
    allow: { wants: 'getting a puppy' },
    traps: ['past', 'negation'],
  },
  {
    note: 'the open house at 90 Birch Lane was packed. talked to Sylvia who sells insurance for State Farm, single mom of one boy, Mateo, he is nine',
    expect: { work: 'employee: State Farm', partner: 'single', kids: '1: Mateo 9' },
    allow: { work: 'employee insurance: State Farm' },
    traps: ['homonym'],
  },
  {
    note: 'Her sister rents in the same complex as my cousin. She herself bought a condo two years ago.',
    expect: { home: 'owns' },
    traps: ['third person'],
  },
  {
    note: 'gym guy. favourite restaurant is that Thai place, Bangkok Garden. also a Lions fan like me, poor soul',
    expect: { restaurant: 'Bangkok Garden', common: 'a Lions fan like me' },
  },
  {
    note: 'maybe she has a dog, there was fur on her coat. anyway she is in HR at Dow',
    expect: { work: 'employee HR: Dow' },
    allow: { work: 'employee: Dow' },
    traps: ['hedge'],
  },
  {
    note: "doesn't have a dog, doesn't have kids, doesn't want a yard, just wants a two bedroom near the river",
    expect: { pets: '0 dog', kids: '0', wants: 'a two bedroom near the river' },
    traps: ['negation'],
  },
  {
    note: 'she is a widow her husband passed in 2019 her grandkids live in Tampa and she is thinking of selling the house and moving closer to them',
    expect: { partner: 'widowed', wants: 'selling the house and moving closer to them' },
    allow: { home: 'owns', kids: '?', wants: 'selling the house' },
    traps: ['third person', 'homonym'],
  },
  {
    note: 'I need to check in with Greg right after New Year, he said their lease runs out in February',
    expect: { touch: '2027-01-04', home: 'rents until February' },
  },
  {
    note: 'Ray Single from the title company. Nothing personal came up. He had hot dogs with us.',
    expect: {},
    allow: { work: 'employee: title company' },
    traps: ['homonym'],
  },
  {
    note: 'my wife and I have two kids and a beagle and Dan said he wants none of that, he is happily single and he rents a loft',
    expect: { partner: 'single', home: 'rents' },
    traps: ['agent'],
  },
  {
    note: 'he is the assistant manager at the Best Buy in Flint, from Toledo originally, been up here like six years',
    expect: { work: 'manager: Best Buy', town: 'long from Toledo since 6 years' },
  },
  {
    note: 'Aisha and her fiance are getting married in October and want to buy before then. She has a rabbit named Clover.',
    expect: { partner: 'engaged', wants: 'buy before then', pets: 'rabbit Clover' },
  },
  {
    note: 'call Denise tomorrow she said mornings are best she has twins they are five',
    expect: { touch: '2026-11-27 call', kids: '2: 5, 5' },
    allow: { kids: '2: 5' },
  },
  {
    note: 'dropped the owners manual for his truck lol. He drives for UPS. Son at Michigan State.',
    expect: { work: 'employee: UPS', kids: '1' },
    traps: ['homonym'],
  },
  {
    note: 'we ran into each other at the dog park so obviously dogs. hers is a corgi, Waffles. mine tried to eat it',
    expect: { pets: 'corgi Waffles' },
    traps: ['agent'],
  },
  {
    note: 'he called me last Tuesday and he will call me again next week so nothing for me to do',
    expect: {},
    traps: ['other date'],
  },
  {
    note: 'didnt catch whether shes married. her boss owns like four restaurants. she does the books for him',
    expect: {},
    allow: { work: 'employee books' },
    traps: ['hedge', 'third person'],
  },
  {
    note: 'Kim, 3 cats, no dogs, allergic. New in town as of last month, came up from Nashville for a job at the hospital.',
    expect: {
      pets: ['3 cat', '0 dog'],
      town: 'new from Nashville since last month',
      work: 'employee: hospital',
    },
    traps: ['negation'],
  },
  {
    note: 'retired teacher, widower, lives alone with an old lab called Moose, house is paid off he said',
    expect: { work: 'retired teacher', partner: 'widowed', pets: 'lab Moose', home: 'owns' },
  },
  {
    note: 'her kids go to the same school as mine, Oakwood, and she volunteers there too',
    expect: { common: 'kids go to the same school as mine', kids: '?' },
  },
  {
    note: 'so they rent, they have been renting for years, and they want to be in something of their own by next Christmas, touch base in the new year',
    expect: { home: 'rents', wants: 'be in something of their own by next Christmas', touch: '2027-01-04' },
  },
  {
    note: 'Nadia runs the front desk at the dentist. Married... with Children was on tv and we laughed. She is seeing someone, his name is Paul.',
    expect: { partner: 'partner Paul' },
    allow: { work: ['manager: front desk', 'manager: front desk at the dentist', 'employee: dentist'] },
    traps: ['homonym'],
  },
  {
    note: 'she told me about her brother, he just got divorced, he has a boy and a girl and he is looking for an apartment',
    expect: {},
    traps: ['third person'],
  },
  {
    note: 'he moved here from Boise in April, no sorry, from Spokane, and works at Stryker as an engineer',
    expect: { town: 'new from Spokane since April', work: 'employee engineer: Stryker' },
    traps: ['correction'],
  },
  {
    note: 'Text him Friday afternoon about the lender. Owns two food trucks. Baby due in March, their first.',
    expect: { touch: '2026-11-27 text', work: 'owner: food trucks', kids: '0; expecting' },
    allow: { kids: '?; expecting' },
  },
  {
    note: "I guess she's divorced? Not going to assume. Dog is definitely hers though, a husky named Blue.",
    expect: { pets: 'husky Blue' },
    traps: ['hedge'],
  },
  {
    note: 'uh tall guy carl he and i both coached little league and his daughter sophie is getting her license so she is what fifteen sixteen',
    expect: { common: 'both coached little league', kids: '1: Sophie' },
    traps: ['hedge'],
  },
  {
    note: 'needs a first floor bedroom for her mom by the fall. Her mom sold her place in Saginaw.',
    expect: { wants: 'a first floor bedroom for her mom by the fall' },
    traps: ['third person'],
  },
  {
    note: 'he said is there a kids menu and I said no, then we talked about the Lions. Works in sales.',
    expect: { work: 'employee: sales' },
    allow: { work: 'employee sales' },
    traps: ['homonym'],
  },
  {
    note: 'Lou, owner of Lou and Sons Plumbing, married thirty years, four grown kids, all moved away',
    expect: { work: 'owner: Lou and Sons Plumbing', partner: 'married', kids: '4' },
  },
  {
    note: 'she does not own the salon, she just works there. rents a chair. husband Devin.',
    expect: { work: 'employee: salon', partner: 'married Devin' },
    allow: { work: 'employee' },
    traps: ['negation', 'homonym'],
  },
  {
    note: 'swears by the pho at Saigon Palace, eats there like every week. looking to downsize once the youngest graduates',
    expect: { restaurant: 'Saigon Palace', wants: 'downsize once the youngest graduates' },
    allow: { kids: '?' },
  },
  {
    note: 'follow up with the couple in two weeks, they closed on their first house in October, want to redo the kitchen',
    expect: { touch: '2026-12-10', home: 'owns', wants: 'redo the kitchen' },
    allow: { partner: 'partner' },
  },
  {
    note: 'she had a cat scan last week so she was tired. said her manager is awful. nothing else really',
    expect: {},
    traps: ['homonym', 'third person'],
  },
  {
    note: 'i have to remember that his birthday is in may and that he used to be married to my hairdresser',
    expect: { partner: 'divorced' },
    allow: { knows: 'hairdresser' },
    traps: ['past'],
  },
  {
    note: 'Lives with her boyfriend Andre, they rent on Fulton, his two kids are there every other week.',
    expect: { partner: 'partner Andre', home: 'rents' },
    traps: ['third person'],
  },
  {
    note: 'friends with the Delgados from church, new to the area, came from El Paso this summer',
    expect: { knows: 'the Delgados', town: 'new from El Paso since this summer' },
  },
  {
    note: 'do you have pets she asked, so I talked about my dog for ten minutes. She owns Bloom, the florist on Third.',
    expect: { work: 'owner: Bloom' },
    traps: ['question', 'agent'],
  },
  {
    note: 'his cell 231-555-0142, my cell is 231-555-0199 in case I mix up these cards again',
    expect: { phone: '2315550142' },
    traps: ['agent'],
  },
  {
    note: 'He might sell next year, might not. Homeowner since forever, born and raised here. Two huskies.',
    expect: { home: 'owns', town: 'long', pets: '2 husky' },
    traps: ['hedge'],
  },
  {
    note: 'reach out to Mel the first week of January and ask how the surgery went',
    expect: { touch: '2027-01-04' },
  },
  {
    note: 'single-family home is what his parents have. he himself is a contractor, self employed, partner is Chris',
    expect: { work: 'owner contractor', partner: 'partner Chris' },
    allow: { work: ['self-employed contractor', 'employee contractor'] },
    traps: ['homonym', 'third person'],
  },
  {
    note: 'we went to the same high school, ten years apart. she was pet sitting so not her dog. she wants to get out of her lease',
    expect: { common: 'went to the same high school', home: 'rents', wants: 'get out of her lease' },
    traps: ['homonym', 'negation'],
  },
  {
    note: 'nothing much just a nice chat about the weather and the parking situation downtown',
    expect: {},
  },
  {
    note: 'Teresa is expecting her second in the spring. Little boy at home named Oscar. Hubby is a trucker.',
    expect: { kids: '1: Oscar; expecting', partner: 'married' },
  },
  {
    note: 'so Phil said his ex-wife got the house, he is in a rental till August, wants something small with a workshop',
    expect: { partner: 'divorced', home: 'rents until August', wants: 'something small with a workshop' },
  },
  {
    note: 'She thought about opening a bakery once but never did. She is a dental hygienist. Call her on the 3rd of December.',
    expect: { work: 'employee dental hygienist', touch: '2026-12-03 call' },
    traps: ['past'],
  },
];
