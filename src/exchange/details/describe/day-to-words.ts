import type { TouchWay } from '../detail-suggestion.ts';
import { isoToDayNumber, weekdayOf } from '../rules/working-days.ts';

const english = {
  days: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
  months: 'January February March April May June July August September October November December'.split(' '),
  ways: { call: 'Call', text: 'Text', email: 'Email', any: 'Be in touch' },
};
const spanish = {
  days: 'domingo lunes martes miércoles jueves viernes sábado'.split(' '),
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(
    ' ',
  ),
  ways: { call: 'Llamar', text: 'Mandar mensaje', email: 'Mandar correo', any: 'Volver a hablar' },
};

/** "Call on Tuesday, December 1"; "Llamar el martes 1 de diciembre". */
export function dayToWords(on: string, way: TouchWay | undefined, language: 'en' | 'es'): string {
  const { days, months, ways } = language === 'en' ? english : spanish;
  const weekday = days[weekdayOf(isoToDayNumber(on))];
  const month = months[Number(on.slice(5, 7)) - 1];
  const date = Number(on.slice(8, 10));
  const verb = ways[way ?? 'any'];
  return language === 'en'
    ? `${verb} on ${weekday}, ${month} ${date}`
    : `${verb} el ${weekday} ${date} de ${month}`;
}
