import { firstNames } from '../quick-line/word-sets.ts';
import { foldAccents } from './note-tokens.ts';
import { listWords } from './word-list.ts';

/** Names of people and pets that dictation writes in small letters, besides those that the quick line knows; without accents. */
const more = listWords(`
abel abril adela adriana agustin aida aitana alan alba alberto alejo alexa alexis alfonso alfredo alicia alma alonso alvaro amalia amelia americo anabel anahi
andres angel angelica antonia araceli ariana ariel armando arturo aurora axel azucena beatriz belen benito benjamin bernardo berta beto blanca brandon brayan
brenda bruno camila carina carlota carmelo carolina catalina cecilia celia cesar chava chayo chela chema chepe chucho chuy cintia clara claudio concha
consuelo cristian cristina cristobal cuca dalia damian daniela dario david debora delia denisse diana dolores dulce edgar edith eduardo efrain elena eliseo elisa
eloisa elsa elvira emilia emiliano emilio emma enrique erika ernesto esperanza esteban estefania estela ester eugenia eva evelin fabian fabiola fatima federico felipe
fermin fernanda fidel flor francisca gabriela gael genaro gerardo german gilberto gisela graciela guillermo gustavo hector hilda homero horacio hugo ignacio iker
imelda ines inaki irma isaac isidro ismael israel itzel ivan jacinto jacobo jaime jairo javi jimena joaquin jonatan jorge josefina josue juanita julieta julio
karen karina karla keila kevin lalo lara laura leandro leo leonardo leonel leonor leticia lety lidia liliana lola lorena lorenzo lourdes lucero luciana
luisa lula lupe lupita luz magdalena manolo marcela marcelo marco marcos margarita mariana maribel maricela mariela marina marisol maritza mateo matias mauricio maximo
maya melisa memo mercedes mila milagros miguel mireya miriam moises monica nacho nadia naomi natalia nayeli nestor nicolas noe noelia noemi norma octavio ofelia
olivia omar orlando oscar pablo paco pamela paola patricio pau paulina pedro pepe perla pilar quique rafa ramiro ramon raquel raul rebeca regina renata rene
rigo roberto rocio rodolfo rodrigo rogelio roman romina roque rosalba rosalia rosario ruben salma salvador samuel sandra santi santiago sara saul sebastian selena
sergio silvia sofia sol soledad susana tadeo tania teo tere teresa toño tono toto tomas ulises valentin valentina valeria vanesa vicente violeta virginia viviana
wendy ximena xochitl yadira yahir yamila yesenia yolanda zoe zulema
aiden ally andrea anton asher aubrey autumn bella bennett brady braden brianna brody caleb cameron carter cassie charlie chase claire cody cole colin connor cooper
corey dakota dale darius darnell daryl deandre deja derrick devin devon dominic drew eli elijah ellie emmett erik ethan everett faith felicia finn gavin gage gwen
hailey hannah harper hazel hunter imani isaiah ivy jada jade jamal janelle jasmine jayden jaylen jenna jess jesse jocelyn joey josie jude kaden kai kara kayla keisha kelsey
kendall kendra kiara kim krista lamar landon layla levi lexi liam lila lincoln lucy luna mabel mackenzie malik marissa mason maya mckenna mia micah mila miles molly nate
nevaeh nia nolan nora owen paige parker payton penny peyton piper quinn reese riley rory ruby ryder sadie savannah sawyer scarlett selena shane shawna shelby skylar
sophie spencer stella tasha tessa trent trevor tristan tyrell tyrone violet wes wyatt xavier zane zion
bear blue boomer bruno buddy buster captain champ chico churro clover coco comet cookie copito daisy diesel dolly duke ginger gus hank jasper kobe koda lobo loki louie lucky luna
manchas maggie max milo minnie mocha moose mochi negrito nala nube odie oliver oreo oso otis pancho peanut pelusa pepper pinto pirata princesa rex rocco rocky rosie roxy rufus
sasha scout shadow simba simon stump teddy thor tiger titan toby tucker tyson waffles winston zeus ziggy`);

export function isGivenName(norm: string): boolean {
  return more.has(norm) || known.has(norm);
}

const known: ReadonlySet<string> = new Set([...firstNames].map(foldAccents));
