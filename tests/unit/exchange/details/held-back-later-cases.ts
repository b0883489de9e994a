import type { DetailCase } from './detail-case.ts';

/** Written in one go when the rules stood, and not tuned on. */
export const heldBackLaterCases: readonly DetailCase[] = [
  {
    note: 'met a woman named odessa at the nursery she is renting a duplex on lyon and she and her wife have twin boys who are two',
    expect: { home: 'rents', partner: 'married', kids: '2: 2, 2' },
    allow: { kids: '2: 2' },
  },
  {
    note: 'Vince. Manager at Ace Hardware. Grew up in Bay City. Divorced, one girl, Maddie, fifteen. Hates his commute.',
    expect: {
      work: 'manager: Ace Hardware',
      town: 'from Bay City',
      partner: 'divorced',
      kids: '1: Maddie 15',
    },
  },
  {
    note: "she doesn't rent, she lives in her aunt's basement, and the aunt has about nine cats",
    expect: {},
    traps: ['negation', 'third person'],
  },
  {
    note: 'i said we should do coffee so text her wednesday, she is a barista at Foster Coffee so she gets it free',
    expect: { touch: '2026-12-02 text', work: 'employee barista: Foster Coffee' },
  },
  {
    note: 'so hes got a daughter, hang on, no, two daughters, one of them is called Wren',
    expect: { kids: '2: Wren' },
    traps: ['correction'],
  },
  {
    note: 'I guess they are married, they bickered like it. They asked about schools. Follow up after New Year.',
    expect: { touch: '2027-01-04' },
    traps: ['hedge'],
  },
  {
    note: 'his uncle is the one with the dealership. he himself drives a snowplow for the city and welds on the side',
    expect: { work: 'employee: city' },
    traps: ['third person'],
  },
  {
    note: 'we have a friend in common, Patty, and Doug also played hockey at Powers like me',
    expect: { common: ['have a friend in common Patty', 'also played hockey at Powers like me'] },
    allow: { common: ['have a friend in common'], knows: 'Patty' },
  },
  {
    note: 'her tortoiseshell cat is named Pumpkin, she is planning on retiring in two years and wants to be near her grandbabies',
    expect: { pets: 'cat Pumpkin', wants: ['retiring in two years', 'be near her grandbabies'] },
    allow: {
      pets: 'tortoiseshell cat Pumpkin',
      wants: 'retiring in two years and wants to be near her grandbabies',
    },
  },
  {
    note: 'Used to be a renter, closed on a condo in September. Works remote for a bank. Wife Elaine.',
    expect: { home: 'owns', work: 'employee: bank', partner: 'married Elaine' },
    traps: ['past'],
  },
  {
    note: 'wow talker. married to a pilot, no kids yet, two Frenchies, Gizmo and Peaches. Favorite restaurant is The Chop House.',
    expect: {
      partner: 'married',
      kids: '0',
      pets: '2 Frenchie Gizmo, Peaches',
      restaurant: 'The Chop House',
    },
  },
  {
    note: 'my sister in law sold them their last house, small town. they want to list again in the fall',
    expect: { wants: 'list again in the fall' },
    traps: ['agent'],
  },
  { note: "Kept asking if I'm single. I'm not. He is though.", expect: {}, traps: ['question', 'agent'] },
  {
    note: 'email tina at tinasflowers dot com, owner of the flower shop, lease on the shop is her problem not mine',
    expect: { email: 'tina@tinasflowers.com', work: 'owner: flower shop' },
  },
  {
    note: 'originally from Duluth, here since 2019, teaches chemistry at Carman, husband Obi, baby girl Ada who is seven months',
    expect: {
      town: 'long from Duluth since 2019',
      work: 'employee teacher: Carman',
      partner: 'married Obi',
      kids: '1: Ada 7 months',
    },
  },
  {
    note: 'the manager of our branch introduced us, nice of him. she sells cars. she might want a bigger place someday',
    expect: {},
    allow: { work: 'employee cars' },
    traps: ['third person', 'hedge'],
  },
  {
    note: "knows the Brennans and the Kowalskis, lifelong resident, owns her home outright, dog's name is Ernie",
    expect: { knows: 'the Brennans', town: 'long', home: 'owns', pets: 'dog Ernie' },
    allow: { knows: ['the Brennans and the Kowalskis', 'the Kowalskis'] },
  },
  {
    note: 'he lost his job at the plant so now is not the time, check in with him in April',
    expect: { touch: '2027-04-01' },
    traps: ['past'],
  },
  {
    note: 'Her roommate has a boa constrictor, she does not love it, so she is looking for a studio by February',
    expect: { wants: 'a studio by February' },
    traps: ['third person'],
  },
  {
    note: 'single-story is a must, the knees. widower, three daughters, Faith, Hope and Joy, I am not kidding',
    expect: { partner: 'widowed', kids: '3: Faith, Hope, Joy' },
    traps: ['homonym'],
  },
  {
    note: 'moved back from Phoenix in October to be near her dad, staying with a cousin, hunting for a rental that takes a big dog',
    expect: { town: 'new from Phoenix since October' },
    allow: { wants: 'a rental that takes a big dog' },
    traps: ['homonym'],
  },
  { note: 'just a hello, he had to catch a flight', expect: {} },
  {
    note: 'una muchacha que se llama Itzel, renta con dos amigas, trabaja de cajera en el Soriana y tiene una gatita que se llama Mora',
    expect: { home: 'rents', work: 'employee cajera: Soriana', pets: 'cat Mora' },
  },
  {
    note: 'Don Chema, jubilado del ferrocarril, viudo, cinco hijos, todos en el norte. Casa propia.',
    expect: { work: 'retired: ferrocarril', partner: 'widowed', kids: '5', home: 'owns' },
  },
  {
    note: 'no tiene carro ni perro ni prisa, quiere un lugar cerca de la estación',
    expect: { pets: '0 dog', wants: 'un lugar cerca de la estación' },
    traps: ['negation'],
  },
  {
    note: 'su cuñada es dueña de la florería, ella ahí ayuda los sábados nada más',
    expect: {},
    allow: { work: ['employee', 'employee: florería'] },
    traps: ['third person'],
  },
  {
    note: 'tiene una hija, no, perdón, un hijo, se llama Leo y tiene nueve',
    expect: { kids: '1: Leo 9' },
    traps: ['correction'],
  },
  {
    note: 'me imagino que es casada por el anillo. Mándale mensaje el jueves.',
    expect: { touch: '2026-12-03 text' },
    traps: ['hedge'],
  },
  {
    note: 'los dos estudiamos en la Normal y ella todavía da clases, maestra en la secundaria Hidalgo',
    expect: { common: 'los dos estudiamos en la Normal', work: 'employee maestra: secundaria Hidalgo' },
  },
  {
    note: 'yo le dije que mi contrato se vence en marzo y que mi perro es un desastre, se moría de risa',
    expect: {},
    traps: ['agent'],
  },
  {
    note: 'vino de Caracas en 2018 con su esposa Daniela, ya compraron casa, tienen una niña, Isabella, de seis años',
    expect: {
      town: 'long from Caracas since 2018',
      partner: 'married Daniela',
      home: 'owns',
      kids: '1: Isabella 6',
    },
  },
  {
    note: 'gerente de la sucursal de Banorte, divorciado, sus hijos viven con la mamá, busca un depa chico',
    expect: { work: 'manager: sucursal de Banorte', partner: 'divorced', kids: '?', wants: 'un depa chico' },
  },
  { note: 'preguntó cuánto cuesta rentar por ahí y si aceptan perros', expect: {}, traps: ['question'] },
  {
    note: 'antes trabajaba en el correo, ahora tiene su propia papelería',
    expect: { work: 'owner: papelería' },
    traps: ['past'],
  },
  {
    note: 'su restaurante favorito es Mariscos El Güero y conoce a los Treviño',
    expect: { restaurant: 'Mariscos El Güero', knows: 'los Treviño' },
  },
  {
    note: 'llamarle en enero. el correo es beto arroba tallerbeto punto com. Es dueño de un taller de motos.',
    expect: { touch: '2027-01-04 call', email: 'beto@tallerbeto.com', work: 'owner: taller de motos' },
  },
  {
    note: 'hablamos de la boda de su hermana que se casa en mayo y de lo caras que están las rentas',
    expect: {},
    traps: ['third person', 'homonym'],
  },
  {
    note: 'recién casada con Omar, llegaron de Mérida hace un mes, viven de renta mientras encuentran casa',
    expect: { partner: 'married Omar', town: 'new from Mérida since un mes', home: 'rents' },
  },
  {
    note: 'camarera en un hotel, soltera, un perro que se llama Coco, piensa volver a estudiar',
    expect: {
      work: 'employee camarera: hotel',
      partner: 'single',
      pets: 'dog Coco',
      wants: 'volver a estudiar',
    },
    allow: { work: 'employee camarera' },
    region: 'ES',
  },
  { note: 'poca cosa, tenía prisa, iba por sus nietos', expect: {} },
];
