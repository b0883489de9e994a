import { listWords } from './word-list.ts';

/** Words that may follow "perro", "hija" or "esposo" in a note and are nobody's name; without accents. */
export const spanishCommonWords = listWords(`
abajo abierta abierto abre acuerdo adelante ademas adentro afuera agosto agua alta alto amable amables amarillo amor ancha ancho anciana animal aparte apenas
arriba arreglar asi atras aun autobus azul bailar bajo banco barato barrio basta blanca blanco boda bonita bonito brava bravo brinca bueno buenisima
caballo cafe calidad callada callado calle cama camion campo cara cargo carro carrera caro cerquita chistoso cocina cocinar colegio comida comprar
comprometido condominio contenta contento coro correo cosas cuarto cuatro cuenta cuidado deporte deportes derecha despacio dentro diario difícil dificil dinero
doble domingos dormir dulce edad edificio ejemplo embarazo empleo empresa encargada encargado encima enferma enfermo enojada enorme ensena entonces
entrenador escuelas espera espanol especial espectacular estacionamiento estudia estudian estudiando estudio excelente extraña facil familia famoso fea feliz felices feo fiesta fin final
fines flaca flaco frente fresco frio fuerte futbol futuro ganas general gorda gordo gracias gratis gris gusto habitacion haciendo helado hermosa hermoso
historia hora horas iglesia igualita igualito importante ingles inquieta inquieto interesada interesado invierno izquierda jardin jardineria joven jovenes juegos juntas justo
kinder labrador lejos lenta lento libre libros limpia limpio linda lindo lista listo llorar loca loco lugar lunares luz maleta manana mandar manera
mar marron media medio mejores mercado mesa mil minutos moda moderno momento montón monton morena moreno motivo musica mundo navidad necesario negocio negra negro nerviosa
nervioso nietos noche nombre normal noticia novela nueva nueve nuevo numero obvio ocupada ocupado oficina ojos olvidado oscuro otono padre paga palabra palabras parecido
pareja parque parte particular partido pasada pasado paseo patio pequena pequeno perdon pesada pesado platica platicamos playa plaza pobre poquito prepa prestado primaria
primavera primera primero principio prisa privada problema profesor pronto pronto proyecto pueblo puerta puro querida quieta quince rapida rapido rara raro razon recamaras
recien regular renta responsable restaurante rica rico risa ricas rojo ropa rubia rubio ruido sabado sala salud secundaria segura segundo seguro seguros seria serio
siguiente simpatica simpatico sociable solita solito sola solo suerte super suya suyo suyas suyos talla tarde tema temporada tercera tercero terreno tesoro tiempo tienda timida timido
tios tipo tranquila tranquilo traviesa travieso trabajador trabajando triste unica unico urgente usted vacaciones vamos vecindario veinte veinticinco ventas ver verano verdad
verde vestido viaje vieja viernes vino vista viva vivo voz vuelta zona pues sipi digo cachorro cachorra rescatado rescatada adoptado adoptada callejero callejera
alergica alergico cariñosa carinosa carinoso jugueton juguetona ladra corre brincan duerme duermen traen trae mismo mera ahorita adulta adulto adultos mayores menores universitario
universitaria abogado ingeniero doctor doctora medico dentista policia bombero militar soldado chofer taxista cocinero mesero albanil mecanico carpintero vendedor comerciante
enfermero profesora ingeniera arquitecta arquitecto contador maestros jubilados retirado pensionado pensionada tambien encantadora encantador guapa guapo lindos lindas preciosa precioso
divorcio matrimonio aniversario hermanito hermanita abuelita abuelito papi mami sobrinos ahijado ahijada padrino madrina comadre compadre socio socia`);
