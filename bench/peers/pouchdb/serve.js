import { createServer } from 'node:http';
import express from 'express';
import expressPouchDB from 'express-pouchdb';
import PouchDB from 'pouchdb';

/**
 * `node serve.js <folder of the built page> <data folder>`: express-pouchdb over LevelDB, in the mode that its
 * documentation has for a server that other PouchDBs replicate with. Prints its address, and ends with its stdin.
 */
const [, , pageFolder = '', dataFolder = ''] = process.argv;
const Persistent = PouchDB.defaults({ prefix: `${dataFolder}/` });
const app = express();
app.use(
  '/db',
  expressPouchDB(Persistent, {
    mode: 'minimumForPouchDB',
    inMemoryConfig: true,
    logPath: `${dataFolder}/log.txt`,
  }),
);
app.use(express.static(pageFolder));
const server = createServer(app);
server.listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${server.address().port}`));
process.stdin.on('close', () => process.exit(0)).resume();
