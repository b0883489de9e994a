import type { DetailCase } from './detail-case.ts';

/** Held back from tuning at first, opened since: see the figures in `details-cases.ts`. */
export const openedSpanishCases: readonly DetailCase[] = [
  {
    note: 'bueno se llama rosario está casada con ernesto tienen tres hijos y acaban de llegar de monterrey en septiembre',
    expect: { partner: 'married Ernesto', kids: '3', town: 'new from Monterrey since septiembre' },
  },
  {
    note: 'Es dueña de la Panadería La Espiga. No está casada. Tiene un perrito que se llama Churro.',
    expect: { work: 'owner: Panadería La Espiga', partner: 'not-married', pets: 'dog Churro' },
    traps: ['negation'],
  },
  {
    note: 'o sea no tiene hijos pero sí dos gatos este y renta un departamento cerca del mercado el contrato se le vence en mayo',
    expect: { kids: '0', pets: '2 cat', home: 'rents until mayo' },
    traps: ['negation'],
  },
  {
    note: 'su hermana renta en el mismo edificio. Él compró casa el año pasado y trabaja en la Ford.',
    expect: { home: 'owns', work: 'employee: Ford' },
    traps: ['third person'],
  },
  {
    note: 'le conté de mis hijos y de mi perro y se rió. Ella es maestra de primaria en la escuela Juárez.',
    expect: { work: 'employee maestra de primaria: escuela Juárez' },
    allow: { work: 'employee maestra: escuela Juárez' },
    traps: ['agent'],
  },
  {
    note: 'creo que tiene dos hijos, no me acuerdo bien. llámala el martes que viene',
    expect: { touch: '2026-12-01 call' },
    traps: ['hedge'],
  },
  {
    note: 'tiene dos niñas, no perdón, tres niñas, la mayor se llama valentina',
    expect: { kids: '3: Valentina' },
    traps: ['correction'],
  },
  {
    note: 'me preguntó si tengo hijos y si rento o soy dueño. Le gusta correr, como a mí.',
    expect: {},
    allow: { common: 'le gusta correr como a mí' },
    traps: ['question', 'agent'],
  },
  {
    note: 'antes tenía una taquería pero la vendió, ahora es gerente del Oxxo de la avenida central',
    expect: { work: 'manager: Oxxo' },
    traps: ['past'],
  },
  {
    note: 'divorciado dos hijos mateo y santi quiere comprar algo con alberca el próximo verano',
    expect: {
      partner: 'divorced',
      kids: '2: Mateo, Santi',
      wants: 'comprar algo con alberca el próximo verano',
    },
  },
  {
    note: 'Vive aquí de toda la vida, conoce a los Garza y a medio pueblo. Jubilado de la General Motors.',
    expect: { town: 'long', knows: 'los Garza', work: 'retired: General Motors' },
    allow: { knows: 'los Garza y a medio pueblo' },
  },
  {
    note: 'los dos corrimos el maratón de chicago qué casualidad y ella también es de puebla igual que yo',
    expect: { common: ['los dos corrimos el maratón de Chicago', 'también es de Puebla igual que yo'] },
    allow: { town: 'from Puebla' },
  },
  {
    note: 'mándale un correo después de las fiestas, es lucia punto mora arroba gmail punto com',
    expect: { touch: '2027-01-04 email', email: 'lucia.mora@gmail.com' },
  },
  {
    note: 'su celular es dos tres uno cinco cinco cinco cero uno cuatro dos y vive en la calle Roble 412',
    expect: { phone: '2315550142', address: 'calle Roble 412' },
  },
  {
    note: 'tenía un perro que se le murió y ahora no tiene mascotas. busca algo con patio para antes de la primavera',
    expect: { pets: '0 pet', wants: 'algo con patio para antes de la primavera' },
    traps: ['past', 'negation'],
  },
  {
    note: 'no sé si es casada. El jefe es dueño del restaurante, ella nada más es mesera ahí.',
    expect: { work: 'employee mesera' },
    traps: ['hedge', 'third person'],
  },
  {
    note: 'su restaurante favorito es El Rincón Norteño y tiene una schnauzer que se llama Frida',
    expect: { restaurant: 'El Rincón Norteño', pets: 'schnauzer Frida' },
  },
  {
    note: 'mi esposa y yo tenemos dos hijas y él dice que ni loco, está soltero y vive de alquiler en el centro',
    expect: { partner: 'single', home: 'rents' },
    traps: ['agent'],
  },
  {
    note: 'viuda, su marido murió hace cuatro años, los nietos viven en Houston y está pensando en vender la casa',
    expect: { partner: 'widowed', wants: 'vender la casa' },
    allow: { home: 'owns', kids: '?' },
    traps: ['third person', 'homonym'],
  },
  {
    note: 'Mandarle mensaje el viernes. Está comprometida con Julián y se casan en abril.',
    expect: { touch: '2026-11-27 text', partner: 'engaged Julián' },
  },
  {
    note: 'perros calientes y cerveza, buena plática. Es electricista, trabaja por su cuenta. Esposa: Nora.',
    expect: { work: 'owner electricista', partner: 'married Nora' },
    allow: { work: ['employee electricista', 'self-employed electricista'] },
    traps: ['homonym'],
  },
  {
    note: 'dijo que me llama él la próxima semana así que yo nada',
    expect: {},
    traps: ['other date'],
  },
  {
    note: 'es nueva en la ciudad llegó de guadalajara hace dos meses trabaja de enfermera en el hospital general',
    expect: {
      town: 'new from Guadalajara since 2 meses',
      work: 'employee enfermera: Hospital General',
    },
  },
  {
    note: 'a lo mejor tiene hijos porque traía una sillita en el carro. Lo que sí es que paga renta y ya está harta.',
    expect: { home: 'rents' },
    traps: ['hedge'],
  },
  {
    note: 'ni perro ni gato, no le gustan los animales. Tiene una niña de seis años, Abril.',
    expect: { pets: ['0 dog', '0 cat'], kids: '1: Abril 6' },
    allow: { pets: '0 pet' },
    traps: ['negation', 'homonym'],
  },
  {
    note: 'Sus hijos van a la misma escuela que los míos. El marido es camionero.',
    expect: { common: 'hijos van a la misma escuela que los míos', kids: '?', partner: 'married' },
    traps: ['third person'],
  },
  {
    note: 'mi hermano quiere vender su casa y se lo comenté. Ella necesita tres recámaras por sus papás.',
    expect: { wants: 'tres recámaras por sus papás' },
    allow: { wants: 'tres recámaras' },
    traps: ['agent'],
  },
  {
    note: 'encargado del taller de la calle 5, tiene una hija, camila, de dieciséis, y un hijo en la universidad',
    expect: { work: 'manager: taller', kids: '2: Camila 16' },
  },
  {
    note: 'Piso propio, pagado. Vive con su pareja, Íñigo. Dice que le llame pasado mañana.',
    expect: { home: 'owns', partner: 'partner Íñigo', touch: '2026-11-28 call' },
    region: 'ES',
  },
  {
    note: 'pues nada charlamos del tiempo y del partido de ayer muy maja',
    expect: {},
    region: 'ES',
  },
  {
    note: 'esperan un bebé para marzo, el primero. Rentan con otra pareja y quieren una casa para ellos solos',
    expect: { kids: '0; expecting', home: 'rents', wants: 'una casa para ellos solos' },
    allow: { kids: '?; expecting' },
  },
  {
    note: 'llegó de Honduras, digo, de El Salvador, hace veinte años, y tiene su propia compañía de limpieza',
    expect: { town: 'long from El Salvador since 20 años', work: 'owner: compañía de limpieza' },
    traps: ['correction'],
  },
  {
    note: 'la prima tiene un bulldog y dos chihuahuas pero ella es alérgica así que nada de animales en casa',
    expect: { pets: '0 pet' },
    traps: ['third person', 'negation'],
  },
  {
    note: 'tengo que llamarle a don chuy después de reyes porque anda de viaje',
    expect: { touch: '2027-01-07 call' },
  },
  {
    note: 'No es el dueño, es empleado en la ferretería. Su esposa Marta sí es dueña de una estética.',
    expect: { work: 'employee: ferretería', partner: 'married Marta' },
    traps: ['negation', 'third person'],
  },
  {
    note: 'quizás venda el próximo año. casada y con gemelos de tres años',
    expect: { partner: 'married', kids: '2: 3, 3' },
    allow: { kids: '2: 3' },
    traps: ['hedge'],
  },
  {
    note: 'los frijoles de Casa Lupita son sus favoritos, siempre come ahí. Es contadora.',
    expect: { work: 'employee contadora' },
    allow: { restaurant: 'Casa Lupita' },
  },
  {
    note: 'siempre cena en La Marejada con su novio, y su novio trabaja ahí de cocinero',
    expect: { restaurant: 'La Marejada', partner: 'partner' },
    traps: ['third person'],
  },
  {
    note: '¿Tiene hijos? No le pregunté. Es socio de una constructora y quiere invertir en algo chico.',
    expect: { work: 'owner: constructora', wants: 'invertir en algo chico' },
    traps: ['question'],
  },
  {
    note: 'nos conocimos en la fila del banco y resulta que los dos fuimos a la misma secundaria',
    expect: { common: 'los dos fuimos a la misma secundaria' },
  },
  {
    note: 'ya no está con el novio. sigue en el depa de la colonia roma pero le suben la renta en enero y se quiere cambiar',
    expect: { home: 'rents' },
    allow: { partner: 'single', wants: 'cambiar' },
    traps: ['past'],
  },
  {
    note: 'Amigo de los Salinas, el plomero. Su señora se llama Consuelo y tienen cinco hijos ya grandes',
    expect: { knows: 'los Salinas', partner: 'married Consuelo', kids: '5' },
    allow: { work: 'employee plomero' },
  },
  {
    note: 'hablarle el lunes 7 de diciembre por la mañana',
    expect: { touch: '2026-12-07 call' },
  },
  {
    note: 'la señora soltera de la que te hablé no era ella. Ella está separada y con un niño, Emiliano, de cuatro',
    expect: { partner: 'separated', kids: '1: Emiliano 4' },
    traps: ['third person'],
  },
  {
    note: 'su papá vivía de renta toda la vida y por eso ella ahorró y ya tiene casa propia',
    expect: { home: 'owns' },
    traps: ['third person', 'past'],
  },
  {
    note: 'trabajaba en un banco. ahora vende seguros y le urge encontrar departamento antes de fin de año',
    expect: { wants: 'encontrar departamento antes de fin de año' },
    allow: { work: ['employee seguros', 'employee vendedora: seguros', 'employee: seguros'] },
    traps: ['past'],
  },
  {
    note: 'dos hijos de su primer matrimonio y uno con Javier, su esposo de ahora',
    expect: { kids: '3', partner: 'married Javier' },
    allow: { kids: '2' },
  },
  {
    note: 'quiere que le mande el folleto y que le hable en dos semanas',
    expect: { touch: '2026-12-10 call' },
    allow: { wants: 'que le mande el folleto' },
  },
  {
    note: 'vecina de mi tía, enfermera jubilada, un loro que habla, se llama Pancho',
    expect: { work: 'retired enfermera', pets: 'loro Pancho' },
    allow: { knows: 'tía' },
    traps: ['agent'],
  },
  {
    note: 'está por cerrar su casa aquí. viene de Laredo. su mujer y los niños llegan en diciembre',
    expect: { town: 'new from Laredo', partner: 'married', kids: '?' },
    allow: { town: 'from Laredo', home: 'owns' },
  },
];
