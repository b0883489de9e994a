import { listWords } from '../word-list.ts';

/** What people are by trade; without accents. Two words first. */
const english = `
dental hygienist|dental assistant|vet tech|physical therapist|speech therapist|occupational therapist|social worker|truck driver|bus driver|loan officer|lead mechanic|software engineer|civil engineer|police officer|stay at home mom|stay at home dad|hair stylist|personal trainer|real estate agent|property manager|project manager|school nurse|nurse practitioner|yoga teacher|insurance agent|massage therapist|flight attendant|graphic designer|web developer|line cook|home inspector|school principal|financial advisor|mail carrier|
nurse|teacher|pharmacist|engineer|accountant|lawyer|attorney|paralegal|dentist|doctor|surgeon|vet|veterinarian|mechanic|electrician|plumber|carpenter|contractor|firefighter|paramedic|cop|bartender|barista|waitress|waiter|server|chef|cook|baker|hairdresser|hairstylist|stylist|barber|realtor|librarian|professor|programmer|developer|designer|architect|photographer|writer|journalist|musician|painter|welder|machinist|roofer|landscaper|trucker|courier|cashier|receptionist|secretary|bookkeeper|banker|broker|analyst|consultant|scientist|chemist|biologist|therapist|counselor|psychologist|chiropractor|optometrist|physician|radiologist|midwife|nanny|janitor|farmer|pastor|pilot|soldier|tailor|florist|jeweler|principal|salesman|saleswoman|esthetician|dispatcher|tutor`;
const spanish = `
maestra de primaria|maestro de primaria|maestra de secundaria|maestro de secundaria|jefe de mecanicos|agente de seguros|trabajadora social|trabajador social|chofer de camion|
enfermera|enfermero|maestra|maestro|profesora|profesor|abogada|abogado|contadora|contador|ingeniera|ingeniero|dentista|doctora|doctor|medica|medico|veterinaria|veterinario|mecanico|electricista|plomero|carpintero|albanil|bombero|policia|mesera|mesero|camarera|camarero|cantinero|cocinera|cocinero|chef|panadera|panadero|estilista|peluquera|peluquero|barbero|recepcionista|secretaria|secretario|cajera|cajero|vendedora|vendedor|camionero|taxista|chofer|conductor|arquitecta|arquitecto|disenadora|disenador|programadora|programador|periodista|fotografa|fotografo|musico|pintor|soldador|jardinero|ninera|agricultor|piloto|costurera|psicologa|psicologo|terapeuta|farmaceutica|farmaceutico|bibliotecaria|funcionaria|funcionario|fontanero|dependienta|dependiente|empleada domestica|repartidor|intendente`;

const listed = [english, spanish]
  .flatMap((text) => text.trim().replaceAll('\n', '').split('|'))
  .filter((trade) => trade !== '');

export const trades: ReadonlySet<string> = new Set(listed);
/** "stay at home mom" */
export const longestTrade = 4;
/** Of all trades, for a pattern. */
export const tradeSource = listed.join('|');

/** What is owned to live in, not to work in. */
export const homeWords = listWords(
  'house home condo place trailer apartment townhouse townhome ranch duplex loft cabin cottage bungalow property properties rentals casa departamento depa piso condominio terreno rancho land houses homes mitad building',
);
/** Owned, and neither home nor work. */
export const thingWords = listWords(
  'boat van vans camion camioneta car truck trucks gun guns motorcycle bike bikes rv camper car jeep dog cat horse horses it one that them this everything lot tools piano phone stock carro coche camioneta moto lancha suyo todo eso perro gato rifle tv pool guitar two up her his mine',
);
/** After "runs", what is no business. */
export const runWords = listWords(
  'marathons marathon late errands miles races ultras 5ks halfs track cross with around out every in for on to away fast',
);
/** After "works", no place. */
export const notPlaces = listWords(
  'home night nights days least all once work lunch it him her me us them school college church the moment mass stress anger time money fine well pain diabetes same mismo misma team people projects accounts hands kids wood metal equipo personas',
);
