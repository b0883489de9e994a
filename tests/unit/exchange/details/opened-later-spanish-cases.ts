import type { DetailCase } from './detail-case.ts';

/** Held back from tuning as well, and opened: see `details-cases.ts`. */
export const openedLaterSpanishCases: readonly DetailCase[] = [
  {
    note: 'platiqué con norma es enfermera en la clínica san rafael su marido se llama toño y tienen dos niños',
    expect: { work: 'employee enfermera: Clínica San Rafael', partner: 'married Toño', kids: '2' },
  },
  {
    note: 'Rubén. Ingeniero en Bosch. Dos gatos. Se mudó de Querétaro en julio, renta en el centro, sin hijos.',
    expect: {
      work: 'employee ingeniero: Bosch',
      pets: '2 cat',
      town: 'new from Querétaro since julio',
      home: 'rents',
      kids: '0',
    },
  },
  {
    note: 'este nunca se casó, tiene un perico y quiere un lugar con taller',
    expect: { partner: 'not-married', pets: 'perico', wants: 'un lugar con taller' },
    traps: ['negation'],
  },
  {
    note: 'su papá es dueño de la marina y su hermano la administra, a ella ni le interesa',
    expect: {},
    traps: ['third person'],
  },
  {
    note: 'le hablé de mis gemelos y resulta que ella está embarazada',
    expect: { kids: '?; expecting' },
    traps: ['agent'],
  },
  {
    note: 'puede que esté divorciado, no me quedó claro. llamarle el martes por la mañana',
    expect: { touch: '2026-12-01 call' },
    traps: ['hedge'],
  },
  {
    note: 'tienen cuatro hijos, digo, tres, y un husky que se llama Lobo',
    expect: { kids: '3', pets: 'husky Lobo' },
    traps: ['correction'],
  },
  { note: 'hablamos del seguro de mascotas y de lo cara que está la renta', expect: {}, traps: ['homonym'] },
  {
    note: 'quería saber si tengo perro y cuántos años tienen mis hijos',
    expect: {},
    traps: ['question', 'agent'],
  },
  {
    note: 'era gerente de Sears, ahora es maestra en la primaria Benito Juárez',
    expect: { work: 'employee maestra: primaria Benito Juárez' },
    traps: ['past'],
  },
  {
    note: 'Lila, dueña de Flores Lila, está casada con Joel y quieren comprar el local',
    expect: { work: 'owner: Flores Lila', partner: 'married Joel', wants: 'comprar el local' },
  },
  {
    note: 'es de Sonora, lleva ocho años aquí, trabaja en el municipio y su restaurante favorito es La Querencia',
    expect: {
      town: 'long from Sonora since 8 years',
      work: 'employee: municipio',
      restaurant: 'La Querencia',
    },
    allow: { town: 'long from Sonora since 8 años' },
  },
  {
    note: 'los dos crecimos en Saltillo y fuimos a la misma primaria',
    expect: { common: ['los dos crecimos en Saltillo', 'fuimos a la misma primaria'] },
  },
  {
    note: 'su número es 810 555 0133 y el correo es kim punto tran arroba gmail punto com, mándale mensaje el lunes',
    expect: { phone: '8105550133', email: 'kim.tran@gmail.com', touch: '2026-11-30 text' },
  },
  {
    note: 'vive en la calle Cerezo 305, el contrato se le acaba en octubre, hablarle en agosto',
    expect: { address: 'calle Cerezo 305', home: 'rents until octubre', touch: '2027-08-02 call' },
  },
  {
    note: 'ni perro ni gato ni marido dice muerta de risa, trabaja en la biblioteca',
    expect: { pets: ['0 dog', '0 cat'], work: 'employee: biblioteca' },
    traps: ['negation'],
  },
  {
    note: 'la suegra vive con ellos y tiene un chihuahua que él no soporta',
    expect: {},
    allow: { partner: 'married' },
    traps: ['third person'],
  },
  {
    note: 'mi esposo y yo le rentamos a su compañía una vez. conoce a los Peralta',
    expect: { knows: 'los Peralta' },
    traps: ['agent'],
  },
  {
    note: 'dicen que es soltera, quién sabe. le encanta comer en Los Arcos',
    expect: { restaurant: 'Los Arcos' },
    allow: { partner: 'single' },
    traps: ['hedge'],
  },
  {
    note: 'su hija se llama Emilia, perdón, Emily, y va en quinto',
    expect: { kids: '1: Emily' },
    traps: ['correction'],
  },
  {
    note: '¿es dueño o renta? ni idea. es herrero',
    expect: {},
    allow: { work: 'employee herrero' },
    traps: ['question'],
  },
  {
    note: 'antes tenían caballos, ahora nada más un perro viejo que se llama Nerón',
    expect: { pets: 'dog Nerón' },
    traps: ['past'],
  },
  { note: 'me escribió el lunes y yo le contesté el martes', expect: {}, traps: ['other date'] },
  {
    note: 'separada desde la primavera, su hijo Dilan vive con ella, busca dos recámaras cerca de la escuela',
    expect: { partner: 'separated', kids: '1: Dilan', wants: 'dos recámaras cerca de la escuela' },
  },
  {
    note: 'pareja mayor, casados desde hace cuarenta años, él jubilado de la refinería, quieren un condominio en la playa',
    expect: { partner: 'married', work: 'retired: refinería', wants: 'un condominio en la playa' },
  },
  {
    note: 'su novio tiene dos hijos, ella ninguno, rentan una casita',
    expect: { partner: 'partner', home: 'rents' },
    allow: { kids: '0' },
    traps: ['third person'],
  },
  {
    note: 'hablarle el mes que viene, está arreglando la casa para venderla',
    expect: { touch: '2026-12-01 call' },
    allow: { home: 'owns' },
  },
  {
    note: 'cuida a sus nietos los viernes. compró su casa en 1998',
    expect: { home: 'owns' },
    traps: ['third person'],
  },
  {
    note: 'comprometida con Teo que es paramédico, buscan su primera casa',
    expect: { partner: 'engaged Teo', wants: 'su primera casa' },
    traps: ['third person'],
  },
  {
    note: 'va al mismo peluquero que yo. su hija Nina tiene siete y un bóxer que se llama Canelo',
    expect: { common: 'va al mismo peluquero que yo', kids: '1: Nina 7' },
    allow: { pets: 'boxer Canelo' },
  },
  {
    note: 'todavía no es dueño, está rentando, tiene un bebé',
    expect: { home: 'rents', kids: '1' },
    traps: ['negation'],
  },
  { note: 'un saludo rápido en el estacionamiento, mañana le llamo', expect: { touch: '2026-11-27 call' } },
];
